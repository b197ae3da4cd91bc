import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { createIdentityProvider } from '../../src/domain/identity-provider.ts';
import { createDiscovery } from '../../src/domain/provider-discovery.ts';
import { signInOptions } from '../../src/process/provider.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { createDatabase } from '../support/database.ts';
import { type EmulatedProvider, emulate, type ProviderKind } from '../support/emulated-provider.ts';
import { auth0, auth0Rfc9068, cognito, cognitoLite, entra, google, keycloak, okta } from '../support/provider-kinds.ts';
import { caller, errorCode, type Service, startService } from '../support/service.ts';

let browser: TestBrowser;
let visitor: BrowserContext;
let page: Page;
let database: string;
let provider: EmulatedProvider;
let service: Service;

beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), createDatabase()]);
  // Each service is a site of its own, so one visitor will do, whose browser is warm.
  visitor = (await browser.newPage()).context();
});
afterEach(async () => {
  await page.close();
  await service.close();
  provider.close();
});
afterAll(() => browser.close());

/** The service with what a start reads of these settings, and the page at its sign-in. */
async function open(kind: ProviderKind, changed: Record<string, string> = {}) {
  provider = await emulate(kind);
  const config = readConfig({ ...provider.settings, ...changed });
  if (!config.identityProvider) throw new Error('The settings name no provider.');
  const discovery = createDiscovery(config.identityProvider);
  await discovery.find();
  service = await startService(undefined, signInOptions(config, discovery), database);
  provider.register(new URL('/signed-in', service.url).href);
  page = await visitor.newPage();
  await page.goto(new URL('/', service.url).href);
  return { identityProvider: { ...config.identityProvider, jwksUrl: provider.jwks } };
}

const signIn = () => page.getByRole('button', { name: 'Sign in with your company account' }).click();

test.each([
  ['Entra ID', entra, 'pairwise-of-the-api'],
  ['Auth0', auth0, 'auth0|6553da60a54af58e29493993'],
  ['Auth0 with its profile of RFC 9068', auth0Rfc9068, 'auth0|6553da60a54af58e29493993'],
  ['Okta', okta, 'ana@example.com'],
  ['Keycloak', keycloak, '5a4e1b64-keycloak'],
  ['Cognito with resource binding', cognito, 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'],
  ['Cognito without it', cognitoLite, 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'],
])('A person signs in with %s, and its ID token is no access token', async (_name, kind, subject) => {
  const { identityProvider } = await open(kind);
  const [answer] = await Promise.all([page.waitForResponse(provider.token), signIn()]);
  await page.getByRole('heading', { name: 'Nobody has added you to a project yet' }).waitFor();
  await page.getByText(subject, { exact: true }).first().waitFor();
  const { access_token: accessToken, id_token: idToken } = await answer.json();
  const viewer = await caller(service.url, accessToken)('{ viewer { name } }');
  expect(viewer.data.viewer.name).toBe(subject);
  expect(errorCode(await caller(service.url, idToken)('{ viewer { name } }'))).toBe('UNAUTHENTICATED');
  // Nor would it be for one whose audience is the page itself.
  const careless = createIdentityProvider({ ...identityProvider, audience: kind.clientId });
  expect(await careless(idToken)).toEqual({ refused: kind === auth0Rfc9068 ? 'type' : 'id token' });
  const another = createIdentityProvider({ ...identityProvider, audience: 'another', clientId: 'another' });
  expect(await another(accessToken)).toEqual({ refused: 'audience' });
});

test('Google, if it were let in, gives a page no token, and the page tells its reason', async () => {
  await open(google);
  await signIn();
  await page.getByText('The identity provider refused: client_secret is missing. Try again.').waitFor();
});

test('An opaque access token, as Auth0 gives without the audience, is told as what it is', async () => {
  await open(auth0, { OIDC_AUTHORIZE_PARAMS: 'resource=' });
  await signIn();
  await page.getByText('The identity provider gave an access token that is not for this service.').waitFor();
});
