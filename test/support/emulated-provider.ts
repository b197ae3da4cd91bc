import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

type Claims = Record<string, unknown>;
type Refusal = { error: string; error_description: string };

/** Where the provider's endpoints are; `issuer` and `elsewhere` (an origin) are of two ports. */
type Addresses = { issuer: string; authorize: string; token: string; jwks: string; elsewhere: string };

/** What one provider does in its own way. `test/support/provider-kinds.ts` has those of the market. */
export type ProviderKind = {
  /** Below the origin: the rest of the issuer, and its endpoints. */
  paths: { issuer: string; authorize: string; token: string; jwks: string };
  /** Whether its endpoints are on another origin than the issuer. */
  isSplit?: boolean;
  clientId: string;
  /** What its discovery document has beside the addresses and the issuer. */
  document: (addresses: Addresses) => Claims;
  /** What is to be set here for it. */
  settings: Record<string, string>;
  /** Why it does not take an authorization request. */
  refuse?: (asked: URLSearchParams) => Refusal | undefined;
  /** Why it gives no tokens for a code that is good. */
  refuseToken?: (form: URLSearchParams, origin: string | undefined) => Refusal | undefined;
  /** An opaque one is a text. */
  accessToken: (asked: URLSearchParams, issuer: string) => { typ?: string; claims: Claims } | string;
  idToken: (asked: URLSearchParams) => { typ?: string; claims: Claims };
  /** Whether its answer names it (RFC 9207). */
  namesItself?: boolean;
};

export type EmulatedProvider = Addresses & {
  settings: Record<string, string>;
  /** The only address to which it sends people back. */
  register(redirectUri: string): void;
  close(): void;
};

/** A provider as its public documents describe it, which signs everybody in at once, as one does that knows the browser already. */
export async function emulate(kind: ProviderKind): Promise<EmulatedProvider> {
  const keys = { access: await createKey(), id: await createKey() };
  const codes = new Map<string, URLSearchParams>();
  let registered = '';

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://localhost');
    // The page reads what is not on its own origin.
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    if (url.pathname === documentPath(kind)) return send(response, 200, documentOf());
    if (url.pathname === kind.paths.jwks) return send(response, 200, { keys: [keys.access.public, keys.id.public] });
    if (url.pathname === kind.paths.authorize) return authorize(url.searchParams, response);
    if (url.pathname === kind.paths.token && request.method === 'POST') {
      const form = new URLSearchParams(await text(request));
      const { status, body } = await exchange(form, request.headers.origin);
      return send(response, status, body);
    }
    return send(response, 404, {});
  };
  const servers = [await serve(answer), await serve(answer)] as const;
  const [origin, other] = servers.map((server) => `http://localhost:${(server.address() as AddressInfo).port}`);
  const elsewhere = String(kind.isSplit ? other : origin);
  const issuer = origin + kind.paths.issuer;
  const addresses: Addresses = {
    issuer,
    elsewhere,
    authorize: elsewhere + kind.paths.authorize,
    token: elsewhere + kind.paths.token,
    jwks: origin + kind.paths.jwks,
  };

  const documentOf = () => ({
    issuer,
    authorization_endpoint: addresses.authorize,
    token_endpoint: addresses.token,
    jwks_uri: addresses.jwks,
    ...kind.document(addresses),
  });

  const authorize = (asked: URLSearchParams, response: ServerResponse) => {
    const isKnown = asked.get('client_id') === kind.clientId && asked.get('redirect_uri') === registered;
    if (!isKnown) return send(response, 400, { error: 'unknown client or redirect URI' });
    const refusal = malformed(asked) ?? kind.refuse?.(asked);
    const code = randomUUID();
    if (!refusal) codes.set(code, asked);
    const told = {
      ...(refusal ?? { code }),
      state: asked.get('state') ?? '',
      ...(kind.namesItself ? { iss: issuer } : {}),
    };
    const mark = asked.get('response_mode') === 'fragment' ? '#' : '?';
    response.writeHead(302, { location: `${registered}${mark}${new URLSearchParams(told)}` }).end();
  };

  const exchange = async (
    form: URLSearchParams,
    from: string | undefined,
  ): Promise<{ status: number; body: unknown }> => {
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isGood = asked?.get('code_challenge') === challenge && form.get('redirect_uri') === registered;
    if (!asked || !isGood || form.get('grant_type') !== 'authorization_code') {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    const refusal = kind.refuseToken?.(form, from);
    if (refusal) return { status: 400, body: refusal };
    const access = kind.accessToken(asked, issuer);
    const accessToken = typeof access === 'string' ? access : await sign(keys.access, issuer, access);
    const { typ, claims } = kind.idToken(asked);
    const common = { aud: kind.clientId, nonce: asked.get('nonce'), at_hash: hashOf(accessToken) };
    const idToken = await sign(keys.id, issuer, { ...(typ ? { typ } : {}), claims: { ...common, ...claims } });
    const body = { access_token: accessToken, id_token: idToken, token_type: 'Bearer', expires_in: 3600 };
    return { status: 200, body };
  };

  const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: kind.clientId, ...kind.settings };
  return {
    ...addresses,
    settings,
    register(redirectUri) {
      registered = redirectUri;
    },
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function documentPath({ paths }: ProviderKind): string {
  return `${paths.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** What each of them wants of a client without a secret. */
function malformed(asked: URLSearchParams): Refusal | undefined {
  const isWhole = asked.get('response_type') === 'code' && asked.get('scope')?.split(' ').includes('openid');
  if (!isWhole) return { error: 'invalid_request', error_description: 'No code for openid was asked for.' };
  if (asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge')) return undefined;
  return { error: 'invalid_request', error_description: 'Proof Key for Code Exchange is required.' };
}

type Key = Awaited<ReturnType<typeof createKey>>;

async function createKey() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  return { kid, privateKey, public: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

function sign(
  { kid, privateKey }: Key,
  iss: string,
  { typ, claims }: { typ?: string; claims: Claims },
): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss, iat, exp: iat + 3600, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid, ...(typ ? { typ } : {}) })
    .sign(privateKey);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
}

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
): Promise<Server> {
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, 'localhost'), 'listening');
  return server;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
