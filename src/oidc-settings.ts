import { z } from 'zod';
import { isSecureUrl } from './domain/values/secure-url.ts';
import type { PageSignIn } from './http/page.ts';

// Nobody may change the keys that make a token trusted on their way here, so plain HTTP is allowed only on this machine.
const secureUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL', abort: true })
  .refine(isSecureUrl, { error: 'must begin with https://', abort: true });

const GOOGLE =
  'must be another: Google gives no access tokens that are JWTs for this service, and its token endpoint wants a client ' +
  'secret, which a page cannot keep. Let a provider in between sign people in with Google: Keycloak, Auth0, Entra, Okta, Cognito';
const OKTA =
  'must be an authorization server of its own, such as https://<yours>.okta.com/oauth2/default: what the one of the ' +
  'organization gives is for Okta alone';

const issuer = secureUrl
  .refine((text) => !/[{}]|%7[bd]/i.test(text), 'must have your tenant in place of the braces')
  .refine((text) => !/^https:\/\/accounts\.google\.com\/?$/.test(text), GOOGLE)
  .refine((text) => !/^https:\/\/[\w-]+\.(okta|oktapreview|okta-emea)\.com\/?$/.test(text), OKTA);

// What the sign-in sets itself, what would replace all of it, and a secret, which every visitor could read.
const NOT_TO_SET = [
  ...['client_id', 'redirect_uri', 'response_type', 'response_mode', 'state', 'nonce', 'code_challenge'],
  ...['code_challenge_method', 'request', 'request_uri', 'client_secret', 'client_assertion'],
];

const authorizeParams = z
  .string()
  .refine((text) => /^[\w.-]+=[^&]*(&[\w.-]+=[^&]*)*$/.test(text) && isEncoded(text), {
    error: 'must be a query string such as audience=https%3A%2F%2Fapi.example&prompt=login',
    abort: true,
  })
  .transform((text) => [...new URLSearchParams(text)])
  .refine((parameters) => !parameters.some(([name]) => name === 'scope'), 'must not set scope: OIDC_SCOPE does')
  .refine((parameters) => !parameters.some(([name]) => NOT_TO_SET.includes(name)), {
    error: `must set none of ${NOT_TO_SET.join(', ')}: they belong to the sign-in itself`,
  });

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The settings of the identity provider. */
export const OIDC_SETTINGS = {
  OIDC_ISSUER: issuer.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URL: secureUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_TOKEN_TYPE: z
    .string()
    .regex(/^[\w.+-]+(\/[\w.+-]+)?$/, 'must be the type of access tokens, such as at+jwt or JWT, or none')
    .default('at+jwt'),
  OIDC_SCOPE: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'must list scopes with spaces between')
    // The ID token shows that the answer belongs to this sign-in, and comes only with this scope.
    .transform((scope) => (scope.split(' ').includes('openid') ? scope : `openid ${scope}`))
    .default('openid'),
  OIDC_AUTHORIZE_PARAMS: authorizeParams.default([]),
};

const shape = z.object(OIDC_SETTINGS);
type Settings = z.infer<typeof shape>;

export type IdentityProviderSettings = {
  issuer: string;
  audience: string;
  /** Null: where the provider's discovery document says. */
  jwksUrl: string | null;
  tokenType: string;
  clientId: string | null;
};

export function readIdentityProvider(settings: Settings): IdentityProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_TOKEN_TYPE: tokenType } = settings;
  if (!issuer || !audience) return null;
  return {
    ...{ issuer, audience, tokenType },
    jwksUrl: settings.OIDC_JWKS_URL ?? null,
    clientId: settings.OIDC_CLIENT_ID ?? null,
  };
}

export function readPageSignIn(settings: Settings): PageSignIn | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: clientId } = settings;
  if (!issuer || !audience || !clientId) return null;
  return { issuer, audience, clientId, scope: settings.OIDC_SCOPE, parameters: settings.OIDC_AUTHORIZE_PARAMS };
}

const TOGETHER = ['OIDC_ISSUER', 'OIDC_AUDIENCE'];
const OF_THE_PAGE = ['OIDC_SCOPE', 'OIDC_AUTHORIZE_PARAMS'];

/** What the given settings lack, each in a line. */
export function findMissing(given: NodeJS.ProcessEnv): string[] {
  if (!Object.keys(given).some((name) => name.startsWith('OIDC_'))) return [];
  const missing = TOGETHER.filter((name) => !given[name]).map(
    (name) => `${name} is missing: ${TOGETHER.join(', ')} go together`,
  );
  const idle = given.OIDC_CLIENT_ID ? undefined : OF_THE_PAGE.find((name) => given[name]);
  return idle ? [...missing, `OIDC_CLIENT_ID is missing: without it the page signs nobody in with ${idle}`] : missing;
}

// An ID token has the client as its audience and no type of its own, so it must not pass for an access token.
export function findConfusion(given: Settings | undefined): string[] {
  const { OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: clientId, OIDC_TOKEN_TYPE: type = '' } = given ?? {};
  if (!audience || audience !== clientId || !/^(none|(application\/)?jwt)$/i.test(type)) return [];
  return [
    `OIDC_AUDIENCE must be another than OIDC_CLIENT_ID, or ID tokens of type ${type} would pass for access tokens`,
  ];
}
