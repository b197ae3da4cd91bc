import { beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CHECK_ACCESS, LINK_IDENTITY, LIST_BLOCKS, READ_USER } from '../support/documents.ts';
import { createDoor, type Door } from '../support/door.ts';
import { selfRegister } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;
let door: Door;

const web = useWeb();

beforeEach(async () => {
  project = await web.service.project();
  door = createDoor(project);
});

const blocked = (page: Page) => page.getByRole('list', { name: 'Blocked' }).locator('> li');
const blocks = async () =>
  (await project.viewer(LIST_BLOCKS, { id: project.id, first: 100 })).data.project?.blockedSenders.nodes;
const link = (userId: string, externalId: string) =>
  project.member(LINK_IDENTITY, { input: { userId, channel: 'TELEGRAM', externalId } });

async function reason(sender: object, environmentId = project.production): Promise<string> {
  return (await project.viewer(CHECK_ACCESS, { environmentId, sender })).data.checkAccess.reason;
}

test('Whoever made a request is blocked with a note, which is counted as it is typed; the dialog says what it does; who is blocked is found by number, id, name and note, and unblocked after a question', async () => {
  const { id } = await project.user({ firstName: 'Tom', lastName: 'Out', phoneNumber: '+15558120001' });
  await door.block({ userId: id, note: 'rude' });
  await door.setMode('APPROVAL');
  await door.register({ channel: 'TELEGRAM', externalId: '8101' }, { firstName: 'Sam' });
  const page = await web.visit(project, { path: 'requests', role: 'MEMBER' });
  await page.getByRole('button', { name: 'Block Sam' }).click();
  const dialog = page.getByRole('dialog', { name: 'Block Sam?' });
  await dialog.getByText('Every phone number and id that we know of them is kept out of all environments').waitFor();
  await dialog.getByText('never told').waitFor();
  await dialog.getByText('The block stays until you lift it').waitFor();
  await dialog.getByLabel('Note').fill('x'.repeat(501));
  await dialog.getByText('1 character too many').waitFor();
  await dialog.getByRole('button', { name: 'Block' }).click();
  await dialog.getByLabel('Note').and(page.locator(':focus')).waitFor();
  expect(await blocks()).toHaveLength(1);
  await dialog.getByLabel('Note').fill('Sends spam');
  await dialog.getByText('10 of 500 characters').waitFor();
  await dialog.getByRole('button', { name: 'Block' }).click();
  await page.getByText('Sam was blocked').waitFor();
  await page.getByText('Nobody waits.').waitFor();
  expect(await reason({ channel: 'TELEGRAM', externalId: '8101' })).toBe('BLOCKED');
  expect(await door.list({ status: 'DISMISSED' })).toHaveLength(1);
  await page.getByRole('tab', { name: 'Blocked' }).click();
  expect(await blocked(page).filter({ hasText: 'Telegram' }).innerText()).toMatch(
    /Telegram 8101\s+Sends spam\s+Blocked by MEMBER · /,
  );

  await page.getByText('2 numbers and ids are blocked').waitFor();
  for (const [term, found] of [
    ['8120001', '+1 555 812 0001'],
    ['8101', 'Telegram 8101'],
    ['Tom', '+1 555 812 0001'],
    ['spam', 'Telegram 8101'],
  ] as const) {
    await page.getByRole('searchbox', { name: 'Search who is blocked' }).fill(term);
    await page.getByText('1 number or id is blocked').waitFor();
    await blocked(page).getByText(found).waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await page.getByText('2 numbers and ids are blocked').waitFor();
  }
  expect(await blocked(page).getByRole('link', { name: 'Tom Out' }).getAttribute('href')).toBe(
    `/projects/${project.id}/users/${id}`,
  );
  await page.getByRole('button', { name: 'Unblock Telegram 8101' }).click();
  const question = page.getByRole('dialog');
  await question.getByText('treated like anybody else again').waitFor();
  await question.getByRole('button', { name: 'Unblock' }).click();
  await page.getByText('1 number or id is blocked').waitFor();
  expect(await reason({ channel: 'TELEGRAM', externalId: '8101' })).toBe('UNKNOWN_SENDER');
  expect(await reason({ channel: 'WHATSAPP', phoneNumber: '15558120001' })).toBe('BLOCKED');
});

test('A user is blocked and unblocked on their page, with all their numbers and ids, and wears a badge meanwhile, by which the list is narrowed; whoever is known by an id alone is unblocked too; deleting a user says that they can register again where anyone may, and blocks them first if wanted; where nobody may, no block is offered', async () => {
  const { id } = await project.user({ firstName: 'Una', lastName: 'Out', phoneNumber: '+15558130001' });
  await link(id, '8131');
  await link(id, '8132');
  const uri = await selfRegister(project, { channel: 'TELEGRAM', externalId: '8141' }, { firstName: 'Uri' });
  const xan = await project.user({ firstName: 'Xan', lastName: 'Gone', phoneNumber: '+15558150001' });
  await project.user({ firstName: 'Yan', lastName: 'Gone' });
  const page = await web.visit(project, { path: `users/${id}` });
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('dialog', { name: 'Block Una Out?' }).getByRole('button', { name: 'Block' }).click();
  await page.getByRole('main').getByText('Blocked', { exact: true }).first().waitFor();
  await page.getByRole('region', { name: 'History' }).getByText('Blocked').first().waitFor();
  expect(await blocks()).toHaveLength(3);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'Una Out' }).getByText('Blocked').waitFor();
  await page.getByText('4 users').waitFor();
  await page.getByLabel('Blocked').selectOption('no');
  await page.getByText('3 users', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Uri' }).waitFor();
  expect(await page.getByRole('link', { name: 'Una Out' }).count()).toBe(0);
  await page.getByLabel('Blocked').selectOption('yes');
  await page.getByRole('link', { name: 'Uri' }).waitFor({ state: 'detached' });
  await page.getByText('1 user', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Una Out' }).click();
  await page.getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('dialog', { name: 'Unblock Una Out?' }).getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('button', { name: 'Block', exact: true }).waitFor();
  expect(await blocks()).toEqual([]);
  await page.getByRole('region', { name: 'History' }).getByText('Unblocked').first().waitFor();

  await door.block({ userId: uri });
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('link', { name: 'Uri' }).click();
  await page.getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('dialog', { name: 'Unblock Uri?' }).getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('button', { name: 'Block', exact: true }).waitFor();
  expect(await blocks()).toEqual([]);

  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: 'Delete Xan Gone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Xan Gone?' });
  await dialog.getByText('They can register again by writing to Production, which is open to anyone.').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => {
    const [mutation] = /blockSender|deleteUser/.exec(request.postData() ?? '') ?? [];
    if (mutation) sent.push(mutation);
  });
  await dialog.getByRole('checkbox', { name: 'Block them, too' }).check();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Xan Gone was removed and blocked').waitFor();
  expect(sent).toEqual(['blockSender', 'deleteUser']);
  expect((await project.viewer(READ_USER, { id: xan.id })).data.user).toBeNull();
  expect(await reason({ channel: 'WHATSAPP', phoneNumber: '15558150001' })).toBe('BLOCKED');

  await page.getByRole('link', { name: 'Environments', exact: true }).click();
  const production = page.getByRole('radiogroup', { name: 'Self-registration in Production' });
  await production.getByRole('radio', { name: 'On approval' }).check();
  await page.getByText('Production is open').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: 'Delete Yan Gone' }).click();
  const another = page.getByRole('dialog', { name: 'Remove Yan Gone?' });
  await another.getByText('Warning:').waitFor();
  expect(await another.getByText('register again').count()).toBe(0);
  expect(await another.getByRole('checkbox').count()).toBe(0);
});

test('A viewer sees who is blocked, and can lift nothing', async () => {
  const { id } = await project.user({ firstName: 'Zoe', lastName: 'Out' });
  await door.block({ userId: id });
  const page = await web.visit(project, { role: 'VIEWER', path: 'requests?tab=blocked' });
  await blocked(page).getByRole('link', { name: 'Zoe Out' }).click();
  await page.getByRole('heading', { name: 'Zoe Out' }).waitFor();
  await page.getByRole('main').getByText('Blocked', { exact: true }).first().waitFor();
  expect(await page.getByRole('button', { name: /block/i }).count()).toBe(0);
});
