import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { selfRegister } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project('Customer support');
  await project.user({
    firstName: 'Ana',
    middleName: 'Beatriz',
    lastName: 'Lima',
    email: 'ana@example.com',
    phoneNumber: '+55 11 96123-4567',
    environmentIds: [project.staging, project.production],
  });
  await project.user({ firstName: 'Bruno', lastName: 'Costa', phoneNumber: '+1 555-123-4567' });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '5551234567' }, { firstName: 'Chloé' });
});

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const names = async (page: Page) => await page.locator('tbody [data-row-link]').allTextContents();

async function search(page: Page, term: string): Promise<void> {
  await page.getByRole('searchbox').fill(term);
  await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === term);
  await page.locator('[aria-busy=false]').waitFor();
}

test('Access Users Management by opening your project settings and selecting "Users" from the Project section; the users table shows: User, Phone, Environments, Created, Actions', async () => {
  const page = await web.visit(project, { path: 'environments' });
  const settings = page.getByRole('navigation', { name: 'Project settings' });
  await settings.getByRole('list', { name: 'Project' }).getByRole('link', { name: 'Users' }).click();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/projects/${project.id}/users`);

  await row(page, 'Ana').waitFor();
  const headers = await page.getByRole('columnheader').allTextContents();
  expect(headers).toEqual(['User', 'Phone', 'Environments', 'Created', 'Last seen', 'Actions']);

  // User: avatar with initials, full name, and creation source (Invited or Self-registered), and email.
  const user = (name: string) => row(page, name).getByRole('rowheader').innerText();
  expect(await user('Ana')).toBe(['AL', 'Ana Beatriz Lima', 'Invited', 'ana@example.com'].join('\n'));
  expect(await user('Chloé')).toContain('Self-registered');
  // "No email" and "No phone" if not provided.
  await row(page, 'Chloé').getByText('No email').waitFor();
  await row(page, 'Chloé').getByText('No phone').waitFor();

  // Phone: the user's phone number, as people write it.
  await row(page, 'Ana').getByText('+55 11 96123 4567').waitFor();
  // Environments: badges showing which environments the user has access to.
  expect(await row(page, 'Ana').getByRole('listitem').allTextContents()).toEqual(['Staging', 'Production']);
  // Created: date when the user was first added.
  const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date());
  expect(await row(page, 'Ana').locator('time').textContent()).toBe(today);
  // Actions: edit and delete buttons.
  const buttons = row(page, 'Ana').getByRole('button');
  await buttons.and(page.getByLabel('Edit Ana Beatriz Lima')).waitFor();
  await buttons.and(page.getByLabel('Delete Ana Beatriz Lima')).waitFor();
});

test('Search by first name, middle name, last name, email address, phone number, and parts of several; matching text will be highlighted in yellow, as the API marks it; to clear the search, click the X icon in the search bar; a live region says how many were found', async () => {
  const page = await web.visit(project);
  await page.getByRole('status').filter({ hasText: 'users' }).getByText('3 users').waitFor();
  for (const term of ['ana', 'BEATRIZ', 'lim', '@example', '(11) 96', 'lima 5511', 'an 55']) {
    await search(page, term);
    await page.getByRole('status').getByText(`1 user found for “${term}”`).waitFor();
    expect([term, await names(page)]).toEqual([term, ['Ana Beatriz Lima']]);
  }
  const marks = row(page, 'Ana').locator('mark');
  expect(await marks.allTextContents()).toEqual(['An', 'an', '55']);
  const color = await page.evaluate("getComputedStyle(document.querySelector('mark')).backgroundColor");
  expect(color).toBe('rgb(255, 224, 102)');

  await page.getByRole('button', { name: 'Clear search' }).click();
  await row(page, 'Bruno').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  expect(await page.getByRole('button', { name: 'Clear search' }).count()).toBe(0);
  expect(new URL(page.url()).search).toBe('');
  await search(page, 'a');
  await page.getByRole('status').getByText('2 users found for “a”').waitFor();
});

test('Searches as you type, with a 500ms debounce; Enter searches at once, Escape clears the search', async () => {
  const page = await web.visit(project);
  await row(page, 'Ana').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('query Users(')) asked.push(JSON.parse(body).variables.search);
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await page.getByRole('searchbox').pressSequentially('bru');
  await page.clock.runFor(499);
  expect(asked).toEqual([]);
  const answer = page.waitForResponse('**/graphql');
  await page.clock.runFor(1);
  await answer;
  await page.clock.resume();
  await row(page, 'Bruno').waitFor();
  await row(page, 'Ana').waitFor({ state: 'detached' });
  expect(asked).toEqual(['bru']);

  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('searchbox').fill('beatriz');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'beatriz');
  await page.clock.resume();
  await row(page, 'Ana').waitFor();
  expect(await names(page)).toEqual(['Ana Beatriz Lima']);
  await page.getByRole('searchbox').press('Escape');
  await row(page, 'Bruno').waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('Search Returns No Results: check your spelling, try partial matches, clear it, and verify the project', async () => {
  const page = await web.visit(project, { path: 'users?q=zacharias' });
  await page.getByText('Nobody in the project “Customer support” matches “zacharias”').waitFor();
  await page.getByText('Check your spelling, or try a part of the word').waitFor();
  await page.getByRole('button', { name: 'Clear the search and view all users' }).click();
  await row(page, 'Ana').waitFor();
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor();
});

test('A project without users says what to do; names of every script read in their own direction, and "No name" is said of somebody whom the assistant knows by the phone number alone', async () => {
  const own = await web.service.project();
  const page = await web.visit(own);
  await page.getByText('No users yet').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Add User' }).last().click();
  await page.getByRole('dialog', { name: 'Add User' }).waitFor();

  await own.user({ firstName: 'محمد', lastName: 'عبد الله' });
  await selfRegister(own, { channel: 'WHATSAPP', phoneNumber: '14155550123' });
  await page.goto(page.url().replace(/\?.*/, ''));
  await row(page, 'محمد').waitFor();
  expect(await page.evaluate("getComputedStyle(document.querySelector('tbody bdi')).unicodeBidi")).toBe('isolate');
  expect(await row(page, 'محمد').getByRole('rowheader').innerText()).toContain('محمد عبد الله');
  await row(page, '+1 415 555 0123').getByRole('rowheader').getByText('No name').waitFor();
});

test('The list is narrowed by chips that show they are on and how many they would find, and all are cleared at once; a reload and the back button keep the place; a filter by an environment that is gone says so, and can be cleared', async () => {
  const page = await web.visit(project);
  await row(page, 'Ana').waitFor();
  const environment = page.getByLabel('Environment');
  await environment.selectOption(project.staging);
  await page.getByText('1 user', { exact: true }).waitFor();
  expect(await page.locator('[data-on]').allTextContents()).toEqual([expect.stringMatching(/^Staging/)]);
  await environment.selectOption('');
  await page.getByLabel('Source').getByText('Self-registered').waitFor({ state: 'attached' });
  await page.getByLabel('Source').focus();
  await page.getByLabel('Source').getByText('Self-registered (1)').waitFor({ state: 'attached' });
  await page.getByLabel('Source').selectOption('SELF_REGISTERED');
  await row(page, 'Ana').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'No phone', pressed: false }).click();
  await page.getByRole('button', { name: 'No email' }).click();
  await page.getByRole('button', { name: 'No phone', pressed: true }).waitFor();
  expect(await names(page)).toEqual(['Chloé']);
  expect(new URL(page.url()).search).toBe('?source=SELF_REGISTERED&phone=none&email=none');
  await page.getByRole('button', { name: 'Clear 3 filters' }).click();
  await row(page, 'Ana').waitFor();
  expect(new URL(page.url()).search).toBe('');

  await environment.selectOption(project.staging);
  await page.getByText('1 user', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('1 user', { exact: true }).waitFor();
  await page.goBack();
  await page.getByText('3 users', { exact: true }).waitFor();

  const GONE = '00000000-0000-4000-8000-000000000000';
  await page.goto(`${page.url()}?environment=${GONE}`);
  await page.getByText('No users match these filters').waitFor();
  await environment.getByText('Removed environment').waitFor({ state: 'attached' });
  expect(await environment.inputValue()).toBe(GONE);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await row(page, 'Ana').waitFor();
});

test('The heads of its columns sort the list, the other way round when pressed again, and a search puts its best first; a refresh that fails leaves the users that are there', async () => {
  const page = await web.visit(project);
  const first = (name: string) => page.locator('tbody tr').first().getByRole('link', { name }).waitFor();
  const sorted = () =>
    page.evaluate("[...document.querySelectorAll('[aria-sort]')].map((th) => [th.innerText, th.ariaSort])");
  await first('Chloé');
  expect(await sorted()).toEqual([['Created', 'descending']]);
  await page.getByRole('button', { name: 'Created' }).click();
  await first('Ana');
  expect(await sorted()).toEqual([['Created', 'ascending']]);
  await page.getByRole('button', { name: 'User', exact: true }).click();
  await page.waitForURL('**/users?sort=name');
  await first('Ana');
  await page.getByRole('button', { name: 'User', exact: true }).click();
  await first('Chloé');
  expect(await sorted()).toEqual([['User', 'descending']]);
  // An order that was chosen stays while one searches.
  await search(page, 'a');
  await first('Bruno Costa');
  await page.getByLabel('Sort', { exact: true }).selectOption('Best match first');
  await page.waitForURL('**/users?q=a');
  await first('Ana');
  expect(await sorted()).toEqual([]);
  await page.getByRole('button', { name: 'Created' }).click();
  await page.waitForURL('**/users?q=a&sort=newest');
  await first('Bruno Costa');

  await page.getByRole('button', { name: 'Edit Ana Beatriz Lima' }).click();
  await page.getByRole('dialog').getByLabel('Phone Number').waitFor();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Users(') ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Update User' }).click();
  await page.getByText('The list could not be refreshed').waitFor();
  await row(page, 'Ana').waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('The list could not be refreshed').waitFor({ state: 'detached' });
});
