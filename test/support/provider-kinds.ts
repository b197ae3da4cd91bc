import { randomUUID } from 'node:crypto';
import type { ProviderKind } from './emulated-provider.ts';

const AUDIENCE = 'https://users.example';

// https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference: `aud` of v2.0 tokens is the API's client
// id, `typ` always JWT. AADSTS901002: "The 'resource' request parameter is not supported." Only a single-page application may
// redeem a code from a browser (AADSTS9002326), and it must (AADSTS9002327). Its document names no PKCE.
const ENTRA_TENANT = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
const ENTRA_API = '11112222-bbbb-3333-cccc-4444dddd5555';
const ENTRA_PERSON = {
  oid: 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb',
  tid: ENTRA_TENANT,
  preferred_username: 'ana@example.com',
};
const ENTRA_GRAPH = '00000003-0000-0000-c000-000000000000';

export const entra: ProviderKind = {
  paths: {
    issuer: `/${ENTRA_TENANT}/v2.0`,
    authorize: `/${ENTRA_TENANT}/oauth2/v2.0/authorize`,
    token: `/${ENTRA_TENANT}/oauth2/v2.0/token`,
    jwks: `/${ENTRA_TENANT}/discovery/v2.0/keys`,
  },
  clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
  document: () => ({
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    subject_types_supported: ['pairwise'],
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
  }),
  settings: {
    OIDC_AUDIENCE: ENTRA_API,
    OIDC_TOKEN_TYPE: 'JWT',
    OIDC_SCOPE: `api://${ENTRA_API}/.default`,
    OIDC_AUTHORIZE_PARAMS: 'prompt=select_account',
  },
  refuse: (asked) => {
    if (asked.has('resource')) return invalid("AADSTS901002: The 'resource' request parameter is not supported.");
    return asked.get('prompt') === 'select_account' ? undefined : invalid('AADSTS90023: The prompt got lost.');
  },
  refuseToken: (form, origin) => {
    if (form.has('resource')) return invalid("AADSTS901002: The 'resource' request parameter is not supported.");
    return origin ? undefined : invalid('AADSTS9002327: Tokens may only be redeemed via cross-origin requests.');
  },
  accessToken: (asked) => {
    const isForUs = asked.get('scope')?.includes(`api://${ENTRA_API}/`);
    const claims = {
      aud: isForUs ? ENTRA_API : ENTRA_GRAPH,
      azp: asked.get('client_id'),
      azpacr: '0',
      scp: 'Users.Manage',
    };
    return {
      typ: 'JWT',
      claims: { ...claims, ...ENTRA_PERSON, nbf: now(), sub: 'pairwise-of-the-api', ver: '2.0', uti: 'x' },
    };
  },
  idToken: () => ({
    typ: 'JWT',
    claims: { ...ENTRA_PERSON, at_hash: undefined, sub: 'pairwise-of-the-page', ver: '2.0' },
  }),
};

// https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles: a JWT only for an API named by `audience`; the issuer
// ends with a slash; `aud` has the API and userinfo. https://auth0.com/docs/get-started/apis/configure-access-token-profile.
const auth0Like = (tokenType: string): ProviderKind => ({
  paths: { issuer: '/', authorize: '/authorize', token: '/oauth/token', jwks: '/.well-known/jwks.json' },
  clientId: 'K1AUPhZq8mRi0Q0pjhkfu1D7y6KjDQja',
  document: () => ({
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'token', 'id_token'],
    code_challenge_methods_supported: ['S256', 'plain'],
  }),
  settings: {
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_TOKEN_TYPE: tokenType,
    OIDC_AUTHORIZE_PARAMS: 'audience=https%3A%2F%2Fusers.example&resource=',
  },
  accessToken: (asked, issuer) => {
    if (!asked.has('audience')) return 'an-opaque-token-of-32-characters';
    if (asked.get('audience') !== AUDIENCE || asked.has('resource')) throw new Error('The parameters are not as set.');
    const aud = [AUDIENCE, `${issuer}userinfo`];
    const client =
      tokenType === 'JWT' ? { azp: asked.get('client_id') } : { client_id: asked.get('client_id'), jti: randomUUID() };
    return { typ: tokenType, claims: { ...client, aud, sub: 'auth0|6553da60a54af58e29493993', scope: 'openid' } };
  },
  idToken: () => ({ typ: 'JWT', claims: { at_hash: undefined, sub: 'auth0|6553da60a54af58e29493993', sid: 'x' } }),
});
export const auth0 = auth0Like('JWT');
export const auth0Rfc9068 = auth0Like('at+jwt');

// https://support.okta.com/help/s/article/the-typ-field-is-missing-from-the-access-token-header: custom authorization servers send no
// `typ`. https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview: claims; the state must be there, scopes be known.
export const okta: ProviderKind = {
  paths: {
    issuer: '/oauth2/default',
    authorize: '/oauth2/default/v1/authorize',
    token: '/oauth2/default/v1/token',
    jwks: '/oauth2/default/v1/keys',
  },
  clientId: '0oa1gjh63g214q0Hq0g4',
  document: () => ({
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    response_modes_supported: ['query', 'fragment', 'form_post', 'okta_post_message'],
    response_types_supported: ['code', 'id_token', 'code id_token'],
    code_challenge_methods_supported: ['S256'],
  }),
  settings: {
    OIDC_AUDIENCE: 'api://default',
    OIDC_TOKEN_TYPE: 'none',
    OIDC_SCOPE: 'openid profile users.manage',
    OIDC_AUTHORIZE_PARAMS: 'resource=',
  },
  refuse: (asked) => {
    const unknown = asked
      .get('scope')
      ?.split(' ')
      .filter((scope) => !['openid', 'profile', 'users.manage'].includes(scope));
    if (!asked.get('state') || asked.has('resource'))
      return invalid("The authentication request has an invalid 'state'.");
    return unknown?.length
      ? { error: 'invalid_scope', error_description: 'One or more scopes are not configured.' }
      : undefined;
  },
  accessToken: (asked) => {
    const claims = {
      ver: 1,
      jti: 'AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE',
      aud: 'api://default',
      auth_time: now(),
    };
    const person = { cid: asked.get('client_id'), uid: '00uid4BxXw6I6TV4m0g3', scp: asked.get('scope')?.split(' ') };
    return { claims: { ...claims, ...person, sub: 'ana@example.com' } };
  },
  idToken: () => ({ claims: { ver: 1, jti: 'ID.x', sub: '00uid4BxXw6I6TV4m0g3', auth_time: now(), amr: ['pwd'] } }),
};

// https://www.keycloak.org/docs/latest/server_admin/#audience-support: an audience mapper of a client scope adds the API.
// https://github.com/keycloak/keycloak/pull/37573: `typ` of the header is JWT unless the client is set otherwise.
export const keycloak: ProviderKind = {
  paths: {
    issuer: '/realms/company',
    authorize: '/realms/company/protocol/openid-connect/auth',
    token: '/realms/company/protocol/openid-connect/token',
    jwks: '/realms/company/protocol/openid-connect/certs',
  },
  clientId: 'users-management-page',
  namesItself: true,
  document: () => ({
    token_endpoint_auth_methods_supported: [
      'private_key_jwt',
      'client_secret_basic',
      'client_secret_post',
      'tls_client_auth',
    ],
    response_modes_supported: ['query', 'fragment', 'form_post', 'query.jwt', 'fragment.jwt', 'form_post.jwt', 'jwt'],
    response_types_supported: ['code', 'none', 'id_token', 'token', 'id_token token', 'code id_token'],
    code_challenge_methods_supported: ['plain', 'S256'],
    authorization_response_iss_parameter_supported: true,
  }),
  settings: { OIDC_AUDIENCE: 'users-management', OIDC_TOKEN_TYPE: 'JWT' },
  accessToken: (asked) => {
    const claims = {
      typ: 'Bearer',
      azp: asked.get('client_id'),
      sid: 'x',
      acr: '1',
      jti: randomUUID(),
      scope: asked.get('scope'),
    };
    const aud = ['users-management', 'account'];
    return { typ: 'JWT', claims: { ...claims, aud, sub: '5a4e1b64-keycloak', 'allowed-origins': ['*'] } };
  },
  idToken: (asked) => ({
    typ: 'JWT',
    claims: { typ: 'ID', azp: asked.get('client_id'), sid: 'x', sub: '5a4e1b64-keycloak' },
  }),
};

// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html: the header has `kid`
// and `alg` alone, ID tokens are signed with another key, the client is in `client_id`, and `aud` is there only with resource binding
// (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html), of the plans Essentials and
// Plus. The endpoints are on the user pool's domain, the issuer is not.
const cognitoLike = (bindsResources: boolean): ProviderKind => ({
  paths: {
    issuer: '/eu-central-1_EXAMPLE',
    authorize: '/oauth2/authorize',
    token: '/oauth2/token',
    jwks: '/eu-central-1_EXAMPLE/.well-known/jwks.json',
  },
  isSplit: true,
  clientId: '1example23456789',
  document: ({ elsewhere }) => ({
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    userinfo_endpoint: `${elsewhere}/oauth2/userInfo`,
  }),
  settings: {
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_TOKEN_TYPE: 'none',
    ...(bindsResources ? {} : { OIDC_AUTHORIZE_PARAMS: 'resource=' }),
  },
  accessToken: (asked) => {
    const binding = bindsResources ? { aud: asked.get('resource') } : {};
    const claims = {
      version: 2,
      token_use: 'access',
      client_id: asked.get('client_id'),
      username: 'ana',
      scope: 'openid',
    };
    return {
      claims: {
        ...binding,
        ...claims,
        sub: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
        auth_time: now(),
        jti: randomUUID(),
      },
    };
  },
  idToken: () => ({
    claims: {
      token_use: 'id',
      'cognito:username': 'ana',
      sub: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
      auth_time: now(),
    },
  }),
});
export const cognito = cognitoLike(true);
export const cognitoLite = cognitoLike(false);

// https://accounts.google.com/.well-known/openid-configuration. https://developers.google.com/identity/protocols/oauth2/native-app wants
// PKCE and the secret; its access tokens are opaque.
export const google: ProviderKind = {
  paths: { issuer: '', authorize: '/o/oauth2/v2/auth', token: '/token', jwks: '/oauth2/v3/certs' },
  isSplit: true,
  clientId: '1234.apps.googleusercontent.com',
  document: () => ({
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_types_supported: ['code', 'token', 'id_token', 'code token', 'none'],
    code_challenge_methods_supported: ['plain', 'S256'],
  }),
  settings: { OIDC_AUDIENCE: AUDIENCE },
  refuseToken: (form) => (form.has('client_secret') ? undefined : invalid('client_secret is missing.')),
  accessToken: () => 'ya29.opaque',
  idToken: () => ({ typ: 'JWT', claims: { sub: '110169484474386276334', azp: '1234.apps.googleusercontent.com' } }),
};

function invalid(description: string) {
  return { error: 'invalid_request', error_description: description };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
