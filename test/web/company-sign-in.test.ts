import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signInAtProvider } from '../support/company-account.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { addMember } from '../support/page.ts';
import { caller, errorCode, type Project, startService } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let provider: IdentityProvider;
let project: Project;

const web = useWeb(async () => {
  provider = await startIdentityProvider([]);
  return startService(provider, { pageSignIn: provider.pageSignIn });
});

beforeEach(async () => {
  project = await web.service.project();
  await project.user({ firstName: 'Grace', lastName: 'Hopper' });
});

afterAll(() => provider.stop());

const addressOf = (path: string) => new URL(path, web.service.url).href;
const companyButton = (page: Page) => page.getByRole('button', { name: 'Sign in with your company account' });

const add = (subject: string) => addMember(project, { subject, name: 'Ana Lima', role: 'MEMBER' });

/** A visitor with a session of their own at the provider. */
async function open(path = '/'): Promise<Page> {
  const page = await web.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(addressOf(path));
  return page;
}

test('A person signs in at the provider, comes back to where they were, works, and signs out; the code and the state stay neither in the address bar nor in the history, and reach no server but the provider', async () => {
  await add('ana');
  const path = `/projects/${project.id}/users?q=grace`;
  const page = await open(path);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (page.url().startsWith(addressOf('/'))) complaints.push(message.text());
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await signInAtProvider(page, 'ana');
  await page.getByText('Grace Hopper').waitFor();
  expect(page.url()).toBe(addressOf(path));
  await page.goto('about:blank');
  await page.goBack();
  await page.getByText('Grace Hopper').waitFor();
  expect(page.url()).toBe(addressOf(path));
  const toService = requests.filter((url) => url.startsWith(addressOf('/')));
  expect(toService.filter((url) => /code=|state=/.test(url.split('#')[0] ?? ''))).toEqual([]);
  await page.getByRole('button', { name: 'Edit Grace Hopper' }).click();
  await page.getByLabel('Middle Name').fill('Brewster');
  await page.getByRole('button', { name: 'Update User' }).click();
  await page.getByText('Grace Brewster Hopper was updated').waitFor();
  expect((await project.trail())[0]).toMatchObject({ action: 'USER_UPDATED', actorName: 'Ana Lima' });
  await page.getByRole('button', { name: 'Account: Member' }).click();
  await page.getByText('Signed in as Ana Lima').waitFor();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await companyButton(page).waitFor();
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
  expect(complaints).toEqual([]);
});

test('It asks for a code with PKCE, a state and a nonce, for our audience; a provider that cannot be reached is said in words, and whoever turns back there is told so, and can try again at once; an answer of another state, or that nobody asked for, is refused without asking the provider; an access key signs in beside it', async () => {
  await add('cyd');
  const page = await open(`/projects/${project.id}/environments`);
  await page.route(`${provider.issuer}/**`, (route) => route.abort());
  await companyButton(page).click();
  await page.getByRole('alert').getByText('The identity provider cannot be reached just now').waitFor();
  await page.unroute(`${provider.issuer}/**`);
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().startsWith(`${provider.issuer}/auth?`)),
    companyButton(page).click(),
  ]);
  expect(Object.fromEntries(new URL(request.url()).searchParams)).toMatchObject({
    response_type: 'code',
    client_id: provider.pageSignIn.clientId,
    redirect_uri: addressOf('/signed-in'),
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    resource: provider.audience,
  });
  await page.locator('input[name=login]').waitFor();
  // What is said of it has its words, whichever part of the page arrives first.
  const asked = page.waitForResponse(/\/assets\/company-account-[^/]+\.js/);
  await page.route(/\/assets\/first-[^/]+\.js/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByText('The identity provider refused').waitFor();
  await page.unroute(/\/assets\/first-[^/]+\.js/);
  await signInAtProvider(page, 'cyd');
  await page.getByRole('heading', { name: 'Environments' }).waitFor();

  await page.getByRole('button', { name: 'Account: Member' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await companyButton(page).click();
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  const exchanges: string[] = [];
  page.on('request', (request) => {
    if (request.url() === `${provider.issuer}/token`) exchanges.push(request.url());
  });
  for (const [what, where] of [
    ['another state', `/projects/${project.id}/environments`],
    ['an answer that nobody asked for', '/'],
  ] as const) {
    await page.goto(addressOf('/signed-in#code=stolen&state=forged'));
    await page.getByText('does not belong to a sign-in that was begun in this tab').waitFor();
    expect([what, page.url(), exchanges]).toEqual([what, addressOf(where), []]);
    await companyButton(page).waitFor();
  }
  await page.locator('input[type=password]').fill(await web.service.secretFor('VIEWER', project.id));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Grace Hopper').waitFor();
});

test('A person whom nobody has added sees their subject, copies it, and gets in once added; their ID token is no access token, whatever type access tokens have', async () => {
  const page = await open(`/projects/${project.id}/environments`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [answer] = await Promise.all([
    page.waitForResponse(`${provider.issuer}/token`),
    signInAtProvider(page, 'new|person'),
  ]);
  await page.getByRole('heading', { name: 'Nobody has added you to a project yet' }).waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('new|person');
  await add('new|person');
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('heading', { name: 'Environments' }).waitFor();

  const { id_token: idToken } = await answer.json();
  // For the page it was made, so it would pass for the audience.
  const audience = provider.pageSignIn.clientId;
  for (const tokenType of ['at+jwt', 'JWT', 'none']) {
    const other = await startService({ ...provider, audience, tokenType }, {}, web.service.connectionString);
    const ask = async (token: string) => errorCode(await caller(other.url, token)('{ viewer { name } }'));
    const typ = tokenType === 'none' ? undefined : tokenType;
    expect([tokenType, await ask(idToken)]).toEqual([tokenType, 'UNAUTHENTICATED']);
    expect([tokenType, await ask(await provider.sign({ typ }, { aud: audience }))]).toEqual([tokenType, undefined]);
    await other.close();
  }
});

test('A sign-in that has expired leads back to signing in, and what was typed is there again; a link with a key, opened in a person’s tab, asks before it signs them out', async () => {
  await add('dee');
  const page = await open(`/projects/${project.id}/users`);
  await signInAtProvider(page, 'dee');
  await page.getByRole('button', { name: 'Add User' }).click();
  const form = page.getByRole('dialog', { name: 'Add User' });
  await form.getByLabel('First Name').fill('Ada');
  // The service tells no difference between a token past its time and one that never was.
  const headers = { 'content-type': 'application/json', authorization: 'Bearer over.and.done' };
  await page.route('**/graphql', (route) => route.continue({ headers }));
  await form.getByRole('button', { name: 'Add User' }).click();
  await page.getByText('Your sign-in no longer works').waitFor();
  await page.unroute('**/graphql');
  await companyButton(page).click();
  // The provider knows the person still.
  await page.getByRole('button', { name: 'Continue' }).click();
  await form.waitFor();
  expect(await form.getByLabel('First Name').inputValue()).toBe('Ada');

  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Grace Hopper').waitFor();
  await page.evaluate(`location.hash = 'key=${await web.service.secretFor('VIEWER', project.id)}'`);
  await page.getByText(/^You are signed in as .?Ana Lima.? \(Member\)\.$/).waitFor();
  await page.getByRole('button', { name: 'Use the other key' }).click();
  await page.getByRole('button', { name: 'Account: Viewer' }).waitFor();
});
