import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { type Service, startService } from '../support/service.ts';

let browser: TestBrowser;
let service: Service;
let key: string;

beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), startService()]);
  await service.project();
  key = await service.secretFor('ADMINISTRATOR');
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const EXAMPLES = ['MyProjects', 'AddUser', 'SearchUsers', 'AddGatewayKey', 'MayTheyTalk', 'MayTheyAllTalk'];

async function open(address: string): Promise<{ page: Page; foreign: string[] }> {
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(service.url).origin) foreign.push(request.url());
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
  return (await answer).json();
}

test('every example runs as it is, with the key of the link, and nothing comes from another host', async () => {
  const { page, foreign } = await open(`${service.url}#key=${key}`);
  expect(page.url()).toBe(service.url);
  for (const name of EXAMPLES) {
    const { data, errors } = await runTab(page, name);
    expect([name, errors, Object.values(data).includes(null)]).toEqual([name, undefined, false]);
    await page.locator('.graphiql-response', { hasText: '"data"' }).waitFor();
  }
  expect(foreign).toEqual([]);
});

test('a stranger finds the header to fill in, and learns nothing of the schema', async () => {
  const { page } = await open(service.url);
  await page.locator('.graphiql-editor', { hasText: 'Bearer <your access key>' }).last().waitFor();
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: /Execute query/ }).click();
  expect((await answer).status()).toBe(401);
});

test('the key is kept out of what stays in the browser', async () => {
  const { page } = await open(`${service.url}#key=${key}`);
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.locator('.graphiql-response', { hasText: '"data"' }).waitFor();
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(key);
});
