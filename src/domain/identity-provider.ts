import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { CallerError } from './caller-error.ts';

/**
 * `tokenType` is the `typ` in the header of access tokens; `none` where the provider sends no type. `jwksUrl` may have to be found
 * first, which fails while the provider is away. `clientId` is the page's.
 */
export type IdentityProviderOptions = {
  issuer: string;
  audience: string;
  jwksUrl: string | (() => Promise<string>);
  tokenType: string;
  clientId?: string | null;
};

/**
 * Returns the subject of a valid access token, or why it is refused: fixed words for the log, nothing from the token. Throws
 * SERVICE_UNAVAILABLE when the provider cannot be reached and its key is not known.
 */
export type IdentityProvider = (token: string) => Promise<{ subject: string } | { refused: string }>;

// Asymmetric algorithms only: with HMAC, the public key would serve as the secret.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
// Claims of ID tokens and logout tokens, which no access token has. Not every provider gives them another type.
const FOREIGN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];
// Keycloak's and Cognito's names of what is no access token, in claims of their own.
const FOREIGN_USES = { typ: 'ID', token_use: 'id' };
const SHORTEST_REFRESH_MS = 30_000;
const LONGEST_TRUST_MS = 600_000;
const PATIENCE_MS = 2_000;
const CLOCK_TOLERANCE_S = 5;

/**
 * Verifies access tokens (RFC 9068) with the provider's keys. Keys come only from the configured address, whatever a token says.
 * While the provider cannot be reached, the keys known so far are used.
 */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const { issuer, audience, jwksUrl, tokenType, clientId } = options;
  const keys = createKeys(jwksUrl);
  return async (token) => {
    try {
      const isForClient = clientId != null && namesClientOnly(decodeJwt(token));
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        ...(isForClient ? {} : { audience }),
        ...(tokenType === 'none' ? {} : { typ: tokenType }),
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      if (tokenType === 'none' && protectedHeader.typ !== undefined) return { refused: 'type' };
      if (isForClient && payload.client_id !== clientId) return { refused: 'audience' };
      if (isForeign(payload)) return { refused: 'id token' };
      return typeof payload.sub === 'string' ? { subject: payload.sub } : { refused: 'malformed' };
    } catch (error) {
      if (error instanceof errors.JOSEError) return { refused: faultOf(error) };
      throw error;
    }
  };
}

/**
 * Cognito's access tokens have an audience only if they were asked for with `resource`, which its Lite plan does not take. Without one
 * the client tells whom they are for, as AWS's own gateway reads them
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html).
 */
function namesClientOnly({ aud, token_use: use }: JWTPayload): boolean {
  return aud === undefined && use === 'access';
}

function isForeign(payload: JWTPayload): boolean {
  const isOfOtherUse = Object.entries(FOREIGN_USES).some(([name, use]) => payload[name] === use);
  return isOfOtherUse || FOREIGN_CLAIMS.some((name) => name in payload);
}

const CLAIMS: Record<string, string> = { iss: 'issuer', aud: 'audience', typ: 'type', nbf: 'early' };
const FAULTS: Record<string, string> = {
  ERR_JWT_EXPIRED: 'expired',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JWKS_NO_MATCHING_KEY: 'key',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'key',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm',
  ERR_JOSE_NOT_SUPPORTED: 'algorithm',
};

function faultOf(error: errors.JOSEError): string {
  const isOfClaim = error instanceof errors.JWTClaimValidationFailed;
  if (isOfClaim && error.reason === 'missing') return `missing ${error.claim}`;
  return (isOfClaim ? CLAIMS[error.claim] : FAULTS[error.code]) ?? 'malformed';
}

function createKeys(jwksUrl: IdentityProviderOptions['jwksUrl']): JWTVerifyGetKey {
  let remote: ReturnType<typeof createRemoteJWKSet> | undefined;
  const open = async () => {
    remote ??= openKeys(typeof jwksUrl === 'string' ? jwksUrl : await jwksUrl());
    return remote;
  };
  return async (header, token) => {
    try {
      return await (await open())(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      const known = remote?.jwks();
      const key = known && (await createLocalJWKSet(known)(header, token).catch(() => undefined));
      if (key) return key;
      throw new CallerError('SERVICE_UNAVAILABLE', 'The identity provider cannot be reached just now; try again.');
    }
  };
}

function openKeys(url: string) {
  return createRemoteJWKSet(new URL(url), {
    cooldownDuration: SHORTEST_REFRESH_MS,
    cacheMaxAge: LONGEST_TRUST_MS,
    timeoutDuration: PATIENCE_MS,
    [customFetch]: restAfterFailure(),
  });
}

// jose pauses only after a success. Without this, every token with an unknown key would ask a provider that is down.
function restAfterFailure(): typeof fetch {
  let failedAt = Number.NEGATIVE_INFINITY;
  return async (input, init) => {
    if (performance.now() - failedAt < SHORTEST_REFRESH_MS) throw new Error('The identity provider failed just now.');
    const response = await fetch(input, init).catch(() => undefined);
    if (response?.ok) return response;
    failedAt = performance.now();
    throw new Error('The identity provider does not answer with its keys.');
  };
}
