import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { makePeople } from '../../src/commands/demo/people.ts';
import { toCsvLine } from '../../src/contact-files/csv-line.ts';
import { openBrowser } from '../support/browser.ts';
import { type PageService, startForPage } from './page-service.ts';
import { type Cpu, noted, type Sending, WATCH, watchCpu, watchMemory, watchRequests } from './page-watch.ts';

// How long the page takes to import a file of people, and whether it can be used meanwhile.
const HERE_ALREADY = 1000;
const SEED = 1;
const WORDS = ['ana', 'mar', 'lim', '555', 'example', 'joh', 'sil', 'pet'];
// As long as one looks at what one opened.
const LOOK_MS = 1000;
const LONGEST_MS = 60 * 60 * 1000;

type Phase = { name: string; seconds: number; cpu: Cpu; sending: Sending; longTasks: number[] };
type Meanwhile = { searches: number[]; visits: number[] };

const { values } = parseArgs({ options: { users: { type: 'string', default: '100000' } } });
const users = Number(values.users);

const directory = mkdtempSync(join(tmpdir(), 'users-management-file-'));
const path = join(directory, 'people.csv');
writeFileSync(path, peopleFile(users));
const site = await startForPage(HERE_ALREADY, SEED);
try {
  await measure(site, path);
} finally {
  await site.close();
  rmSync(directory, { recursive: true });
}

/** Those of the demo data who have a number and a name, after the ones who are here already. */
function peopleFile(count: number): string {
  const environments = (['DEVELOPMENT', 'STAGING', 'PRODUCTION'] as const).map((type) => ({
    id: type.charAt(0) + type.slice(1).toLowerCase(),
    type,
  }));
  const lines = [toCsvLine(['Phone number', 'Email', 'First name', 'Middle name', 'Last name', 'Environments'])];
  let passed = 0;
  for (const person of makePeople(environments, SEED)) {
    passed += 1;
    const { phoneNumber, email, firstName, middleName, lastName, environmentIds } = person;
    if (passed <= HERE_ALREADY || !phoneNumber || !firstName || !lastName) continue;
    const cells = [phoneNumber, email, firstName, middleName, lastName, environmentIds.join(';')];
    lines.push(toCsvLine(cells.map((cell) => cell ?? '')));
    if (lines.length > count) break;
  }
  return lines.join('');
}

async function measure(site: PageService, path: string): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.addInitScript(WATCH);
  await page.goto(site.link);
  await page.locator('[data-row-link]').first().waitFor();
  const phase = createPhases(site, page);
  const dialog = page.getByRole('dialog');
  const press = (name: string) => dialog.getByRole('button', { name }).click();

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const opening = await phase('choose the file', async () => {
    await page.locator('input[type=file]').setInputFiles(path);
    await dialog.getByLabel('What “Phone number” is').waitFor();
  });
  const checking = await phase('check it', async () => {
    await press('Check the file');
    await dialog.getByText('What would become of the rows').waitFor({ timeout: LONGEST_MS });
  });
  const memory = await watchMemory(page);
  const meanwhile: Meanwhile = { searches: [], visits: [] };
  let since = 0;
  const importing = await phase('import it', async () => {
    await press(`Import ${users.toLocaleString('en')} users`);
    await press('Go on in the background');
    since = Date.now();
    const end = page.getByText('people.csv is imported').waitFor({ timeout: LONGEST_MS });
    await Promise.all([end, useThePage(page, meanwhile, end)]);
  });
  const reactions = await noted(page, 'reactions', since);
  const { tab, heap } = await memory();
  await browser.close();

  const count = await countUsers(site);
  if (count !== HERE_ALREADY + users) throw new Error(`There are ${count} users, not ${HERE_ALREADY + users}.`);
  console.table(Object.fromEntries([opening, checking, importing].map((each) => [each.name, toRow(each)])));
  console.log(
    [
      `${users} users in ${importing.seconds.toFixed(0)} s: ${(users / importing.seconds).toFixed(0)} a second, and all of them are there`,
      `meanwhile a key or a click was painted after ${toMedianAndWorst(reactions)}`,
      `          a search was answered after ${toMedianAndWorst(meanwhile.searches)}`,
      `          a user was opened after ${toMedianAndWorst(meanwhile.visits)}`,
      `the tab had ${tab.toFixed(0)} MB at most, ${heap.toFixed(0)} MB of it JavaScript's`,
    ].join('\n'),
  );
}

/** Does a part of the work, and tells what it took. */
function createPhases(site: PageService, page: Page) {
  const requests = watchRequests(page);
  const cpu = watchCpu(site);
  return async (name: string, work: () => Promise<unknown>): Promise<Phase> => {
    const [before, began, since] = [cpu(), performance.now(), Date.now()];
    requests.begin();
    await work();
    const [after, seconds] = [cpu(), (performance.now() - began) / 1000];
    const spent = {
      browser: after.browser - before.browser,
      service: after.service - before.service,
      postgres: after.postgres - before.postgres,
    };
    return { name, seconds, cpu: spent, sending: requests.now(), longTasks: await noted(page, 'longTasks', since) };
  };
}

function toRow({ seconds, cpu, sending, longTasks }: Phase) {
  const perUser = (spent: number) => `${((spent / users) * 1000).toFixed(2)} ms`;
  return {
    seconds: seconds.toFixed(1),
    'CPU a user: browser': perUser(cpu.browser),
    service: perUser(cpu.service),
    PostgreSQL: perUser(cpu.postgres),
    requests: sending.requests,
    'at once': sending.mostAtOnce,
    MB: sending.megabytes.toFixed(1),
    'median request': sending.ms.length > 0 ? `${median(sending.ms).toFixed(0)} ms` : '',
    'long tasks': longTasks.length,
    longest: longTasks.length > 0 ? `${Math.max(...longTasks).toFixed(0)} ms` : '',
  };
}

function toMedianAndWorst(ms: readonly number[]): string {
  return `${median(ms).toFixed(0)} ms (median of ${ms.length}; worst ${Math.max(...ms).toFixed(0)} ms)`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Searches and opens users, until then. Notes how long it was until the answer was there, in ms. */
async function useThePage(page: Page, { searches, visits }: Meanwhile, end: Promise<void>): Promise<void> {
  let isOver = false;
  void end.finally(() => {
    isOver = true;
  });
  for (let turn = 0; !isOver; turn += 1) {
    searches.push(await search(page, WORDS[turn % WORDS.length] ?? ''));
    visits.push(await openUser(page));
  }
}

async function search(page: Page, word: string): Promise<number> {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await box.pressSequentially(word, { delay: 80 });
  const began = performance.now();
  await box.press('Enter');
  const found = page.getByRole('status').getByText(new RegExp(`found for “${word}”`));
  await found.waitFor();
  const ms = performance.now() - began;
  await page.waitForTimeout(LOOK_MS);
  return ms;
}

async function openUser(page: Page): Promise<number> {
  const began = performance.now();
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('heading', { name: 'Contact' }).waitFor();
  const ms = performance.now() - began;
  await page.waitForTimeout(LOOK_MS);
  await page.goBack();
  return ms;
}

async function countUsers({ service, key, projectId }: PageService): Promise<number> {
  const query = `{ project(id: "${projectId}") { users { totalCount } } }`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(service.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data } = (await answer.json()) as { data: { project: { users: { totalCount: number } } } };
  return data.project.users.totalCount;
}
