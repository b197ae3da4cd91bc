import { beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LINK_IDENTITY, READ_USER } from '../support/documents.ts';
import { createDoor, type Door, until } from '../support/door.ts';
import { holdBack } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;
let door: Door;

const web = useWeb();

beforeEach(async () => {
  project = await web.service.project();
  door = createDoor(project);
  await door.setMode('APPROVAL');
});

const telegram = (externalId: string) => ({ channel: 'TELEGRAM', externalId }) as const;
const whatsApp = (phoneNumber: string) => ({ channel: 'WHATSAPP', phoneNumber }) as const;
const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Requests' }).getByRole('listitem').filter({ hasText: name });
const waiting = async () => (await door.list({ status: 'PENDING' })).map(({ firstName }) => firstName);
const dismissed = async () => (await door.list({ status: 'DISMISSED' })).map(({ firstName }) => firstName);
const isDismissal = (text: string | null) => text?.includes('dismissAccessRequest') ?? false;

test('A request says who, on which channel, where, how often, when, and what is known of them; a viewer has nothing to decide', async () => {
  const { id } = await project.user({ firstName: 'Ana', lastName: 'Lima', phoneNumber: '+15557200001' });
  await door.register(telegram('7201'), { firstName: 'Ana', lastName: 'Lima' });
  await door.register(telegram('7201'), { firstName: 'Ana', lastName: 'Lima' });
  await door.register(whatsApp('15557200001'), { firstName: 'Annie' });
  const page = await web.visit(project, { role: 'VIEWER', path: 'requests' });
  const stranger = row(page, 'Telegram 7201');
  await stranger.getByRole('img', { name: 'Telegram' }).waitFor();
  const text = await stranger.innerText();
  expect(text).toMatch(/Ana Lima\s+Staging\s+Telegram 7201\s+Nobody we know\s+May be Ana Lima/);
  expect(text).toMatch(/2 attempts, last just now, first \w+ \d+, \d+/);
  expect(await stranger.getByRole('link', { name: 'Ana Lima' }).getAttribute('href')).toBe(
    `/projects/${project.id}/users/${id}`,
  );
  expect(await row(page, 'Annie').innerText()).toMatch(
    /\+1 555 720 0001[\s\S]*Ana Lima, not in Staging\s+1 attempt, just now/,
  );
  expect(await page.getByRole('list', { name: 'Requests' }).getByRole('button').count()).toBe(0);
});

test('The count of who waits stands beside Requests, and keeps itself current only while the page is seen', async () => {
  await door.register(telegram('7210'), { firstName: 'Ben' });
  const page = await web.browser.newPage({});
  await page.clock.install();
  const secret = await web.service.secretFor('VIEWER', project.id);
  await page.goto(new URL(`/projects/${project.id}/users#key=${secret}`, web.service.url).href);
  await page.getByRole('link', { name: 'Requests 1 waiting' }).waitFor();
  await door.register(telegram('7211'), { firstName: 'Bob' });
  await page.clock.fastForward(16_000);
  await page.getByRole('link', { name: 'Requests 2 waiting' }).waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('PendingCount')) asked += 1;
  });
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
  await page.clock.fastForward(60_000);
  expect(asked).toBe(0);
  await page.evaluate(`
    delete document.visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  `);
  await page.clock.fastForward(16_000);
  await until(
    async () => asked,
    (count) => count > 0,
  );
  expect(asked).toBeGreaterThan(0);
});

test('A user who is only not in an environment gets it, and is not asked for names; approving a newcomer starts from what the channel told, and lets them into more environments at once', async () => {
  const { id } = await project.user({ firstName: 'Dora', lastName: 'Known', phoneNumber: '+15557230001' });
  await door.register(whatsApp('15557230001'), { firstName: 'D' });
  await door.register(whatsApp('15557220001'), { firstName: 'Cal', lastName: 'New' });
  const page = await web.visit(project, { path: 'requests', role: 'MEMBER' });
  await page.getByRole('button', { name: 'Approve D', exact: true }).click();
  const known = page.getByRole('dialog', { name: 'Approve D' });
  await known.getByText('This is Dora Known, who is a user already').waitFor();
  expect(await known.getByLabel('First Name').count()).toBe(0);
  await known.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Dora Known was let into Staging').waitFor();
  const { user: dora } = (await project.viewer(READ_USER, { id })).data;
  expect(dora?.environments.map(({ name }: { name: string }) => name)).toEqual(['Development', 'Staging']);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('link', { name: 'Dora Known' }).click();
  await page.getByRole('region', { name: 'History' }).getByText('Request approved').waitFor();

  await page.getByRole('link', { name: 'Requests' }).click();
  await page.getByRole('button', { name: 'Approve Cal New' }).click();
  const form = page.getByRole('dialog', { name: 'Approve Cal New' });
  expect(await form.getByLabel('First Name').inputValue()).toBe('Cal');
  await form.getByText('+1 555 722 0001').waitFor();
  const staging = form.getByRole('checkbox', { name: 'Staging' });
  expect([await staging.isChecked(), await staging.isDisabled()]).toEqual([true, true]);
  await form.getByLabel('Last Name').fill('Newman');
  await form.getByLabel('Email').fill('cal@');
  await form.getByRole('checkbox', { name: 'Production' }).check();
  await form.getByRole('button', { name: 'Approve' }).click();
  await form.getByLabel('Email').and(page.locator('[aria-invalid=true]')).waitFor();
  await form.getByLabel('Email').fill('cal@x72.com');
  await form.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Cal Newman was let into Staging').waitFor();
  await page.getByText('Nobody waits.').waitFor();
  await page.getByRole('heading', { name: 'Requests' }).and(page.locator(':focus')).waitFor();
  await page.getByRole('link', { name: 'Requests', exact: true }).waitFor();
  expect(await door.check(whatsApp('15557220001'))).toMatchObject({ reason: 'ALLOWED' });
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  const user = page.getByRole('row').filter({ hasText: 'Cal Newman' });
  await user.getByText('Self-registered').waitFor();
  expect(await user.getByRole('listitem').allInnerTexts()).toEqual(['Staging', 'Production']);
});

test('“It’s somebody I know” offers first who it may be, then whoever is searched for; somebody of another number is not who wrote', async () => {
  await project.user({ firstName: 'Eva', lastName: 'Maybe' });
  const { id } = await project.user({ firstName: 'Finn', lastName: 'Other', email: 'finn@x72.com' });
  await door.register(telegram('7240'), { firstName: 'Eva', lastName: 'Maybe' });
  const other = await project.user({ firstName: 'Gus', lastName: 'Else' });
  await door.register(whatsApp('15557250001'), { firstName: 'Gina' });
  const page = await web.visit(project, { path: 'requests' });
  // Whoever would approve them as somebody new is asked, too.
  await page.getByRole('button', { name: 'Approve Eva Maybe' }).click();
  await page.getByRole('button', { name: 'say who it is' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who is Eva Maybe?' });
  await dialog.getByRole('radio', { name: 'Eva Maybe' }).waitFor();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByText('Choose who it is').waitFor();
  await dialog.getByRole('searchbox').fill('finn');
  await dialog.getByRole('searchbox').press('Enter');
  await dialog.getByRole('radio', { name: 'Finn Other' }).check();
  expect(await dialog.getByRole('radio', { name: 'Eva Maybe' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Approve as Finn Other' }).click();
  await page.getByText('Finn Other was let into Staging').waitFor();
  const { user } = (await project.viewer(READ_USER, { id })).data;
  expect(user?.channelIdentities).toMatchObject([{ externalId: '7240', linkedBy: 'OWNER' }]);

  await page.getByRole('button', { name: 'It’s somebody I know: Gina' }).click();
  const question = page.getByRole('dialog', { name: 'Who is Gina?' });
  await question.getByRole('searchbox').fill('Gus');
  await question.getByRole('radio', { name: 'Gus Else' }).check();
  await question.getByRole('button', { name: 'Approve as Gus Else' }).click();
  await question.getByText('has another one, +1 555').waitFor();
  await question.getByRole('radio', { name: 'Gus Else' }).and(page.locator(':focus')).waitFor();
  expect(await waiting()).toEqual(['Gina']);
  expect((await project.viewer(READ_USER, { id: other.id })).data.user?.environments).toHaveLength(1);
});

test('Where it is not certain who it is, the row says so, and the owner says who; whoever is blocked cannot be approved, and the dialog leads to the block', async () => {
  await door.register(telegram('7255'), { firstName: 'Jon' });
  await door.block({ sender: telegram('7255') });
  await door.setMode('OPEN');
  await door.register({ ...whatsApp('15557245001'), externalId: 'US.7245' }, { firstName: 'Ivo' });
  await door.setMode('CLOSED');
  await door.check({ ...whatsApp('15557245001'), externalId: 'US.7246' });
  await door.listOnce(([found]) => found !== undefined, { status: 'PENDING' });
  const page = await web.visit(project, { path: 'requests' });
  await row(page, 'US.7246').getByText('It is not certain who this is').waitFor();
  await row(page, 'US.7246').getByText('May be Ivo').waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await page.getByRole('button', { name: 'It’s somebody I know' }).click();
  await page.getByRole('radio', { name: 'Ivo' }).check();
  await page.getByRole('button', { name: 'Approve as Ivo' }).click();
  await page.getByText('Ivo was let into Staging').waitFor();
  expect(await door.check({ ...whatsApp('15557245001'), externalId: 'US.7246' })).toMatchObject({ allowed: true });

  await page.getByRole('tab', { name: 'Dismissed' }).click();
  await page.getByRole('button', { name: 'Approve Jon' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('link', { name: 'See who is blocked' }).click();
  await page.getByRole('button', { name: 'Unblock Telegram 7255' }).waitFor();
});

test('An approval that could be two users’ leads to the question who it is, and names who is in the way', async () => {
  const sender = { ...whatsApp('15557248001'), externalId: 'US.7248' };
  await door.register(sender, { firstName: 'Kim' });
  await project.user({ firstName: 'Lou', lastName: 'Number', phoneNumber: '+15557248001' });
  const { id } = await project.user({ firstName: 'Mo', lastName: 'Account' });
  await project.member(LINK_IDENTITY, { input: { userId: id, channel: 'WHATSAPP', externalId: 'US.7248' } });
  const page = await web.visit(project, { path: 'requests' });
  await page.getByRole('button', { name: 'Approve Kim' }).click();
  await page.getByRole('dialog', { name: 'Approve Kim' }).getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Say who it is' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who is Kim?' });
  await dialog.getByRole('radio', { name: 'Mo Account' }).check();
  await dialog.getByRole('button', { name: 'Approve as Mo Account' }).click();
  // The number is another user's: first one of the two has to be mended.
  await dialog.getByRole('link', { name: 'Lou Number' }).waitFor();
  expect(await waiting()).toEqual(['Kim']);
});

test('Dismissing hides the row at once, and can be undone, by keyboard without haste; what is not undone is sent once, and can still be approved under Dismissed', async () => {
  await door.register(telegram('7260'), { firstName: 'Hal' });
  const page = await web.browser.newPage({});
  await page.clock.install();
  const secret = await web.service.secretFor('MEMBER', project.id);
  await page.goto(new URL(`/projects/${project.id}/requests#key=${secret}`, web.service.url).href);
  let sent = 0;
  page.on('request', (request) => {
    if (isDismissal(request.postData())) sent += 1;
  });
  const dismiss = page.getByRole('button', { name: 'Dismiss Hal' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await dismiss.click();
  await row(page, 'Hal').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Requests', exact: true }).waitFor();
  await undo.click();
  await row(page, 'Hal').waitFor();
  await page.getByRole('link', { name: 'Requests 1 waiting' }).waitFor();
  expect([sent, await waiting()]).toEqual([0, ['Hal']]);

  await dismiss.press('Enter');
  await undo.focus();
  await page.clock.fastForward(60_000);
  await undo.press('Enter');
  await row(page, 'Hal').waitFor();
  await page.getByRole('heading', { name: 'Requests' }).and(page.locator(':focus')).waitFor();
  expect([sent, await waiting()]).toEqual([0, ['Hal']]);

  await dismiss.click();
  await page.getByText('Hal was dismissed').waitFor();
  await page.clock.fastForward(7_000);
  expect(await until(dismissed, (names) => names.length > 0)).toEqual(['Hal']);
  await page.getByRole('tab', { name: 'Dismissed' }).click();
  await row(page, 'Hal').waitFor();
  expect(sent).toBe(1);
  await page.getByRole('button', { name: 'Approve Hal' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Hal was let into Staging').waitFor();
  expect(await door.check(telegram('7260'))).toMatchObject({ reason: 'ALLOWED' });
});

test('What was dismissed is sent at once by going to another section, and by leaving the page', async () => {
  await door.register(telegram('7280'), { firstName: 'Jo' });
  await door.register(telegram('7281'), { firstName: 'Joy' });
  const page = await web.visit(project, { path: 'requests' });
  const dismiss = async (name: string) => {
    await page.getByRole('button', { name: `Dismiss ${name}`, exact: true }).click();
    // The notification stays while it is pointed at, so that nothing but leaving ends it.
    await page.getByRole('button', { name: 'Undo' }).hover();
    expect(await dismissed()).not.toContain(name);
  };
  await dismiss('Jo');
  await page.getByRole('link', { name: 'Users', exact: true }).press('Enter');
  expect(await until(dismissed, (names) => names.length > 0)).toEqual(['Jo']);
  await page.getByRole('link', { name: 'Requests' }).press('Enter');
  await dismiss('Joy');
  await page.goto('about:blank');
  expect((await until(dismissed, (names) => names.length > 1)).toSorted()).toEqual(['Jo', 'Joy']);
});

test('A dismissal that does not arrive says so, and the request is there again, but not while it is on its way', async () => {
  await door.register(telegram('7290'), { firstName: 'Kay' });
  const page = await web.visit(project, { path: 'requests' });
  const close = page.getByRole('alert').getByRole('button', { name: 'Close this message' });
  await page.getByRole('button', { name: 'Dismiss Kay' }).click();
  await page.route('**/graphql', (route) =>
    isDismissal(route.request().postData()) ? route.abort() : route.continue(),
  );
  await close.click();
  await page.getByText('Kay was not dismissed').waitFor();
  await row(page, 'Kay').waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await close.click();
  await close.waitFor({ state: 'detached' });

  const release = await holdBack(page, (request) => isDismissal(request.postData()));
  await page.getByRole('button', { name: 'Dismiss Kay' }).click();
  await close.click();
  await page.getByText('Kay was dismissed').waitFor({ state: 'detached' });
  expect(await row(page, 'Kay').count()).toBe(0);
  release();
  await page.getByText('Nobody waits.').waitFor();
  expect(await dismissed()).toEqual(['Kay']);
});

test('Of a request that somebody else decided meanwhile the page says so', async () => {
  await door.register(telegram('7300'), { firstName: 'Lea' });
  await door.register(telegram('7301'), { firstName: 'Leo' });
  const page = await web.visit(project, { path: 'requests' });
  await page.getByRole('button', { name: 'Dismiss Lea' }).click();
  await page.getByRole('button', { name: 'Approve Leo' }).click();
  for (const { id } of await door.list({ status: 'PENDING' })) await door.approve(id);
  const dialog = page.getByRole('dialog', { name: 'Approve Leo' });
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Close this message' }).click();
  await page.getByText('Somebody else decided on Lea meanwhile').waitFor();
  await page.getByText('Nobody waits.').waitFor();
});

test('Requests are searched, narrowed to an environment, and read page by page', async () => {
  for (let number = 10; number < 31; number += 1)
    await door.register(telegram(`73${number}`), { firstName: `N${number}` });
  const page = await web.visit(project, { path: 'requests' });
  await page.getByText('21 requests').waitFor();
  expect(await page.getByRole('list', { name: 'Requests' }).locator('> li').count()).toBe(20);
  await page.getByRole('button', { name: 'Next' }).click();
  await row(page, 'N10').waitFor();
  await page.getByRole('button', { name: 'Previous' }).click();
  await row(page, 'N30').waitFor();
  await page.getByRole('searchbox', { name: 'Search requests' }).fill('N17');
  await page.getByText('1 request', { exact: true }).waitFor();
  await page.getByLabel('Environment').selectOption('Development');
  await page.getByText('No request matches.').waitFor();
  expect(new URL(page.url()).search).toContain('q=N17');
});
