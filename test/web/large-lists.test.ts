import { beforeAll, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { DELETE_USER } from '../support/documents.ts';
import { holdBack } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  for (let number = 1; number <= 45; number += 1) {
    await project.user({ firstName: 'Person', lastName: String(number).padStart(2, '0') });
  }
});

const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
const firstRow = (page: Page, name: string) => page.locator('tbody tr').first().getByText(name, { exact: true });

async function go(page: Page, label: string, firstName: string): Promise<void> {
  await pages(page).getByRole('button', { name: label }).click();
  await firstRow(page, firstName).waitFor();
}

test('Pages follow each other by cursor, forth and back, and a reload keeps the place; a search starts from its first page; the size of a page is chosen, stands in the address of a later page, and is remembered', async () => {
  const page = await web.visit(project, { viewport: { width: 1280, height: 860 } });
  await firstRow(page, 'Person 45').waitFor();
  await page.getByRole('status').getByText('1–20 of 45 users', { exact: true }).waitFor();
  await go(page, 'Next', 'Person 25');
  await page.getByRole('status').getByText('21–40 of 45 users', { exact: true }).waitFor();
  await go(page, 'Next', 'Person 05');
  expect(await page.locator('tbody tr').count()).toBe(5);
  expect(await pages(page).getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
  await page.reload();
  await firstRow(page, 'Person 05').waitFor();
  await go(page, 'Previous', 'Person 25');
  await page.goBack();
  await firstRow(page, 'Person 05').waitFor();
  await go(page, 'First page', 'Person 45');

  await go(page, 'Next', 'Person 25');
  await page.getByRole('searchbox').fill('45');
  await firstRow(page, 'Person 45').waitFor();
  expect(new URL(page.url()).searchParams.has('after')).toBe(false);
  await page.getByRole('searchbox').fill('');

  await page.getByLabel('20 a page').selectOption('50');
  await page.getByText('45 users', { exact: true }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(45);
  await page.goto(page.url().replace(/\?.*/, ''));
  await page.getByText('45 users', { exact: true }).waitFor();
});

test('Back on the first page whoever is added is seen, for it is no place behind a cursor; another page keeps its place while others are added, and leads to one with users once it has none', async () => {
  const own = await web.service.project();
  const first = await own.user({ firstName: 'Own', lastName: '1' });
  for (let number = 2; number <= 21; number += 1) await own.user({ firstName: 'Own', lastName: `${number}` });
  const page = await web.visit(own);
  await go(page, 'Next', 'Own 1');
  await go(page, 'Previous', 'Own 21');
  expect(new URL(page.url()).search).toBe('');
  await own.user({ firstName: 'Newcomer', lastName: 'One' });
  await page.reload();
  await firstRow(page, 'Newcomer One').waitFor();
  await page.getByText('1–20 of 22 users').waitFor();

  await own.user({ firstName: 'Newcomer', lastName: 'Two' });
  await go(page, 'Next', 'Own 2');
  // The button that was pressed keeps the focus.
  await pages(page).getByRole('button', { name: 'Next' }).and(page.locator(':focus')).waitFor();

  await own.member(DELETE_USER, { input: { id: first.id } });
  await page.getByRole('button', { name: 'Delete Own 2', exact: true }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('link', { name: 'Own 21', exact: true }).waitFor();
});

test('The number of a page counts for nothing without its cursor, and goes when its page became the first; a place that is no place says so, and leads to the first page', async () => {
  const page = await web.visit(project, { path: 'users?page=7' });
  await page.getByText('1–20 of 45 users').waitFor();
  await go(page, 'Next', 'Person 25');
  const place = new URL(page.url()).searchParams;
  await page.goto(`${page.url().split('?')[0]}?before=${place.get('after')}&page=3`);
  await page.waitForURL((url) => url.search === '');
  await firstRow(page, 'Person 45').waitFor();

  await page.goto(`${page.url()}?after=nonsense`);
  await page.getByText('The users could not be loaded').waitFor();
  await page.getByRole('button', { name: 'Go to the first page' }).click();
  await firstRow(page, 'Person 45').waitFor();
});

test('Until a page is there, skeletons stand in its place, and it does not wait until more than a thousand users are counted', async () => {
  const page = await web.browser.newPage();
  const list = Promise.withResolvers<void>();
  const count = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const asked = route.request().postData() ?? '';
    const isCount = asked.includes('query UserCount');
    if (asked.includes('query Users(')) await list.promise;
    if (isCount) await count.promise;
    await route.fulfill({
      response,
      body: (await response.text()).replace('"totalCount":45', `"totalCount":${isCount ? 3000 : 1001}`),
    });
  });
  const secret = await web.service.secretFor('VIEWER', project.id);
  await page.goto(new URL(`/projects/${project.id}/users#key=${secret}`, web.service.url).href);
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByRole('status').getByText('Loading').first().waitFor();
  list.resolve();
  await firstRow(page, 'Person 45').waitFor();
  await page.getByRole('status').getByText('1–20 of 1,000+ users', { exact: true }).waitFor();
  count.resolve();
  await page.getByRole('status').getByText('1–20 of 3,000 users', { exact: true }).waitFor();
});

test('While another page is on its way, nobody of the one before can be acted on, and no page is skipped; a failed request says so and can be tried again; the answer to an older search never replaces that to a newer one', async () => {
  const page = await web.visit(project);
  await firstRow(page, 'Person 45').waitFor();
  const letGo = await holdBack(page, (request) => Boolean(request.postDataJSON().variables.after));
  const next = pages(page).getByRole('button', { name: 'Next' });
  await next.click();
  await page.locator('[aria-busy=true]').waitFor();
  await next.click();
  expect(await page.getByRole('button', { name: 'Delete Person 45' }).and(page.locator('[inert] *')).count()).toBe(1);
  await page.keyboard.press('j');
  expect(await page.locator('tbody :focus').count()).toBe(0);
  letGo();
  await firstRow(page, 'Person 25').waitFor();
  await page.getByText('21–40 of 45 users').waitFor();
  await page.unrouteAll({ behavior: 'wait' });

  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Created' }).click();
  await page.getByRole('alert').getByText('The users could not be loaded').waitFor();
  const failed = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Try again' }).click();
  await failed;
  await page.getByRole('alert').getByText('The users could not be loaded').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await firstRow(page, 'Person 01').waitFor();

  const isOlder = (request: Request) => request.postDataJSON().variables.search === '4';
  const letOlderGo = await holdBack(page, isOlder);
  const older = page.waitForRequest(isOlder);
  await page.getByRole('searchbox').fill('4');
  const aborted = page.waitForEvent('requestfailed', isOlder);
  await older;
  await page.getByRole('searchbox').fill('44');
  await page.getByText('1 user found for “44”').waitFor();
  await aborted;
  letOlderGo();
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByText('1 user found for “44”').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);
});
