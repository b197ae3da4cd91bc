import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
});

/** The page in a tab, from which an upgrade then takes this part; and how often the tab has loaded since. */
async function openBeforeUpgrade(part: string, locale = 'en-US') {
  const page = await web.visit(project, { locale });
  await page.getByText('Ana Lima').waitFor();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await page.route(`**/assets/${part}-*.js`, (route) => route.fulfill({ status: 404 }));
  await page.route(new URL('/', web.service.url).href, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/assets\/first-[^"]+\.js/, 'assets/first-another.js');
    await route.fulfill({ response: answer, body });
  });
  return { page, loads };
}

const importUsers = (page: Page) => page.getByRole('button', { name: 'Import', exact: true }).click();

test('A tab that an upgrade has left without a part of its page loads the new page, once', async () => {
  const { page, loads } = await openBeforeUpgrade('import-users');
  await Promise.all([page.waitForEvent('load'), importUsers(page)]);
  await page.getByText('Ana Lima').waitFor();
  await importUsers(page);
  await page.getByText('Something went wrong').waitFor();
  expect(loads.length).toBe(1);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await page.getByText('Ana Lima').waitFor();
  await importUsers(page);
  await page.getByRole('dialog').waitFor();
});

test('It is not loaded while a form has unsaved input, which loading it by hand then keeps', async () => {
  const { page, loads } = await openBeforeUpgrade('import-users');
  await page.getByRole('link', { name: 'General' }).click();
  await page.getByLabel('Project name').fill('Another name');
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await importUsers(page);
  await page.getByText('Something went wrong').waitFor();
  expect(loads).toEqual([]);
  await page.getByRole('link', { name: 'General' }).click();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload the page' }).click()]);
  expect(await page.getByLabel('Project name').inputValue()).toBe('Another name');
});

test('A language whose words are gone is spoken by the new page', async () => {
  const { page, loads } = await openBeforeUpgrade('de');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.unroute('**/assets/de-*.js');
  await page.route('**/assets/de-*.js', (route) => route.fulfill({ status: 404 }), { times: 1 });
  await Promise.all([page.waitForEvent('load'), page.getByRole('menuitemradio', { name: 'Deutsch' }).click()]);
  await page.getByRole('heading', { name: 'Benutzer' }).waitFor();
  expect(loads.length).toBe(1);
});
