import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Page, Request, Route } from 'playwright-core';
import { LIST_USERS, UPDATE_USER } from '../support/documents.ts';
import { until } from '../support/door.ts';
import { holdBack } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

const web = useWeb();

const GOOGLE = readFileSync('test/contact-files/samples/google.csv', 'utf8');

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Import users' }).waitFor();
}

const press = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();
const says = (page: Page, text: string | RegExp) => page.getByRole('dialog').getByText(text).waitFor();

/** The five counts that the dialog shows. */
async function counts(page: Page): Promise<Record<string, string>> {
  const list = page.getByRole('dialog').locator('dl');
  const [names, values] = await Promise.all([
    list.locator('dt').allTextContents(),
    list.locator('dd').allTextContents(),
  ]);
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}

async function usersOf(project: Project) {
  const answer = await project.viewer(LIST_USERS, { id: project.id, first: 100 });
  const users = answer.data.project?.users;
  return { total: users?.totalCount, found: users?.edges.map(({ node }) => node) ?? [] };
}

const people = (count: number) => [
  'Phone,First name,Last name',
  ...Array.from({ length: count }, (_, at) => `+1555${2_000_000 + at},Person,Number ${at}`),
];

test('What is not a file of people is told in words; a Google Contacts file is read, checked without writing, told in five counts, and imported; an import that was cut off or stopped goes on where it was, and adds each person once', async () => {
  const project = await web.service.project();
  await project.user({ firstName: 'José', lastName: 'Núñez', phoneNumber: '+34612345678' });
  const page = await web.visit(project);
  await openImport(page);
  const told = async (name: string, content: string | Buffer) => {
    await choose(page, name, content);
    return page.getByRole('dialog').getByRole('alert').innerText();
  };
  expect(await told('people.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toContain('is a picture');
  expect(await told('people.csv', '%PDF-1.7 …')).toContain('is a PDF');
  expect(await told('people.csv', '')).toContain('is empty');

  const [header = ''] = GOOGLE.split(/\r?\n/, 1);
  const place = (name: string) => header.split(',').indexOf(name);
  const row = (cells: Record<string, string>) => {
    const line = header.split(',').map(() => '');
    for (const [name, cell] of Object.entries(cells)) line[place(name)] = cell;
    return line.join(',');
  };
  const twin = row({ 'First Name': 'Ana', 'Last Name': 'L.', 'Phone 1 - Value': '+5511912345678' });
  const bad = row({ 'First Name': 'Bo', 'Last Name': '=1+1', 'Phone 1 - Value': '555' });
  await choose(page, 'contacts.csv', `${GOOGLE.trimEnd()}\n${twin}\n${bad}\n`);
  expect(await page.getByLabel('What “First Name” is').inputValue()).toBe('firstName');
  expect(await page.getByLabel('What “Phone 1 - Value” is').inputValue()).toBe('phoneNumber');
  await press(page, 'Check the file');
  await says(page, 'Please select at least one environment');
  await page.getByRole('dialog').getByLabel('Production').check();
  await press(page, 'Check the file');
  await says(page, 'What would become of the rows');
  const five = { New: '1', Updated: '0', 'Here already': '1', 'Twice in the file': '1', Refused: '1' };
  expect(await counts(page)).toEqual(five);
  expect((await usersOf(project)).total).toBe(1);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download them to mend')]);
  expect(download.suggestedFilename()).toBe('contacts.problems.csv');
  const mend = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(mend).toHaveLength(3);
  // A formula in a cell is never live.
  expect(mend[1]).toMatch(/^Bo,,'=1\+1,.*,555,.*Phone number must begin with \+/);
  await press(page, 'Import 1 user');
  await says(page, 'The file is imported');
  expect(await counts(page)).toEqual(five);
  await press(page, 'Done');
  await page.getByRole('row').filter({ hasText: 'Ana Lima' }).getByText('Production').waitFor();
  expect((await usersOf(project)).total).toBe(2);

  await openImport(page);
  await choose(page, 'people.csv', people(2_700).join('\n'));
  await page.getByRole('dialog').getByLabel('Production').check();
  await press(page, 'Check the file');
  await says(page, 'What would become of the rows');
  page.on('dialog', (question) => question.accept());

  // Two requests are under way at a time. The answer to the second is lost, while the third's still comes.
  const { promise: seen, resolve: fail } = Promise.withResolvers<void>();
  await onImportRequest(page, 2, async (route) => {
    await Promise.all([route.fetch(), page.waitForRequest(isImport), seen]);
    await route.fulfill({ json: { errors: [{ message: 'Lost.' }] } });
  });
  await press(page, 'Import 2,700 users');
  await press(page, 'Go on in the background');
  await page.getByText(/^Importing people\.csv: 500 of 2,700 · about \d+ \w+ left$/).waitFor();
  fail();
  await page.getByRole('button', { name: 'Show the import' }).click();
  await says(page, 'Stopped after 1,000 of 2,700 rows');
  await says(page, 'Lost.');
  await page.reload();
  await page.getByText('The import of people.csv stopped after 1,000 of 2,700 rows').waitFor();
  await page.getByRole('button', { name: 'Show the import' }).click();

  // The service is away for a moment, then the import is stopped, which waits for the requests that are under way.
  await onImportRequest(page, 1, unavailable);
  const { promise: stopped, resolve: letGo } = Promise.withResolvers<void>();
  await onImportRequest(page, 3, (route) => stopped.then(() => route.continue()));
  const other = await onImportRequest(page, 4, (route) => route.continue());
  await press(page, 'Go on');
  await other.handled;
  await press(page, 'Stop');
  letGo();
  await says(page, 'Stopped after 2,500 of 2,700 rows');
  expect((await usersOf(project)).total).toBe(2_502);
  await press(page, 'Go on');
  await says(page, 'The file is imported');
  expect((await counts(page)).New).toBe('2,700');
  expect((await usersOf(project)).total).toBe(2_702);
});

test('While one request is answered the next is under way; where somebody is in the file twice, each waits for the one before, so that the first row makes them', async () => {
  const project = await web.service.project();
  const page = await web.visit(project);
  const importing = async (rows: string[], newUsers: number) => {
    await openImport(page);
    await choose(page, 'people.csv', rows.join('\n'));
    await page.getByRole('dialog').getByLabel('Production').check();
    await press(page, 'Check the file');
    await says(page, 'What would become of the rows');
    const most = mostAtOnce(page);
    await press(page, `Import ${newUsers} users`);
    await says(page, 'The file is imported');
    await press(page, 'Done');
    return most();
  };
  const alone = people(501);
  expect(await importing(alone, 501)).toBe(2);
  const twice = ['Phone,First name,Last name', ...alone.slice(1).map((row) => row.replace('+1555', '+1556'))];
  twice.push(String(twice[1]).replace('Person', 'Twin'));
  expect(await importing(twice, 501)).toBe(1);
  const { found } = await usersOf(project);
  expect(found.filter(({ fullName }) => fullName.startsWith('Twin'))).toEqual([]);
});

test('Undoing deletes whom the import added, and keeps whoever was changed since; the file then imports them anew; one that was kept and cannot be read any more is told, and can be chosen again', async () => {
  const project = await web.service.project();
  await project.user({ firstName: 'Was', lastName: 'Here' });
  const page = await web.visit(project);
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  await openImport(page);
  await choose(page, 'people.csv', people(3).join('\n'));
  await page.getByRole('dialog').getByLabel('Production').check();
  await press(page, 'Check the file');
  await press(page, 'Import 3 users');
  await says(page, 'The file is imported');
  const { found } = await usersOf(project);
  const changed = found.find(({ fullName }) => fullName === 'Person Number 1');
  await project.member(UPDATE_USER, { input: { id: changed?.id, firstName: 'Changed' } });
  await page.reload();
  await page.getByRole('button', { name: 'Show the import' }).click();
  // Somebody changes one more while the service lets the page wait.
  const late = found.find(({ fullName }) => fullName === 'Person Number 2');
  let isFirst = true;
  await page.route('**/graphql', async (route) => {
    const { query, variables } = route.request().postDataJSON();
    if (!isFirst || !/mutation UndoImport/.test(query) || variables.input.dryRun) return route.fallback();
    isFirst = false;
    await project.member(UPDATE_USER, { input: { id: late?.id, firstName: 'Late' } });
    return unavailable(route);
  });
  await press(page, 'Undo');
  await press(page, 'Delete them');
  await says(page, '1 user was deleted again');
  await says(page, 'Changed Number 1');
  await says(page, 'Late Number 2');
  const left = (await usersOf(project)).found.map(({ fullName }) => fullName);
  expect(left.sort()).toEqual(['Changed Number 1', 'Late Number 2', 'Was Here']);

  await press(page, 'Done');
  await openImport(page);
  await choose(page, 'people.csv', people(3).join('\n'));
  await page.getByRole('dialog').getByLabel('Production').check();
  await press(page, 'Check the file');
  await press(page, 'Import 1 user');
  await says(page, 'The file is imported');
  await page.addInitScript(`if (!sessionStorage.getItem('told')) {
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    sessionStorage.setItem('told', 'yes');
  }`);
  await page.reload();
  await page.getByRole('alert').getByText('The import of people.csv cannot go on by itself').waitFor();
  await page.reload();
  await openImport(page);
  await choose(page, 'people.csv', people(3).join('\n'));
  await page.getByLabel('What “Phone” is').waitFor();
  expect([faults, (await usersOf(project)).total]).toEqual([[], 4]);
});

/** Checks a file of so many new people in Production. */
async function check(page: Page, count: number): Promise<void> {
  await openImport(page);
  await choose(page, 'people.csv', people(count).join('\n'));
  await page.getByRole('dialog').getByLabel('Production').check();
  await press(page, 'Check the file');
  await says(page, 'What would become of the rows');
}

test('An import stops when another key is worked with, and is shown to nobody but whoever began it', async () => {
  const project = await web.service.project();
  const page = await web.visit(project);
  await check(page, 1_200);
  const made = requestsOf(page);
  const letGo = await holdBack(page, isImport);
  await press(page, 'Import 1,200 users');
  await press(page, 'Go on in the background');
  expect(
    await until(
      async () => made.length,
      (count) => count === 2,
    ),
  ).toBe(2);
  const work = async (role: 'ADMINISTRATOR' | 'MEMBER', name: string) => {
    await page.evaluate(`location.hash = 'key=${await web.service.secretFor(role, project.id)}'`);
    await page.getByRole('button', { name: 'Use the other key' }).click();
    await page.getByRole('button', { name: `Account: ${name}` }).waitFor();
  };
  await work('MEMBER', 'Member');
  letGo();
  const total = async () => (await usersOf(project)).total;
  expect(await until(total, (count) => count === 1_000)).toBe(1_000);
  expect(await page.getByText('people.csv').count()).toBe(0);
  await work('ADMINISTRATOR', 'Administrator');
  await page.getByText('The import of people.csv stopped').waitFor();
  expect(made).toHaveLength(2);
});

test('Signing out leaves nothing of a file, at a view without the import too', async () => {
  const project = await web.service.project();
  const page = await web.visit(project);
  await check(page, 3);
  await press(page, 'Import 3 users');
  await says(page, 'The file is imported');
  expect(await kept(page)).toEqual([2, 'yes']);
  await page.route('**/graphql', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Use another key' }).click();
  expect(
    await until(
      () => kept(page),
      ([count]) => count === 0,
    ),
  ).toEqual([0, null]);
});

test('An import begins once, however often its button is pressed, and not if it is stopped while another tab has one', async () => {
  const project = await web.service.project();
  const page = await web.visit(project);
  await check(page, 3);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const lock = `navigator.locks.request('users-import', () => new Promise((done) => { globalThis.letGo = done; }))`;
  await other.evaluate(`void ${lock}`);
  // So that the page waits for as long as it takes here.
  await page.evaluate('AbortSignal.timeout = () => new AbortController().signal');
  await press(page, 'Import 3 users');
  await press(page, 'Stop');
  await other.evaluate('globalThis.letGo()');
  await says(page, 'What would become of the rows');
  expect((await usersOf(project)).total).toBe(0);

  // As over plain HTTP.
  await page.evaluate("Object.defineProperty(navigator, 'locks', { value: undefined })");
  const made = requestsOf(page);
  const button = page.getByRole('dialog').getByRole('button', { name: 'Import 3 users' });
  await button.evaluate((element) => {
    for (let time = 0; time < 2; time += 1) (element as unknown as { click(): void }).click();
  });
  await says(page, 'The file is imported');
  expect([made.length, (await usersOf(project)).total]).toEqual([1, 3]);
});

/** How much of a file the browser keeps, and whether a page that is opened later knows. */
function kept(page: Page): Promise<[count: number, note: string | null]> {
  return page.evaluate(`new Promise((resolve) => {
    indexedDB.open('users-import').onsuccess = ({ target: { result } }) => {
      result.transaction('kept').objectStore('kept').count().onsuccess = ({ target }) => {
        result.close();
        resolve([target.result, localStorage.getItem('users-import')]);
      };
    };
  })`);
}

/** Gathers the requests of an import. */
function requestsOf(page: Page): Request[] {
  const made: Request[] = [];
  page.on('request', (request) => {
    if (isImport(request)) made.push(request);
  });
  return made;
}

function isImport(request: Request): boolean {
  return /mutation ImportUsers/.test(request.postData() ?? '') && !request.postDataJSON().variables.input.dryRun;
}

/** Counts how many requests of an import are under way at once; returns what tells the most. */
function mostAtOnce(page: Page): () => number {
  const underWay = new Set<Request>();
  let most = 0;
  page.on('request', (request) => {
    if (isImport(request)) underWay.add(request);
    most = Math.max(most, underWay.size);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  return () => most;
}

function unavailable(route: Route): Promise<void> {
  const errors = [{ message: 'Not just now.', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
  return route.fulfill({ status: 503, headers: { 'retry-after': '1' }, json: { errors } });
}

/** Handles the request of this number, from 1, in this way, and tells when; the others go through. */
async function onImportRequest(page: Page, number: number, handle: (route: Route) => Promise<void>) {
  const { promise, resolve } = Promise.withResolvers<void>();
  let made = 0;
  await page.route('**/graphql', async (route) => {
    if (isImport(route.request())) made += 1;
    if (!isImport(route.request()) || made !== number) return route.fallback();
    await handle(route);
    resolve();
  });
  return { handled: promise };
}
