import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { variablesOf } from '../../src/web/graphiql/variables.ts';
import { caller, type Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;
let key: string;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  key = await web.service.secretFor('ADMINISTRATOR');
});

const EXAMPLES = globSync('src/web/graphiql/examples/*.graphql')
  .sort()
  .map((file) => {
    const text = readFileSync(file, 'utf8');
    return { name: /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? file, text, isOfGateway: /\d-gateway-/.test(file) };
  });

// What fits into the editor of a window of 1280 pixels.
const COLUMNS = 48;

async function open(address: string): Promise<{ page: Page; foreign: string[] }> {
  const page = await web.browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(web.service.url).origin) foreign.push(request.url());
  });
  page.on('pageerror', (error) => foreign.push(error.message));
  await page.goto(address);
  await page.getByRole('tab', { name: 'MyProjects' }).waitFor();
  return { page, foreign };
}

async function run(page: Page) {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: /Execute query/ }).click();
  const { data, errors } = await (await answer).json();
  return { data, errors, request: (await answer).request().postDataJSON() };
}

async function runTab(page: Page, name: string) {
  await page.getByRole('tab', { name: new RegExp(`^${name}\\b`) }).click();
  await page.locator('.graphiql-query-editor', { hasText: name }).waitFor();
  // A moment later GraphiQL knows the tab's operation too; until then it asks for that of the last tab, which is not there.
  for (;;) {
    const ran = await run(page);
    if (ran.request.operationName === name) return ran;
  }
}

async function giveKey(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Access key').fill(secret);
  await page.getByLabel('Access key').press('Enter');
}

/** All that can be seen of the page, is in its forms, or stays in the browser but for the session itself. */
const EVERYTHING = `[
  document.documentElement.outerHTML, location.href, document.title, JSON.stringify(localStorage), document.cookie, JSON.stringify(history.state),
  ...Array.from(document.querySelectorAll('input, textarea'), (field) => field.value),
  ...Object.keys(sessionStorage).filter((name) => name !== 'access-key').map((name) => sessionStorage.getItem(name)),
].join()`;

test('every example is valid, and no line of it is wider than the editor', () => {
  const schema = buildSchema(
    globSync('schema/*.graphql')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  );
  expect(EXAMPLES.length).toBeGreaterThan(10);
  for (const { name, text } of EXAMPLES) {
    expect([name, validate(schema, parse(text))]).toEqual([name, []]);
    expect(text.split('\n').filter((line) => line.length > COLUMNS)).toEqual([]);
  }
});

type Outcome = { userErrors?: { code: string }[]; user?: { id: string } | null };

test('every example runs as it is, of an owner about her whom they add first, of a gateway with a key of its own', async () => {
  const own = await web.service.project();
  const ids = { projectId: own.id, environmentId: own.production };
  const secrets = { owner: key, gateway: await web.service.secretFor('GATEWAY', own.id) };
  /** Whom it is about, and why it was refused, if it was. */
  const runOverApi = async (
    { name, text, isOfGateway }: (typeof EXAMPLES)[number],
    filledIn: Record<string, string | undefined>,
  ) => {
    const ask = caller(web.service.url, isOfGateway ? secrets.gateway : secrets.owner);
    const { data, errors } = await ask(text, JSON.parse(variablesOf(text, filledIn) ?? '{}'));
    expect([name, errors, data]).toEqual([name, undefined, expect.anything()]);
    const [answer]: (Outcome | null)[] = Object.values<object | null>(data);
    expect([name, answer]).not.toEqual([name, null]);
    return { id: answer?.user?.id, codes: answer?.userErrors?.map(({ code }) => code) ?? [] };
  };
  const [addUser, merge] = EXAMPLES.filter(({ name }) => name === 'AddUser' || name === 'Merge');
  if (!addUser || !merge) throw new Error('No example adds a user, or none merges two.');
  // Before anybody is known, the two are two people whom there are not.
  expect(await runOverApi(merge, ids)).toEqual({ id: undefined, codes: ['NOT_FOUND'] });
  const { id: userId } = await runOverApi(addUser, ids);
  const refused: Record<string, string[]> = {};
  for (const example of EXAMPLES) {
    const { codes } = await runOverApi(example, { ...ids, userId });
    if (codes.length > 0) refused[example.name] = codes;
  }
  expect(refused).toEqual({
    AddUser: ['PHONE_NUMBER_TAKEN', 'EMAIL_TAKEN'],
    // They name nobody, so that nothing happens by mistake.
    Merge: ['NOT_FOUND'],
    Approve: ['NOT_FOUND'],
    Redeem: ['INVITATION_INVALID'],
  });
});

test('they are filled in for the project of the address, to which a link leads back, and for the person there; they run with the key of the link, or one that is typed in; no key is seen or kept, no change is laid ready by a link, and nothing comes from another host', async () => {
  const own = await web.service.project('Named by the address');
  const ana = await own.user({ firstName: 'Ana', lastName: 'Lima', phoneNumber: '+1 555-123-4567' });
  const address = `${web.service.url}?project=${own.id}`;
  const laid = encodeURIComponent('mutation Laid($id: ID!) { deleteProject(input: { id: $id }) { deletedProjectId } }');
  const { page, foreign } = await open(`${address}&query=${laid}#key=${key}`);
  expect(page.url()).toBe(address);
  await page.locator('.graphiql-query-editor', { hasText: 'query MyProjects' }).waitFor();
  const tabs = await page.getByRole('tab').allInnerTexts();
  expect(EXAMPLES.filter(({ name }) => !tabs.some((tab) => tab.trim() === name))).toEqual([]);
  const added = await runTab(page, 'AddUser');
  expect(added.request.variables).toEqual({ projectId: own.id, environmentId: own.production });
  expect(added.data.createUser.userErrors).toMatchObject([{ code: 'PHONE_NUMBER_TAKEN' }]);
  const limited = await runTab(page, 'LimitAccess');
  expect(limited.request.variables).toMatchObject({ userId: ana.id, environmentId: own.production });
  expect(limited.errors).toBeUndefined();
  const gatewayKey = await web.service.secretFor('GATEWAY', own.id);
  await giveKey(page, gatewayKey);
  await page.getByText(/^Asking with the key “.?GATEWAY.?” \(Gateway\) until/).waitFor();
  expect((await runTab(page, 'Myself')).data.viewer.role).toBe('GATEWAY');
  expect((await runTab(page, 'Redeem')).request.variables).toEqual({ environmentId: own.production });
  await page.locator('.graphiql-response', { hasText: 'INVITATION_INVALID' }).waitFor();
  const everything = await page.evaluate(EVERYTHING);
  for (const secret of [key, gatewayKey]) expect(everything).not.toContain(secret);
  await page.getByRole('link', { name: 'Users Management' }).click();
  await page.getByRole('button', { name: 'Project: Named by the address' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/projects/${own.id}/users`);
  expect(foreign).toEqual([]);
});

test('a stranger learns nothing of the schema, is told when a key is wrong, and signs in with one that is good; what was run is in the history, without secrets, for whoever ran it alone; a link of another key asks whose session would go', async () => {
  const { page } = await open(web.service.url);
  await page.getByText('Give an access key to sign in').waitFor();
  expect((await runTab(page, 'MyProjects')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  for (const wrong of [`${key.slice(0, -1)}é`, `${key}x`, 'ключ']) {
    await giveKey(page, wrong);
    await page
      .getByRole('alert')
      .filter({ hasText: /does not work/ })
      .waitFor();
  }
  await giveKey(page, key);
  await page.getByText('You are signed in with the key').waitFor();
  const { data, request } = await runTab(page, 'SearchUsers');
  expect([request.variables.projectId, data.project.users]).toEqual([project.id, expect.anything()]);

  const other = await web.service.secretFor('VIEWER');
  const asked: string[] = [];
  const answers = [false, true];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return answers.shift() ? dialog.accept() : dialog.dismiss();
  });
  const keyOf = () => page.evaluate("sessionStorage.getItem('access-key')");
  const kept = () => page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('graphiql:'))");
  const inHistory = page.locator('.graphiql-history').getByText('Redeem');
  const openLink = async (secret: string) => {
    await page.goto('about:blank');
    await page.goto(`${web.service.url}#key=${secret}`);
    await page.getByRole('tab', { name: 'MyProjects' }).waitFor();
    expect(page.url()).toBe(web.service.url);
  };
  await runTab(page, 'Redeem');

  // The same key does not ask.
  await openLink(key);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Show History' }).click();
  await inHistory.click();
  await page.locator('.graphiql-query-editor', { hasText: 'mutation Redeem' }).waitFor();
  expect(await kept()).toContainEqual(expect.stringMatching(/:queries$/));
  expect(await page.evaluate('JSON.stringify(localStorage)')).toMatch(/um-…(?!.*um-A)/);

  await openLink(other);
  expect(asked).toEqual([
    expect.stringMatching(/^You are signed in with the key “.?ADMINISTRATOR.?” \(Administrator\)\./),
  ]);
  expect(await keyOf()).toBe(key);
  await openLink(other);
  expect([asked.length, await keyOf()]).toEqual([2, other]);
  await page.getByText(/key “.?VIEWER.?” \(Viewer\)/).waitFor();
  await page.getByRole('button', { name: 'Show History' }).click();
  expect(await inHistory.count()).toBe(0);

  // Whoever signs out leaves no history.
  await page.getByRole('link', { name: 'Users Management' }).click();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await kept()).toEqual([]);
});

test('an error is marked in the editor, and the answer tells its line and column there; a link opened in the page itself asks there, and leaves what was written when it is refused', async () => {
  const address = `${web.service.url}?query=${encodeURIComponent('# Mine\n{\n  viewer { nme }\n}')}`;
  const { page } = await open(`${address}#key=${key}`);
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
  const { errors } = await run(page);
  expect(errors).toEqual([expect.objectContaining({ locations: [{ line: 3, column: 12 }] })]);
  await page.locator('.graphiql-response', { hasText: '"column": 12' }).waitFor();

  await page.locator('.graphiql-query-editor textarea, .graphiql-query-editor [role=textbox]').first().focus();
  await page.keyboard.type('# typed ');
  const isAsked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await page.evaluate(`location.hash = 'key=${await web.service.secretFor('VIEWER')}'`);
  await isAsked;
  expect(page.url()).toBe(address);
  await page.locator('.graphiql-query-editor', { hasText: '# typed' }).waitFor();
});
