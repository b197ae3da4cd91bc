import { expect, test } from '@jest/globals';
import { ConfigurationError, readConfig } from '../../src/config.ts';

const PROVIDER = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_AUDIENCE: 'https://users.example',
  OIDC_CLIENT_ID: 'page',
};

function problemsOf(settings: Record<string, string>): string[] {
  try {
    readConfig(settings);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split('\n');
  }
}

test('By default openid is asked for, and nothing beside what the sign-in needs', () => {
  expect(readConfig(PROVIDER)).toMatchObject({
    basePath: '',
    identityProvider: { jwksUrl: null, tokenType: 'at+jwt', clientId: 'page' },
    pageSignIn: { scope: 'openid', parameters: [] },
  });
});

test('Scopes and parameters are as they are set; openid is always asked for', () => {
  const OIDC_AUTHORIZE_PARAMS = 'audience=https%3A%2F%2Fapi&prompt=login&resource=';
  const { pageSignIn } = readConfig({ ...PROVIDER, OIDC_SCOPE: 'api://x/.default', OIDC_AUTHORIZE_PARAMS });
  expect(pageSignIn).toMatchObject({
    scope: 'openid api://x/.default',
    parameters: [
      ['audience', 'https://api'],
      ['prompt', 'login'],
      ['resource', ''],
    ],
  });
  expect(readConfig({ ...PROVIDER, OIDC_SCOPE: 'email openid' }).pageSignIn?.scope).toBe('email openid');
});

const OWN = [
  ...['client_id', 'redirect_uri', 'response_type', 'response_mode', 'state', 'nonce', 'code_challenge'],
  ...['code_challenge_method', 'request', 'request_uri', 'client_secret'],
];

test.each<[setting: string, text: string, line: RegExp]>([
  ...OWN.map((name): [string, string, RegExp] => [
    'OIDC_AUTHORIZE_PARAMS',
    `prompt=login&${name}=`,
    /must set none of/,
  ]),
  ['OIDC_AUTHORIZE_PARAMS', 'state%3Dx', /must be a query string/],
  ['OIDC_AUTHORIZE_PARAMS', 'st%61te=x', /must be a query string/],
  ['OIDC_AUTHORIZE_PARAMS', 'prompt', /must be a query string/],
  ['OIDC_AUTHORIZE_PARAMS', '?prompt=login', /must be a query string/],
  ['OIDC_AUTHORIZE_PARAMS', 'audience=%zz', /must be a query string/],
  ['OIDC_AUTHORIZE_PARAMS', 'scope=email', /must not set scope: OIDC_SCOPE does/],
  ['OIDC_SCOPE', 'openid  email', /must list scopes/],
  ['OIDC_SCOPE', 'openid "email"', /must list scopes/],
  ['OIDC_ISSUER', 'login.example', /must be a URL/],
  ['OIDC_ISSUER', 'http://login.example', /must begin with https/],
  ['OIDC_ISSUER', 'https://login.microsoftonline.com/{tenant}/v2.0', /must have your tenant/],
  ['OIDC_ISSUER', 'https://accounts.google.com', /must be another: Google gives no access tokens that are JWTs/],
  ['OIDC_ISSUER', 'https://company.okta.com', /must be an authorization server of its own/],
  ['OIDC_JWKS_URL', 'http://login.example/keys', /must begin with https/],
  ['BASE_PATH', 'users-management', /must be a path/],
  ['BASE_PATH', '/a//b', /must be a path/],
  ['BASE_PATH', '/../x', /must be a path/],
  ['BASE_PATH', '/a"b', /must be a path/],
  ['BASE_PATH', '/users/x', /must not begin with a path of the service itself/],
])('%s=%s is told in one line', (setting, text, line) => {
  const problems = problemsOf({ ...PROVIDER, [setting]: text });
  expect(problems).toEqual([expect.stringMatching(line)]);
  expect(problems[0]?.startsWith(`${setting} must`)).toBe(true);
});

test('Settings of the page without a client of the page are told', () => {
  const { OIDC_CLIENT_ID: _, ...alone } = PROVIDER;
  expect(problemsOf({ ...alone, OIDC_SCOPE: 'openid' })).toEqual([expect.stringMatching(/^OIDC_CLIENT_ID is missing/)]);
  expect(problemsOf({ OIDC_JWKS_URL: 'https://login.example/keys' })).toEqual([
    expect.stringMatching(/^OIDC_ISSUER is missing/),
    expect.stringMatching(/^OIDC_AUDIENCE is missing/),
  ]);
});

test.each([
  ['/', ''],
  ['/users-management/', '/users-management'],
  ['/tools/users_1.0~', '/tools/users_1.0~'],
  ['/users-management/projects', '/users-management/projects'],
])('BASE_PATH %s is %s', (BASE_PATH, basePath) => {
  expect(readConfig({ BASE_PATH }).basePath).toBe(basePath);
});
