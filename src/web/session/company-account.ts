import { t } from '@lingui/core/macro';
import * as oauth from 'oauth4webapi';

/** The identity provider as src/http/page.ts describes it. */
export type CompanySignIn = {
  issuer: string;
  audience: string;
  clientId: string;
  scope: string;
  parameters: [name: string, value: string][];
};

/** What only the tab knows that sent a person to the provider; it recognises the answer by it. */
export type Attempt = { verifier: string; state: string; nonce: string };

const LONGEST_WAIT = 20_000;

/** Where to send the person (authorization code with PKCE), and what to remember of it. Throws in words for people. */
export async function begin(signIn: CompanySignIn, redirectUri: string) {
  const provider = await discover(signIn.issuer).catch(explain);
  if (!provider.authorization_endpoint) throw new Error(t`The identity provider has no page to sign in at.`);
  const attempt: Attempt = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  };
  const address = new URL(provider.authorization_endpoint);
  const parameters = {
    client_id: signIn.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: signIn.scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    // After the # the code is sent to no server and may be of any length.
    ...(provider.response_modes_supported?.includes('fragment') ? { response_mode: 'fragment' } : {}),
    ...resourceOf(signIn.audience),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  for (const [name] of signIn.parameters) address.searchParams.delete(name);
  for (const [name, value] of signIn.parameters) if (value !== '') address.searchParams.append(name, value);
  return { address, attempt };
}

/** The access token for the answer that the person came back with. Throws in words for people. */
export async function complete(
  { issuer, audience, clientId, parameters }: CompanySignIn,
  { redirectUri, attempt, answer }: { redirectUri: string; attempt?: Attempt; answer: URLSearchParams },
): Promise<string> {
  if (!attempt || answer.get('state') !== attempt.state)
    throw new Error(t`This answer does not belong to a sign-in that was begun in this tab. Try again.`);
  const exchange = async () => {
    const provider = await discover(issuer);
    const client = { client_id: clientId };
    const code = oauth.validateAuthResponse(provider, client, answer, attempt.state);
    const response = await oauth.authorizationCodeGrantRequest(
      ...([provider, client, oauth.None(), code, redirectUri, attempt.verifier] as const),
      { ...transportTo(issuer), additionalParameters: resourcesToAskFor(audience, parameters) },
    );
    const expected = { expectedNonce: attempt.nonce, requireIdToken: true };
    return oauth.processAuthorizationCodeResponse(provider, client, response, expected);
  };
  const { access_token: token } = await exchange().catch(explain);
  // Auth0 and others give an opaque token where they were not asked for the audience.
  if (!/^[^.]+\.[^.]+\.[^.]+$/.test(token))
    throw new Error(
      t`The identity provider gave an access token that is not for this service. An administrator can set that right.`,
    );
  return token;
}

/** The code is exchanged for a token for the same resource as it was asked for. */
function resourcesToAskFor(audience: string, parameters: CompanySignIn['parameters']): URLSearchParams {
  const own = parameters.filter(([name]) => name === 'resource');
  const wanted = own.length > 0 ? own.filter(([, value]) => value !== '') : Object.entries(resourceOf(audience));
  return new URLSearchParams(wanted);
}

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, transportTo(issuer)));
}

// The service is configured with plain HTTP for an issuer on the same machine alone.
function transportTo(issuer: string) {
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  return { signal, [oauth.allowInsecureRequests]: issuer.startsWith('http:') };
}

// RFC 8707 names the audience by an absolute URI; other names a provider has to know by itself.
function resourceOf(audience: string): Record<string, string> {
  return URL.canParse(audience) ? { resource: audience } : {};
}

function explain(error: unknown): never {
  throw new Error(`${reasonOf(error)} ${t`Try again.`}`, { cause: error });
}

function reasonOf(error: unknown): string {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    const reason = error.error_description ?? error.error;
    const words = reason.replace(/[.\s]*$/, '');
    return t`The identity provider refused: ${words}.`;
  }
  if (error instanceof oauth.OperationProcessingError)
    return t`The identity provider gave an answer that cannot be trusted.`;
  return t`The identity provider cannot be reached just now.`;
}
