import { z } from 'zod';
import { isSecureUrl } from './values/secure-url.ts';

/** What the service has to know of the provider: where its keys are, and where the page sends requests to. */
type Provider = { jwksUrl: string; origins: string[] };

export type DiscoveryOptions = { issuer: string; jwksUrl: string | null; clientId: string | null };

/** What the provider tells of itself (OpenID Connect Discovery 1.0, RFC 8414). */
export type Discovery = {
  /** Asks the provider unless it has answered before, or failed in the last 30 s. */
  find(): Promise<Provider>;
  /** What it has answered. */
  known(): Provider | undefined;
};

/** What the provider tells contradicts the settings, so that people could not sign in. The message is one line for the operator. */
export class UnfitProviderError extends Error {
  override readonly name = 'UnfitProviderError';
}

const PATIENCE_MS = 2_000;
const REST_MS = 30_000;

export function createDiscovery(options: DiscoveryOptions, restMs = REST_MS): Discovery {
  let known: Provider | undefined;
  let failure: { error: unknown; at: number } | undefined;
  let asking: Promise<Provider> | undefined;
  const ask = async () => {
    try {
      known = judge(await fetchDocument(options.issuer), options);
      return known;
    } catch (error) {
      failure = { error, at: performance.now() };
      throw error;
    } finally {
      asking = undefined;
    }
  };
  return {
    known: () => known,
    async find() {
      if (known) return known;
      if (failure && performance.now() - failure.at < restMs) throw failure.error;
      asking ??= ask();
      return asking;
    },
  };
}

const text = z.string().max(2000);
const names = z.array(text).optional();
const document = z.object({
  issuer: text,
  jwks_uri: text.optional(),
  authorization_endpoint: text.optional(),
  token_endpoint: text.optional(),
  response_types_supported: names,
  code_challenge_methods_supported: names,
});
type Document = z.infer<typeof document>;

async function fetchDocument(issuer: string): Promise<Document> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error) => {
    throw new Error(`${url} cannot be reached: ${error.cause?.message || error.message}`);
  });
  if (response.status !== 200) throw new Error(`${url} answers with status ${response.status}`);
  const parsed = document.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new Error(`${url} is no discovery document`);
  return parsed.data;
}

function judge(told: Document, { issuer, jwksUrl, clientId }: DiscoveryOptions): Provider {
  const unfit = clientId ? findUnfit(told) : undefined;
  const problem = findOtherIssuer(told.issuer, issuer) ?? findLackOfKeys(told, jwksUrl) ?? unfit;
  if (problem) throw new UnfitProviderError(problem);
  const endpoints = clientId ? [issuer, told.token_endpoint ?? issuer] : [issuer];
  return {
    jwksUrl: jwksUrl ?? told.jwks_uri ?? '',
    origins: [...new Set(endpoints.map((url) => new URL(url).origin))],
  };
}

// Tokens are compared with the issuer as it is written, the slash at its end included.
function findOtherIssuer(told: string, issuer: string): string | undefined {
  if (told === issuer) return undefined;
  // As Entra's /common/v2.0 and /organizations/v2.0 do, to which each tenant's people may come.
  if (told.includes('{'))
    return 'OIDC_ISSUER must name one tenant, by its id: this one is of many, whose tokens differ';
  return `OIDC_ISSUER must be ${JSON.stringify(told)}, as the provider calls itself, or its tokens would be refused`;
}

function findLackOfKeys({ jwks_uri: url }: Document, jwksUrl: string | null): string | undefined {
  if (jwksUrl || (url && isSecureUrl(url))) return undefined;
  return 'OIDC_JWKS_URL is missing: the provider does not tell where its keys are, or not by https://';
}

function findUnfit(told: Document): string | undefined {
  const { authorization_endpoint: authorize, token_endpoint: token } = told;
  if (![authorize, token].every((url) => url && isSecureUrl(url))) {
    return 'OIDC_CLIENT_ID cannot be used: the provider tells no page to sign in at, or no token endpoint, by https://';
  }
  const types = told.response_types_supported;
  if (types && !types.includes('code'))
    return 'OIDC_CLIENT_ID cannot be used: the provider has no authorization code flow';
  const methods = told.code_challenge_methods_supported;
  // Entra, Okta and Cognito have PKCE whether they tell so or not.
  if (methods && !methods.includes('S256')) return 'OIDC_CLIENT_ID cannot be used: the provider has no PKCE with S256';
  return undefined;
}
