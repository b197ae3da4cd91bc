import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { LINK_IDENTITY, READ_USER } from '../support/documents.ts';
import { createDoor, type Door } from '../support/door.ts';
import { holdBack } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;
let door: Door;

const web = useWeb();

beforeEach(async () => {
  project = await web.service.project();
  door = createDoor(project);
});

const test_access = (of: string) => `users/test-access?of=${encodeURIComponent(of)}`;
const environments = (page: Page) => page.getByRole('list', { name: 'Environments' }).locator('> li');
const help = (page: Page) => page.getByRole('region', { name: 'What helps' });
const told = async (page: Page) => (await environments(page).allInnerTexts()).map((text) => text.split(/\s*\n\s*/));

test('Whoever was ignored is tested from the list, told where they may talk and why, and added with what is known of them; who knocked is approved there, who is blocked unblocked, and two who are one person merged', async () => {
  const page = await web.visit(project, { role: 'MEMBER' });
  await page.getByRole('link', { name: 'Test access' }).click();
  const field = page.getByLabel('Phone number, id or email address');
  await field.and(page.locator(':focus')).waitFor();
  await field.fill('15557200001');
  await page.keyboard.press('Enter');
  await page.getByText('May talk in 0 of 3 environments').waitFor();
  expect(new URL(page.url()).searchParams.get('of')).toBe('15557200001');
  await page.getByText('Read as phone number +1 555 720 0001 or id 15557200001 on Telegram.').waitFor();
  await page.getByText('Not turned away in the last 30 days').waitFor();
  expect(await told(page)).toEqual([
    ['Development', 'No', 'Nobody we know'],
    ['Staging', 'No', 'Nobody we know'],
    ['Production', 'No', 'Nobody we know yet. Whoever writes is let in: it is open'],
  ]);
  await help(page).getByRole('button', { name: 'Add User' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add User' });
  expect(await dialog.getByLabel('Phone Number').inputValue()).toBe('+1 555 720 0001');
  await dialog.getByLabel('First Name').fill('Ana');
  await dialog.getByLabel('Last Name').fill('Lima');
  await dialog.getByLabel('Development').check();
  await dialog.getByRole('button', { name: 'Add User' }).click();
  await page.getByText('May talk in 1 of 3 environments').waitFor();
  // Digits that may be an id nobody has are told apart, and change nothing of what helps.
  expect((await told(page))[0]).toEqual(['Development', 'Yes', 'Ana Lima, recognised by the phone number']);
  await page.getByText('Nobody is known by the id 15557200001 on Telegram.').waitFor();
  expect(await help(page).innerText()).toMatch(/Ana Lima is not in Staging and Production\./);
  await help(page).getByRole('button', { name: 'Give environments' }).click();
  const edited = page.getByRole('dialog', { name: 'Edit User Ana Lima' });
  await edited.getByLabel('Staging').check();
  await edited.getByLabel('Production').check();
  await edited.getByRole('button', { name: 'Update User' }).click();
  await page.getByText('May talk in 3 of 3 environments').waitFor();
  expect(await help(page).count()).toBe(0);

  await door.setMode('APPROVAL');
  await door.register({ channel: 'TELEGRAM', externalId: '7200002' }, { firstName: 'Bea', lastName: 'Knock' });
  await field.fill('7200002');
  await field.press('Enter');
  await page.getByText('Turned away 1 time in the last 30 days').waitFor();
  expect((await told(page))[1]).toEqual(['Staging', 'No', 'Wrote, and was not approved yet']);
  // A newer one, whose id only begins so.
  await door.register({ channel: 'TELEGRAM', externalId: '72000029' }, { firstName: 'Not', lastName: 'Bea' });
  await help(page).getByRole('button', { name: 'Approve' }).click();
  const approval = page.getByRole('dialog', { name: 'Approve Bea Knock' });
  await approval.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Bea Knock, recognised by the linked account').waitFor();

  const cora = await project.user({ firstName: 'Cora', lastName: 'Out', phoneNumber: '+15557200003' });
  await door.block({ userId: cora.id });
  await field.fill('+15557200003');
  await page.getByRole('button', { name: 'Test' }).click();
  await environments(page).getByText('Cora Out is blocked everywhere').first().waitFor();
  await help(page).getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('dialog', { name: 'Unblock Cora Out?' }).getByRole('button', { name: 'Unblock' }).click();
  await page.getByText('May talk in 1 of 3 environments').waitFor();

  const twin = await project.user({ firstName: 'C', lastName: 'Twin' });
  await project.member(LINK_IDENTITY, {
    input: { userId: twin.id, channel: 'TELEGRAM', externalId: '15557200003' },
  });
  await field.fill('15557200003');
  await page.getByRole('button', { name: 'Test' }).click();
  await help(page).getByText('It may be Cora Out or C Twin').waitFor();
  expect((await told(page))[0]).toEqual([
    ...['Development', 'Yes', 'Cora Out, recognised by the phone number', 'if it is the phone number +1 555 720 0003'],
    ...['Yes', 'C Twin, recognised by the linked account', 'if it is the id 15557200003 on Telegram'],
  ]);
  await help(page).getByRole('button', { name: 'Merge' }).click();
  await page
    .getByRole('dialog', { name: 'Merge C Twin into Cora Out?' })
    .getByRole('button', { name: 'Merge' })
    .click();
  await page.getByText('C Twin was merged into Cora Out').waitFor();
  await page.getByRole('heading', { name: 'Cora Out' }).waitFor();
  expect((await project.viewer(READ_USER, { id: twin.id })).data.user).toBeNull();
});

test('A text that names nobody says what does; a block of nobody we know leads to it; time that is over is extended; while another answer is awaited, nothing can be done to who was tested before', async () => {
  await door.block({ sender: { channel: 'SLACK', externalId: 'T0123:U04ABC' } });
  const dora = await project.user({ firstName: 'Dora', lastName: 'Late', phoneNumber: '+447911123456' });
  await sql`update user_environments set expires_at = now() - interval '1 day' where user_id = ${dora.id}`.execute(
    web.service.owner,
  );
  const page = await web.visit(project, { path: test_access('@dora') });
  await page.getByText('No channel names a person so. Write a phone number with + and the country code').waitFor();
  expect([await environments(page).count(), await help(page).count()]).toEqual([0, 0]);

  const field = page.getByLabel('Phone number, id or email address');
  await field.fill('020 7946 0000');
  await field.press('Enter');
  await page.getByText('Nobody here has this number, whatever its country.').waitFor();
  await help(page).getByRole('button', { name: 'Add User' }).click();
  expect(await page.getByRole('dialog').getByLabel('Phone Number').inputValue()).toBe('020 7946 0000');
  await page.keyboard.press('Escape');

  await field.fill('07911 123456');
  await field.press('Enter');
  await page.getByText('Read as phone number +44 7911 123456.').waitFor();
  expect((await told(page))[0]).toEqual(['Development', 'No', 'The time of Dora Late here is over']);
  expect(await help(page).innerText()).toMatch(/The time in Development is over\.\s+Extend/);
  const letGo = await holdBack(page, (request) => request.postData()?.includes('U09ZZZ') ?? false);
  await field.fill('U09ZZZ');
  await field.press('Enter');
  await page.locator('[inert]').filter({ hasText: 'Extend' }).waitFor();
  letGo();
  await page.goBack();
  await help(page).getByRole('button', { name: 'Extend' }).click();
  const access = page.getByRole('dialog', { name: 'Access of Dora Late to Development' });
  await access.getByRole('button', { name: '30 days' }).click();
  await access.getByRole('button', { name: 'Save' }).click();
  await environments(page).getByText('Dora Late, recognised by').waitFor();

  await field.fill('U04ABC');
  await field.press('Enter');
  await page.getByText('This is blocked in all environments').waitFor();
  await help(page).getByRole('link', { name: 'See the block' }).click();
  await page.getByRole('list', { name: 'Blocked' }).getByText('T0123:U04ABC').waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByText('Read as phone number +44 7911 123456.').waitFor();
  expect(await field.inputValue()).toBe('07911 123456');
});

test('A viewer sees why, and no button that mends it', async () => {
  await project.user({ firstName: 'Eva', lastName: 'Seen', phoneNumber: '+15557200005' });
  const page = await web.visit(project, { role: 'VIEWER', path: test_access('+15557200005') });
  await help(page).getByText('Eva Seen is not in Staging and Production').waitFor();
  expect(await help(page).getByRole('button').count()).toBe(0);
  await environments(page).getByRole('link', { name: 'Eva Seen' }).first().click();
  await page.getByRole('heading', { name: 'Eva Seen' }).waitFor();
});
