import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { LINK_IDENTITY, READ_ACCESS, READ_USER, UPDATE_USER } from '../support/documents.ts';
import { createDoor, until } from '../support/door.ts';
import { selfRegister } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
});

const read = async (id: string) => (await project.viewer(READ_USER, { id })).data.user;
const accounts = (page: Page) => page.getByRole('list', { name: 'Linked accounts' }).getByRole('listitem');
const link = (userId: string, externalId: string) =>
  project.member(LINK_IDENTITY, { input: { userId, channel: 'TELEGRAM', externalId } });

test('A name in the list leads to a page that says who it is, by what they are recognised, where, and what was done; the list, through which channels somebody is known; an account is linked and unlinked there; what is no id is told at its field; the last way to recognise somebody is not unlinked, and the dialog says why', async () => {
  const { id } = await project.user({
    firstName: 'Ana',
    lastName: 'Souza',
    phoneNumber: '+15557100001',
    email: 'ana@x71.com',
  });
  await selfRegister(project, { channel: 'WHATSAPP', phoneNumber: '15557100001', externalId: 'US.71' });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '7700001234' });
  const bea = await project.user({ firstName: 'Bea', lastName: 'Link' });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '7300001' }, { firstName: 'Benno' });
  const page = await web.visit(project);
  // A number without a name says what it is.
  const row = page.getByRole('row').filter({ hasText: '7700001234' });
  expect(await row.getByRole('cell').first().innerText()).toMatch(/No phone\s+Telegram\s+7700001234/);
  await row.getByTitle('Recognised on Telegram').waitFor();
  expect(await row.getByTitle('Recognised on Slack').count()).toBe(0);
  await page.getByRole('link', { name: 'Ana Souza' }).click();
  await page.getByRole('heading', { name: 'Ana Souza', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/projects/${project.id}/users/${id}`);
  expect(await page.getByRole('region', { name: 'Contact' }).innerText()).toMatch(
    /\+1 555 710 0001[\s\S]*ana@x71\.com/,
  );
  await page.getByRole('button', { name: 'Copy phone' }).waitFor();
  expect(await accounts(page).innerText()).toMatch(/WhatsApp US\.71\s+Recognised by phone number/);
  await page.getByText('Not recognised on Telegram yet').waitFor();
  expect(await page.getByText('Not recognised on Slack yet').count()).toBe(0);
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('Account linked').waitFor();
  expect(await history.innerText()).toMatch(/Changed\s+environments[\s\S]*Added/);

  await page.getByRole('main').getByRole('link', { name: 'All users' }).click();
  await page.getByRole('link', { name: 'Bea Link' }).click();
  await page.getByRole('button', { name: 'Link account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link an account to Bea Link' });
  await dialog.getByLabel('Id on Telegram').fill('@bea');
  await dialog.getByRole('button', { name: 'Link account' }).click();
  await dialog.getByLabel('Id on Telegram').and(page.locator('[aria-invalid=true]')).waitFor();
  await dialog.getByLabel('Id on Telegram').fill('7200001');
  await dialog.getByRole('button', { name: 'Link account' }).click();
  await dialog.waitFor({ state: 'detached' });
  await accounts(page).getByText('Telegram 7200001').waitFor();
  expect(await accounts(page).innerText()).toContain('Linked by your team');
  await page.getByRole('button', { name: 'Unlink Telegram 7200001' }).click();
  const question = page.getByRole('dialog', { name: 'Unlink Telegram from Bea Link?' });
  await question.getByRole('button', { name: 'Unlink' }).click();
  await page.getByText('No account is linked yet.').waitFor();
  expect((await read(bea.id))?.channelIdentities).toEqual([]);

  await page.getByRole('main').getByRole('link', { name: 'All users' }).click();
  await page.getByRole('link', { name: 'Benno' }).click();
  await page.getByRole('button', { name: 'Unlink Telegram 7300001' }).click();
  const refused = page.getByRole('dialog');
  await refused.getByRole('button', { name: 'Unlink' }).click();
  await refused.getByRole('alert').getByText('Nothing else could recognise this user').waitFor();
});

test('A changed number says before saving which accounts it will unlink; two who turn out to be one person are merged from the conflict, which shows both and the result', async () => {
  const { id } = await project.user({ firstName: 'Cora', lastName: 'Typo', phoneNumber: '+15557400001' });
  await selfRegister(project, { channel: 'WHATSAPP', phoneNumber: '15557400001', externalId: 'US.74' });
  const kept = await project.user({ firstName: 'Dora', lastName: 'Kept', phoneNumber: '+15557500001' });
  const twin = await selfRegister(
    project,
    { channel: 'TELEGRAM', externalId: '7500001' },
    { firstName: 'D', middleName: 'Maria', email: 'dora@x75.com' },
  );
  const page = await web.visit(project, { path: `users/${id}?edit=${id}` });
  const form = page.getByRole('dialog', { name: 'Edit User Cora Typo' });
  const notice = form.getByRole('status').getByText('WhatsApp US.74');
  await form.getByLabel('Phone Number').fill('+1 555-740-0001');
  expect(await notice.count()).toBe(0);
  await form.getByLabel('Phone Number').fill('+1 555-740-0002');
  await notice.waitFor();
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('No account is linked yet.').waitFor();

  await page.getByRole('main').getByRole('link', { name: 'All users' }).click();
  await page.getByRole('link', { name: 'Dora Kept' }).click();
  await page.getByRole('button', { name: 'Link account' }).click();
  const linking = page.getByRole('dialog', { name: 'Link an account to Dora Kept' });
  await linking.getByLabel('Id on Telegram').fill('7500001');
  await linking.getByRole('button', { name: 'Link account' }).click();
  await linking.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge D Maria into Dora Kept?' });
  await dialog.getByRole('table').waitFor();
  const told = (name: string) => dialog.getByRole('row', { name }).getByRole('cell').allTextContents();
  expect(await told('Email')).toEqual(['—', 'dora@x75.com', 'dora@x75.com']);
  expect(await told('Name')).toEqual(['Dora Kept', 'D Maria', 'Dora Maria Kept']);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await page.getByText('D Maria was merged into Dora Maria Kept').waitFor();
  await accounts(page).getByText('Telegram 7500001').waitFor();
  expect(await read(twin)).toBeNull();
  expect(await read(kept.id)).toMatchObject({ email: 'dora@x75.com', fullName: 'Dora Maria Kept' });
});

test('Edit and Delete are there too; who was deleted is gone from the list that follows; somebody of another project is no user here; each environment says until when, and where somebody was seen last; what is over says so and can be extended', async () => {
  const { id } = await project.user({ firstName: 'Edna', lastName: 'Gone' });
  const other = await web.service.project('Other');
  const theirs = await other.user({ firstName: 'Gil', lastName: 'Else' });
  const { development, staging, production } = project;
  const phoneNumber = '+15557800001';
  const hugo = await project.user({
    firstName: 'Hugo',
    lastName: 'Until',
    phoneNumber,
    environmentIds: [development, staging, production],
  });
  const accessExpiries = [{ environmentId: production, expiresAt: '2100-01-01T12:00:00Z' }];
  await project.member(UPDATE_USER, { input: { id: hugo.id, accessExpiries } });
  await web.service.owner
    .updateTable('userEnvironments')
    .set({ expiresAt: sql`now()` })
    .where('userId', '=', hugo.id)
    .where('expiresAt', 'is not', null)
    .execute();
  await createDoor(project).check({ channel: 'WHATSAPP', phoneNumber });
  const access = async () => (await project.viewer(READ_ACCESS, { id: hugo.id })).data.user;
  await until(access, (user) => user?.lastSeenAt !== null);
  const page = await web.visit(project, { path: `users/${theirs.id}` });
  await page.getByRole('heading', { name: 'There is no such user' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'All users' }).click();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Edna Gone' }).click();
  await page.waitForURL(({ pathname }) => pathname === `/projects/${project.id}/users/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit User Edna Gone' });
  await form.getByLabel('Last Name').fill('Went');
  await form.getByRole('button', { name: 'Update User' }).click();
  await page.getByRole('heading', { name: 'Edna Went' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Remove Edna Went?' }).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByText('Edna Went was removed').waitFor();
  await page.getByRole('link', { name: 'Edna Went' }).waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Hugo Until' }).click();
  await page.getByText('last seen just now').first().waitFor();
  const cards = page.getByRole('list', { name: 'Environments' }).locator('> li');
  expect(await cards.nth(0).innerText()).toMatch(/Development[\s\S]*May talk for ever · never seen here/);
  expect(await cards.nth(1).innerText()).toMatch(/Staging[\s\S]*May talk for ever · last seen just now on WhatsApp/);
  expect(await cards.nth(2).innerText()).toMatch(/Production\s+Expired\s+Could talk until/);
  await page.getByRole('button', { name: 'Extend access to Production' }).click();
  const dialog = page.getByRole('dialog', { name: 'Access of Hugo Until to Production' });
  await dialog.getByLabel('Last day').fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('must lie in the future').waitFor();
  await dialog.getByRole('button', { name: '90 days' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await cards.nth(2).getByText('May talk until').waitFor();
  expect(await page.getByText('Expired').count()).toBe(0);
  const last = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  expect((await access())?.access[2]?.expiresAt).toBe(`${last}T23:59:59.999Z`);
  await page.getByRole('button', { name: 'Extend access to Production' }).click();
  await dialog.getByRole('button', { name: 'For ever' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await cards.nth(2).getByText('May talk for ever').waitFor();
  expect((await access())?.access[2]?.expiresAt).toBeNull();
});

test('All that is kept of somebody is handed over as a file, which the history notes; paper shows them without buttons; a viewer sees nothing to change', async () => {
  const { id } = await project.user({ firstName: 'Ida', lastName: 'File', email: 'ida@x79.com' });
  await link(id, '7600001');
  const page = await web.visit(project, { role: 'VIEWER', path: `users/${id}` });
  await accounts(page).getByText('Telegram 7600001').waitFor();
  const buttons = await page.getByRole('main').getByRole('button').allInnerTexts();
  expect(buttons.filter((text) => /edit|delete|link/i.test(text))).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export this person’s data' }).click();
  expect((await download).suggestedFilename()).toBe('Ida File.json');
  const file = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ id, email: 'ida@x79.com' });
  await page.getByRole('region', { name: 'History' }).getByText('Data exported').waitFor();
  await page.route('**/users/*.json', (route) => route.abort());
  await page.getByRole('button', { name: 'Export this person’s data' }).click();
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('region', { name: 'Personal data' }).count()).toBe(0);
  expect(await page.getByRole('main').getByRole('link', { name: 'All users' }).count()).toBe(0);
  await page.getByRole('region', { name: 'Contact' }).getByText('ida@').waitFor();
});
