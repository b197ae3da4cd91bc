import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import type { Project } from '../support/service.ts';
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

const OF_GATEWAYS = EXAMPLES.filter(({ isOfGateway }) => isOfGateway);
const OF_OWNERS = EXAMPLES.filter(({ isOfGateway }) => !isOfGateway);

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
  return run(page);
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

/** Runs the examples in their order, and tells which of them were refused and why. */
async function runAll(page: Page, examples: typeof EXAMPLES): Promise<Record<string, string[]>> {
  const refused: Record<string, string[]> = {};
  for (const { name } of examples) {
    const { data, errors } = await runTab(page, name);
    expect([name, errors, data]).toEqual([name, undefined, expect.anything()]);
    const [answer] = Object.values<{ userErrors?: { code: string }[] } | null>(data);
    expect([name, answer]).not.toEqual([name, null]);
    if (answer?.userErrors?.length) refused[name] = answer.userErrors.map(({ code }) => code);
  }
  return refused;
}

test('every example of an owner runs as it is, with the key of the link, and nothing comes from another host', async () => {
  const { page, foreign } = await open(`${web.service.url}#key=${key}`);
  expect(page.url()).toBe(web.service.url);
  await runTab(page, 'AddUser');
  // From now on they are about her whom it added.
  await page.reload();
  expect(await runAll(page, OF_OWNERS)).toEqual({
    AddUser: ['PHONE_NUMBER_TAKEN', 'EMAIL_TAKEN'],
    // They name nobody, so that nothing happens by mistake.
    Merge: ['NOT_FOUND'],
    Approve: ['NOT_FOUND'],
  });
  expect(foreign).toEqual([]);
});

test('every example of a gateway runs as it is, with a key that is typed in; no key is seen or kept', async () => {
  const { page } = await open(`${web.service.url}#key=${key}`);
  const gatewayKey = await web.service.secretFor('GATEWAY', project.id);
  await giveKey(page, gatewayKey);
  await page.getByText(/^Asking with the key “.?GATEWAY.?” \(GATEWAY\) until/).waitFor();
  expect(await runAll(page, OF_GATEWAYS)).toEqual({ Redeem: ['INVITATION_INVALID'] });
  await page.locator('.graphiql-response', { hasText: 'INVITATION_INVALID' }).waitFor();
  const everything = await page.evaluate(EVERYTHING);
  for (const secret of [key, gatewayKey]) expect(everything).not.toContain(secret);
});

test('a stranger learns nothing of the schema, is told when a key is wrong, and signs in with one that is good', async () => {
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
});

test('what was run is in the history, without secrets, for whoever ran it alone, until they sign out', async () => {
  const { page } = await open(`${web.service.url}#key=${key}`);
  await runTab(page, 'Redeem');
  await page.reload();
  await page.getByRole('button', { name: 'Show History' }).click();
  await page.locator('.graphiql-history').getByText('Redeem').click();
  await page.locator('.graphiql-query-editor', { hasText: 'mutation Redeem' }).waitFor();
  const kept = () => page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('graphiql:'))");
  expect(await kept()).toContainEqual(expect.stringMatching(/:queries$/));
  expect(await page.evaluate('JSON.stringify(localStorage)')).toMatch(/um-…(?!.*um-A)/);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('about:blank');
  await page.goto(`${web.service.url}#key=${await web.service.secretFor('VIEWER')}`);
  await page.getByRole('button', { name: 'Show History' }).click();
  expect(await page.locator('.graphiql-history').getByText('Redeem').count()).toBe(0);
  await page.getByRole('link', { name: 'Users Management' }).click();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await kept()).toEqual([]);
});

test('an error is marked in the editor, and the answer tells its line and column there', async () => {
  const { page } = await open(
    `${web.service.url}?query=${encodeURIComponent('# Mine\n{\n  viewer { nme }\n}')}#key=${key}`,
  );
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
  const { errors } = await run(page);
  expect(errors).toEqual([expect.objectContaining({ locations: [{ line: 3, column: 12 }] })]);
  await page.locator('.graphiql-response', { hasText: '"column": 12' }).waitFor();
});

test('a link of another key asks, telling whose session would go, and the same key does not', async () => {
  const { page } = await open(`${web.service.url}#key=${key}`);
  const other = await web.service.secretFor('VIEWER');
  const asked: string[] = [];
  const answers = [false, true];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return answers.shift() ? dialog.accept() : dialog.dismiss();
  });
  const keyOf = () => page.evaluate("sessionStorage.getItem('access-key')");
  const openLink = async (secret: string) => {
    await page.goto('about:blank');
    await page.goto(`${web.service.url}#key=${secret}`);
    await page.getByRole('tab', { name: 'MyProjects' }).waitFor();
    expect(page.url()).toBe(web.service.url);
  };
  await openLink(key);
  expect(asked).toEqual([]);
  await openLink(other);
  expect(asked).toEqual([
    expect.stringMatching(/^You are signed in with the key “.?ADMINISTRATOR.?” \(Administrator\)\./),
  ]);
  expect(await keyOf()).toBe(key);
  await openLink(other);
  expect([asked.length, await keyOf()]).toEqual([2, other]);
  await page.getByText(/key “.?VIEWER.?” \(Viewer\)/).waitFor();
});

test('a link that is opened in the page itself asks there, and leaves what was written when it is refused', async () => {
  const { page } = await open(`${web.service.url}#key=${key}`);
  await page.locator('.graphiql-query-editor textarea, .graphiql-query-editor [role=textbox]').first().focus();
  await page.keyboard.type('# mine ');
  const isAsked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await page.evaluate(`location.hash = 'key=${await web.service.secretFor('VIEWER')}'`);
  await isAsked;
  expect(page.url()).toBe(web.service.url);
  await page.locator('.graphiql-query-editor', { hasText: '# mine' }).waitFor();
});

test('the examples ask about the project that the address names, to which a link leads back', async () => {
  const { id } = await web.service.project('Named by the address');
  const { page } = await open(`${web.service.url}?project=${id}#key=${key}`);
  const { request } = await runTab(page, 'SearchUsers');
  expect(request.variables.projectId).toBe(id);
  await page.getByRole('link', { name: 'Users Management' }).click();
  await page.getByRole('button', { name: 'Project: Named by the address' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/projects/${id}/users`);
});
