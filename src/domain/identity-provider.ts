import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { CallerError } from './refusal.ts';

export type IdentityProviderOptions = { issuer: string; audience: string; jwksUrl: string };

/** Tells whose access token this is: the subject, or undefined for a token that is not, now and for us, valid. */
export type IdentityProvider = (token: string) => Promise<string | undefined>;

// Asymmetric ones alone: with an HMAC the public key would do as the secret.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const SHORTEST_REFRESH_MS = 30_000;
const LONGEST_TRUST_MS = 600_000;
const PATIENCE_MS = 2_000;
const CLOCK_TOLERANCE_S = 5;

/**
 * Verifies access tokens (RFC 9068) with the provider's keys, which come from the configured address alone, whatever a token
 * says. While the provider cannot be reached the keys known so far go on; a token of another key is SERVICE_UNAVAILABLE.
 */
export function createIdentityProvider({ issuer, audience, jwksUrl }: IdentityProviderOptions): IdentityProvider {
  const keys = createKeys(new URL(jwksUrl));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      return payload.sub;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

function createKeys(url: URL): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, {
    cooldownDuration: SHORTEST_REFRESH_MS,
    cacheMaxAge: LONGEST_TRUST_MS,
    timeoutDuration: PATIENCE_MS,
    [customFetch]: restAfterFailure(),
  });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      const known = remote.jwks();
      const key = known && (await createLocalJWKSet(known)(header, token).catch(() => undefined));
      if (key) return key;
      throw new CallerError('SERVICE_UNAVAILABLE', 'The identity provider cannot be reached just now; try again.');
    }
  };
}

// jose rests after a success only: without this every token of an unknown key would ask a provider that is down.
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
