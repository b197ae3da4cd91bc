import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { holdBack, visit } from '../support/page.ts';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let browser: TestBrowser;
let project: Project;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  project = await service.project();
  for (let number = 1; number <= 45; number += 1) {
    await project.user({ firstName: 'Person', lastName: String(number).padStart(2, '0') });
  }
});

afterEach(() => browser.closePages());

afterAll(async () => {
  await browser.close();
  await service.close();
});

const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
const firstRow = (page: Page, name: string) => page.locator('tbody tr').first().getByText(name, { exact: true });

async function go(page: Page, label: string, firstName: string): Promise<void> {
  await pages(page).getByRole('button', { name: label }).click();
  await firstRow(page, firstName).waitFor();
}

test('Pages follow each other by cursor, forth and back, and a reload keeps the place', async () => {
  const page = await visit(browser, service, project);
  await firstRow(page, 'Person 45').waitFor();
  await page.getByText('45 users', { exact: true }).waitFor();
  await go(page, 'Next', 'Person 25');
  await go(page, 'Next', 'Person 05');
  expect(await page.locator('tbody tr').count()).toBe(5);
  expect(await pages(page).getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
  await page.reload();
  await firstRow(page, 'Person 05').waitFor();
  await go(page, 'Previous', 'Person 25');
  await page.goBack();
  await firstRow(page, 'Person 05').waitFor();
  await go(page, 'First page', 'Person 45');
});

test('The place is kept while others add users, and the button that was pressed keeps the focus', async () => {
  const own = await service.project();
  for (let number = 1; number <= 25; number += 1) await own.user({ firstName: 'Own', lastName: `${number}` });
  const page = await visit(browser, service, own);
  await firstRow(page, 'Own 25').waitFor();
  await own.user({ firstName: 'Newcomer', lastName: 'One' });
  await go(page, 'Next', 'Own 5');
  await pages(page).getByRole('button', { name: 'Next' }).and(page.locator(':focus')).waitFor();
});

test('A search starts from its first page', async () => {
  const page = await visit(browser, service, project);
  await go(page, 'Next', 'Person 25');
  await page.getByRole('searchbox').fill('45');
  await firstRow(page, 'Person 45').waitFor();
  expect(new URL(page.url()).searchParams.has('after')).toBe(false);
});

test('A place that is no place says so, and leads to the first page', async () => {
  const page = await visit(browser, service, project, { path: 'users?after=nonsense' });
  await page.getByText('The users could not be loaded').waitFor();
  await page.getByRole('button', { name: 'Go to the first page' }).click();
  await firstRow(page, 'Person 45').waitFor();
});

test('More than a thousand users are counted no further', async () => {
  const page = await browser.newPage();
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('"totalCount":45', '"totalCount":1001') });
  });
  const signedIn = await visit(browser, service, project);
  await firstRow(signedIn, 'Person 45').waitFor();
  const key: string = await signedIn.evaluate("sessionStorage.getItem('access-key')");
  await page.goto(new URL(`/projects/${project.id}/users#key=${key}`, service.url).href);
  await page.getByText('1,000+ users').waitFor();
});

test('The answer to an older search never replaces that to a newer one', async () => {
  const page = await visit(browser, service, project);
  await firstRow(page, 'Person 45').waitFor();
  const isOlder = (request: Request) => request.postDataJSON().variables.search === '4';
  const letGo = await holdBack(page, isOlder);
  const older = page.waitForRequest(isOlder);
  await page.getByRole('searchbox').fill('4');
  const aborted = page.waitForEvent('requestfailed', isOlder);
  await older;
  await page.getByRole('searchbox').fill('44');
  await page.getByText('1 user found for “44”').waitFor();
  await aborted;
  letGo();
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByText('1 user found for “44”').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);
});

test('While a page is on its way, skeletons stand in its place', async () => {
  const page = await visit(browser, service, project);
  await firstRow(page, 'Person 45').waitFor();
  const letGo = await holdBack(page, (request) => request.postData()?.includes('query Users(') ?? false);
  await page.reload();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByRole('status').getByText('Loading').first().waitFor();
  letGo();
  await firstRow(page, 'Person 45').waitFor();
});

test('A failed request says so and can be tried again', async () => {
  const page = await visit(browser, service, project);
  await firstRow(page, 'Person 45').waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByLabel('Sort').selectOption('Oldest first');
  await page.getByRole('alert').getByText('The users could not be loaded').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').getByText('The users could not be loaded').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await firstRow(page, 'Person 01').waitFor();
});

test('Deleting the last user of the last page leads to a page with users', async () => {
  const own = await service.project();
  for (let number = 1; number <= 21; number += 1) await own.user({ firstName: 'Own', lastName: `${number}` });
  const page = await visit(browser, service, own);
  await go(page, 'Next', 'Own 1');
  await page.getByRole('button', { name: 'Delete Own 1', exact: true }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await firstRow(page, 'Own 21').waitFor();
});
