import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import type { PageSignIn } from '../../src/http/page.ts';

export const AUDIENCE = 'https://users-management.example';
const PAGE_CLIENT = 'users-management-page';

/** An OpenID provider in this process: its access tokens are JWTs for our audience, to a client of each person and to the page's. */
export type IdentityProvider = {
  issuer: string;
  audience: string;
  jwksUrl: string;
  tokenType: string;
  /** What the page has to know to sign people in here. */
  pageSignIn: PageSignIn;
  keyRequests(): number;
  tokenOf(person: string, audience?: string): Promise<string>;
  /** A token by the provider's own key with this header and these claims, beside those of an access token for "ana"; undefined leaves one out. */
  sign(header: { typ?: string; kid?: string }, claims?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
};

export async function startIdentityProvider(people: string[]): Promise<IdentityProvider> {
  let server: Server = createServer();
  let keyRequests = 0;
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://localhost:${port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: crypto.randomUUID() };
  const answer = createProvider(issuer, people, key);

  const start = async () => {
    server = createServer((request, response) => {
      if (request.url === '/jwks') keyRequests += 1;
      return answer(request, response);
    });
    await listen(server, port);
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await stop();
  await start();
  return {
    issuer,
    audience: AUDIENCE,
    jwksUrl: `${issuer}/jwks`,
    tokenType: 'at+jwt',
    pageSignIn: { issuer, audience: AUDIENCE, clientId: PAGE_CLIENT, scope: 'openid', parameters: [] },
    keyRequests: () => keyRequests,
    async tokenOf(person, audience = AUDIENCE) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${person}:${secretOf(person)}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
      });
      const { access_token: token } = (await response.json()) as { access_token: string };
      return token;
    },
    async sign(header, claims) {
      const now = Math.floor(Date.now() / 1000);
      const common = { iss: issuer, aud: AUDIENCE, sub: 'ana', iat: now, exp: now + 600 };
      return new SignJWT({ ...common, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
        .sign(privateKey);
    },
    stop,
    start,
  };
}

function secretOf(person: string): string {
  return `secret-of-${person}`;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
}

function createProvider(issuer: string, people: string[], key: JWK) {
  // It tells on the console, at length, that its defaults are not for production.
  Object.assign(console, { warn() {}, info() {} });
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [
      ...people.map((person) => ({
        client_id: person,
        client_secret: secretOf(person),
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      })),
      {
        client_id: PAGE_CLIENT,
        token_endpoint_auth_method: 'none' as const,
        // Of a native client the provider takes the loopback address with any port, which nobody knows beforehand.
        application_type: 'native' as const,
        redirect_uris: ['http://127.0.0.1/signed-in'],
      },
    ],
    clientBasedCORS: () => true,
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt' as const,
          jwt: { sign: { alg: 'RS256' as const } },
        }),
      },
    },
  });
  return provider.callback();
}
