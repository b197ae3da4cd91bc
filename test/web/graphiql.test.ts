import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useWeb } from '../support/use-web.ts';

let key: string;

const web = useWeb();

beforeAll(async () => {
  await web.service.project();
  key = await web.service.secretFor('ADMINISTRATOR');
});

const EXAMPLES = [
  'MyProjects',
  'AddUser',
  'SearchUsers',
  'AddGatewayKey',
  'MayTheyTalk',
  'MayTheyAllTalk',
  'Requests',
  'Approved',
];

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

async function runTab(page: Page, name: string) {
  await page.getByRole('tab', { name }).click();
  await page.locator('.graphiql-query-editor', { hasText: name }).waitFor();
  const answer = page.waitForResponse((response) => response.request().postData()?.includes(name) ?? false);
  const tooEarly = page.locator('.graphiql-response', { hasText: 'Cannot infer operation' });
  // It notices only after a moment which operation the tab holds, and says so when asked to run it before.
  for (let isAnswered = false; !isAnswered; ) {
    await page.getByRole('button', { name: /Execute query/ }).click();
    isAnswered = await Promise.race([answer.then(() => true), tooEarly.waitFor().then(() => false)]);
  }
  return answer;
}

test('every example runs as it is, with the key of the link, and nothing comes from another host', async () => {
  const { page, foreign } = await open(`${web.service.url}#key=${key}`);
  expect(page.url()).toBe(web.service.url);
  for (const name of EXAMPLES) {
    const { data, errors } = await (await runTab(page, name)).json();
    expect([name, errors, Object.values(data).includes(null)]).toEqual([name, undefined, false]);
    await page.locator('.graphiql-response', { hasText: '"data"' }).waitFor();
  }
  expect(foreign).toEqual([]);
});

test('a stranger finds the header to fill in, and learns nothing of the schema', async () => {
  const { page } = await open(web.service.url);
  await page.locator('.graphiql-editor', { hasText: 'Bearer <your access key>' }).last().waitFor();
  expect((await runTab(page, 'MyProjects')).status()).toBe(401);
});

test('the key is kept out of what stays in the browser', async () => {
  const { page } = await open(`${web.service.url}#key=${key}`);
  await runTab(page, 'MyProjects');
  await page.locator('.graphiql-response', { hasText: '"data"' }).waitFor();
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(key);
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
  await page.locator('.graphiql-editor', { hasText: other }).last().waitFor();
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
  const answer = await runTab(page, 'SearchUsers');
  expect(answer.request().postData()).toContain(id);
  await page.getByRole('link', { name: 'Users Management' }).click();
  await page.getByRole('button', { name: 'Project: Named by the address' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/projects/${id}/users`);
});
