import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DELETE_USER, READ_PROJECT, UPDATE_USER } from '../support/documents.ts';
import { sharedSecret } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;
let users: string[];
let administrator: string;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  const { data } = await project.viewer(READ_PROJECT, { id: project.id });
  administrator = String(data.project?.accessKeys.find(({ name }) => name === 'ADMINISTRATOR')?.id);
  // Its key is an event too.
  await sharedSecret(web.service, project, 'VIEWER');
  users = [];
  for (let number = 0; number < 12; number += 1) {
    const { id } = await project.user({ firstName: 'Ana', lastName: `Number ${number}` });
    users.push(id);
  }
  await project.administrator(UPDATE_USER, { input: { id: users[0], middleName: 'Zoë', email: 'ana@x80.com' } });
  for (let change = 0; change < 10; change += 1) {
    await project.member(UPDATE_USER, { input: { id: users[1], middleName: `M${change}` } });
  }
  await project.member(DELETE_USER, { input: { id: users[2] } });
});

const events = (page: Page) => page.getByRole('list', { name: 'History' }).locator('> li');
const shown = async (page: Page) => (await events(page).allInnerTexts()).map((text) => text.split(/\s*\n\s*/));
/** Of a list that is as long as it should be. */
async function once(page: Page, length: number) {
  await page.waitForFunction(
    (expected) => document.querySelectorAll('ul[aria-label=History] > li').length === expected,
    length,
  );
  return shown(page);
}

test('The history says who did what to whom and when, page by page, and leads to the user; it is narrowed by who, what and whom, in the address, and what is emptied is shown whole again', async () => {
  const page = await web.visit(project, { role: 'VIEWER' });
  await page.getByRole('link', { name: 'History', exact: true }).click();
  const [deleted, changed] = await once(page, 20);
  expect(deleted).toEqual(['Deleted: a user', 'MEMBER', expect.anything(), expect.stringMatching(/\d:\d\d/)]);
  expect(changed?.slice(0, 3)).toEqual(['Changed: Ana M9 Number 1', 'middle name', 'MEMBER']);
  await page.getByRole('button', { name: 'Next' }).click();
  await events(page)
    .getByText('Project created')
    .or(events(page).getByText('Access key created').first())
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Previous' }).click();
  await events(page).getByText('Deleted: a user').waitFor();
  await page.getByRole('link', { name: 'Ana M9 Number 1' }).first().click();
  await page.getByRole('heading', { name: 'Ana M9 Number 1' }).waitFor();
  const history = page.getByRole('region', { name: 'History' });
  await once(page, 10);
  await history.getByRole('button', { name: 'Show more' }).click();
  expect((await once(page, 11)).at(-1)?.[0]).toBe('Added');
  await history.getByRole('link', { name: 'Show it in the project’s history' }).click();
  expect((await once(page, 11))[0]?.[0]).toBe('Changed: Ana M9 Number 1');
  expect(await page.getByRole('combobox', { name: 'To whom' }).inputValue()).toBe('Ana M9 Number 1');

  await page.getByRole('link', { name: 'History', exact: true }).click();
  await once(page, 20);
  await page.getByLabel('Who did it').selectOption(administrator);
  const [updated, ...others] = await once(page, 1);
  expect([updated?.slice(0, 3), others]).toEqual([
    ['Changed: Ana Zoë Number 0', 'email, middle name', 'ADMINISTRATOR'],
    [],
  ]);
  await page.getByLabel('What was done').selectOption('Deleted');
  await page.getByText('Nothing of this kind was done.').waitFor();
  await page.getByLabel('Who did it').selectOption('Everybody');
  expect((await once(page, 1))[0]?.[0]).toBe('Deleted: a user');
  await page.reload();
  await once(page, 1);
  await page.getByLabel('What was done').selectOption('Everything');
  await once(page, 20);
  await page.getByRole('combobox', { name: 'To whom' }).fill('Number 7');
  await page.getByRole('option', { name: /Number 7/ }).click();
  expect((await once(page, 1))[0]?.[0]).toBe('Added: Ana Number 7');
  await page.getByLabel('What was done').selectOption('Project created');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await once(page, 20);
  expect(new URL(page.url()).search).toBe('');
  // Who is gone is still found by what was done to them.
  await events(page).getByRole('link', { name: 'a user', exact: true }).click();
  expect((await once(page, 2)).map(([what]) => what)).toEqual(['Deleted: a user', 'Added: a user who is deleted']);
});
