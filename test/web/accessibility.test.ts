import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { signInAtProvider } from '../support/company-account.ts';
import { CREATE_INVITATION, LINK_IDENTITY, LIST_USERS } from '../support/documents.ts';
import { createDoor } from '../support/door.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { addMember, box, selfRegister, sharedSecret } from '../support/page.ts';
import { type Project, startService } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

// A visit goes through several views, each looked at twice.
jest.setTimeout(120_000);

let provider: IdentityProvider;
let project: Project;
let empty: Project;
let crowded: Project;

const web = useWeb(async () => {
  provider = await startIdentityProvider([]);
  return startService(provider, { pageSignIn: provider.pageSignIn });
});

beforeAll(async () => {
  const { service } = web;
  [project, empty, crowded] = await Promise.all([service.project(), service.project(), service.project('Crowd')]);
  const everywhere = [project.development, project.staging, project.production];
  for (let number = 0; number < 21; number += 1) await crowded.user({ lastName: `Number ${number}` });
  await project.user({ firstName: 'Wolfeschlegelstein'.repeat(5), lastName: 'עבד', environmentIds: everywhere });
  await addMember(project, { name: 'Wolfeschlegelstein'.repeat(5), subject: 'auth|'.repeat(50) });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '5551234567' });
  await project.user({ firstName: 'Ana', lastName: 'Lima', email: 'ana@example.com', environmentIds: everywhere });
  const ana = (await project.viewer(LIST_USERS, { id: project.id, search: 'lima' })).data.project?.users.nodes[0];
  await project.member(LINK_IDENTITY, { input: { userId: ana?.id, channel: 'TELEGRAM', externalId: '7001' } });
  await project.member(CREATE_INVITATION, { input: { userId: ana?.id } });
  const door = createDoor(project);
  await door.setMode('APPROVAL');
  await door.register({ channel: 'TELEGRAM', externalId: '7801' }, { firstName: 'Ana', lastName: 'Lima' });
  await door.register({ channel: 'WHATSAPP', phoneNumber: '15557780001' }, { firstName: 'עבד' });
  await door.register({ channel: 'SLACK', externalId: 'T0123ABCD:U0456EFGH' }, { firstName: 'Wolfe'.repeat(20) });
  const bo = await project.user({ firstName: 'Bo', lastName: 'Out' });
  await door.block({ userId: bo.id, note: 'spam '.repeat(99) });
});

afterAll(() => provider.stop());

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical. */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  const found: string = await page.evaluate(RUN_AXE);
  const violations: Result[] = JSON.parse(found);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

// What lies behind an open dialog is a view of its own. The answer goes as text and without what passed: Playwright takes
// seconds to carry the whole of it over, value by value. Nothing of the rule `region` is more than moderate.
const RUN_AXE = `axe.run(document.querySelector('[aria-modal=true]') ? '[data-portal]' : document, {
  resultTypes: ['violations'],
  rules: { region: { enabled: false } },
}).then(({ violations }) => JSON.stringify(violations))`;

const click = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

type View = {
  path?: string;
  isEmpty?: true;
  /** On the page of the view before, which goes to the path if there is one. */
  goesOn?: true;
  prepare(page: Page): Promise<unknown>;
};

const VIEWS: Record<string, View> = {
  users: { prepare: (page) => page.getByText('Lima').waitFor() },
  'the shortcuts': {
    goesOn: true,
    async prepare(page) {
      await page.keyboard.press('?');
      await page.getByText('Next user').waitFor();
    },
  },
  'the palette': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').pressSequentially('an');
      await page.getByRole('option', { name: 'Ana Lima' }).waitFor();
    },
  },
  'many who are selected': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await page.getByRole('checkbox', { name: 'Select Ana Lima' }).check();
      await page.getByRole('button', { name: 'Remove from…' }).click();
      await page.getByRole('dialog').getByLabel('Staging').waitFor();
    },
  },
  'merging two users': {
    goesOn: true,
    path: 'users?q=lima',
    async prepare(page) {
      await page.getByRole('link', { name: 'Ana Lima' }).click();
      await click('Link account')(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Id on Telegram').fill('5551234567');
      await dialog.getByRole('button', { name: 'Link account' }).click();
      await dialog.getByRole('button', { name: 'Merge' }).click();
      await page.getByRole('table', { name: 'What becomes of the two' }).waitFor();
    },
  },
  'a search': { path: 'users?q=ana', prepare: (page) => page.locator('mark').first().waitFor() },
  'adding a user, with errors': {
    goesOn: true,
    async prepare(page) {
      await click('Add User')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Add User' }).click();
      await page.getByText('Phone number is required').waitFor();
    },
  },
  'an empty search': {
    goesOn: true,
    path: 'users?q=zacharias',
    prepare: (page) => page.getByText('No users found').waitFor(),
  },
  'a review': { goesOn: true, path: 'users/review?seen=never', prepare: (page) => page.getByText('Lima').waitFor() },
  'the columns of a file, with an error': {
    goesOn: true,
    path: 'users',
    async prepare(page) {
      await chooseFile(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Check the file' }).click();
      await page.getByText('select at least one environment').waitFor();
    },
  },
  'what would become of a file': {
    goesOn: true,
    async prepare(page) {
      await page.getByRole('dialog').getByLabel('Production').check();
      await page.getByRole('dialog').getByRole('button', { name: 'Check the file' }).click();
      await page.getByText('2 rows are refused').waitFor();
    },
  },
  'no users': { isEmpty: true, prepare: (page) => page.getByText('No users yet').waitFor() },
  'the first steps, and what a word means': {
    goesOn: true,
    isEmpty: true,
    async prepare(page) {
      await page.getByRole('region', { name: 'First steps' }).waitFor();
      await click('What does “Open” mean?')(page);
      await page.getByText('Whoever writes to the assistant in an open environment').waitFor();
    },
  },
  'deleting a user': { path: 'users?q=lima', prepare: click('Delete Ana Lima') },
  'a user': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await page.getByRole('link', { name: 'Ana Lima' }).click();
      await page.getByText('Telegram 7001').waitFor();
      await page.getByText('Account linked').waitFor();
    },
  },
  'linking an account, with errors': {
    goesOn: true,
    async prepare(page) {
      await click('Link account')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Link account' }).click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  'an end of access in the past': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await click('Limit access to Production')(page);
      await page.getByLabel('Last day').fill('2020-01-01');
      await click('Save')(page);
      await page.getByText('must lie in the future').waitFor();
    },
  },
  'a blocked user': {
    path: 'users?q=bo',
    async prepare(page) {
      await page.getByRole('row').getByText('Blocked').waitFor();
      await page.getByRole('link', { name: 'Bo Out' }).click();
      await page.getByRole('button', { name: 'Unblock' }).waitFor();
    },
  },
  'inviting a user': {
    goesOn: true,
    path: 'users?q=lima',
    async prepare(page) {
      await page.getByRole('link', { name: 'Ana Lima' }).click();
      await page.getByText('Pending until').waitFor();
      await click('Invite')(page);
      await page.getByText('does not name').waitFor();
    },
  },
  'a new invitation': {
    goesOn: true,
    async prepare(page) {
      await click('Create invitation')(page);
      await page.getByRole('img', { name: 'QR code' }).waitFor();
    },
  },
  'no requests': { path: 'requests?tab=dismissed', prepare: (page) => page.getByText('Nobody was').waitFor() },
  'who is blocked': {
    goesOn: true,
    path: 'requests?tab=blocked',
    prepare: (page) => page.getByText('1 number').waitFor(),
  },
  'unblocking a number': {
    goesOn: true,
    async prepare(page) {
      await page.getByRole('button', { name: 'Unblock' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  'testing access': {
    goesOn: true,
    path: 'users/test-access?of=15557780001',
    prepare: (page) => page.getByRole('region', { name: 'What helps' }).waitFor(),
  },
  'testing the access of nobody': {
    goesOn: true,
    path: 'users/test-access?of=ana',
    prepare: (page) => page.getByText('No channel names a person so').waitFor(),
  },
  requests: { path: 'requests', prepare: (page) => page.getByText('3 requests').waitFor() },
  'blocking somebody': {
    goesOn: true,
    async prepare(page) {
      await click('Block Ana Lima')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  'saying who somebody is, with errors': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await click('It’s somebody I know: Ana Lima')(page);
      await page.getByRole('radio', { name: 'Ana Lima' }).waitFor();
      await click('Approve')(page);
      await page.getByText('Choose who it is').waitFor();
    },
  },
  'approving a request, with errors': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await click('Approve Ana Lima')(page);
      await page.getByLabel('Email').fill('nobody');
      await click('Approve')(page);
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  'a dismissal that can be undone': {
    goesOn: true,
    path: 'requests',
    async prepare(page) {
      await click('Dismiss Ana Lima')(page);
      await page.getByRole('button', { name: 'Undo' }).hover();
    },
  },
  'the history': {
    path: 'history',
    async prepare(page) {
      await page.getByRole('list', { name: 'History' }).waitFor();
      await page.getByRole('combobox', { name: 'To whom' }).fill('lima');
      await page.getByRole('option', { name: /Ana Lima/ }).waitFor();
    },
  },
  'a history of nothing': {
    goesOn: true,
    path: 'history?action=PROJECT_UPDATED',
    prepare: (page) => page.getByText('Nothing of this kind').waitFor(),
  },
  members: { goesOn: true, path: 'members', prepare: (page) => page.getByText('auth|').waitFor() },
  'adding a member, with errors': {
    goesOn: true,
    async prepare(page) {
      await click('Add Member')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Add Member' }).click();
      await page.getByText('Subject is required').waitFor();
    },
  },
  'removing a member': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await page.getByRole('button', { name: 'Remove Wolfe' }).click();
      await page.getByText('You can add them again').waitFor();
    },
  },
  environments: { path: 'environments', prepare: (page) => page.getByText('strangers').first().waitFor() },
  'removing an environment': {
    goesOn: true,
    async prepare(page) {
      await click('Remove Production')(page);
      await click('Remove')(page);
      await page.getByText('no other environment').waitFor();
    },
  },
  'a notification': {
    goesOn: true,
    async prepare(page) {
      await closeDialog(page);
      await page.getByRole('button', { name: 'Edit Staging' }).click();
      await page.getByRole('button', { name: 'Update Environment' }).click();
      await page.getByText('Staging was updated').waitFor();
    },
  },
  'access keys': {
    goesOn: true,
    path: 'access-keys',
    prepare: (page) => page.getByText('Never expires').first().waitFor(),
  },
  'creating an access key': {
    goesOn: true,
    async prepare(page) {
      await click('Create Access Key')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  'the project': { path: 'general', prepare: (page) => page.getByRole('switch').waitFor() },
  'stopping to note who is denied': {
    goesOn: true,
    async prepare(page) {
      await page.getByRole('switch').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  'connecting an assistant': { goesOn: true, path: 'connect', prepare: (page) => page.getByText('mayTalk').waitFor() },
  'a link with another key': {
    goesOn: true,
    path: 'users',
    async prepare(page) {
      await page.getByText('Lima').waitFor();
      await page.evaluate("location.hash = 'key=umk_nonsense'");
      await click('Use the other key')(page);
      await page.getByText('This access key is not valid').waitFor();
    },
  },
  'a failure': {
    goesOn: true,
    path: 'users?q=lima',
    async prepare(page) {
      await page.locator('mark').waitFor();
      await page.route('**/graphql', (route) => route.abort());
      await page.getByRole('button', { name: 'Created' }).click();
      await page.getByText('could not be loaded').waitFor();
    },
  },
};

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function chooseFile(page: Page): Promise<void> {
  const rows = [
    'Phone,First name,Last name,Shoe size',
    '+4915112345678,Ada,Byron,38',
    '555,Bo,Out,',
    `,${'Wolfe'.repeat(19)},X,`,
  ];
  await click('Import')(page);
  const buffer = Buffer.from(rows.join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await page.getByText('1 column is not known').waitFor();
}

/** As a link of the page leads there, without loading it anew. */
async function goTo(page: Page, path: string): Promise<void> {
  if ((await page.getByRole('dialog').count()) > 0) await closeDialog(page);
  await page.evaluate(`history.pushState(null, '', '${path}')`);
}

/** Light on a large screen, then the same dark on a phone. */
async function expectNothingSerious(page: Page, view: string, goesOn = true): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  const fits = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  expect([view, await findings(page), await fits()]).toEqual([view, [], true]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  expect([view, await findings(page), await fits()]).toEqual([view, [], true]);
  if (!goesOn) return;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
}

type Visit = [name: string, View][];

const VISITS: Visit[] = [];
for (const view of Object.entries(VIEWS)) {
  if (view[1].goesOn) VISITS.at(-1)?.push(view);
  else VISITS.push([view]);
}

test.each(VISITS.map((visit) => [visit.map(([name]) => name).join('; '), visit] as const))(
  'axe finds nothing serious, light and dark: %s',
  async (_names, visit) => {
    const [first] = visit;
    const { id } = first?.[1].isEmpty ? empty : project;
    const page = await web.visit(first?.[1].isEmpty ? empty : project, { path: first?.[1].path });
    for (const view of visit) {
      const [name, { path, prepare }] = view;
      if (path && view !== first) await goTo(page, `/projects/${id}/${path}`);
      await prepare(page);
      await expectNothingSerious(page, name, view !== visit.at(-1));
    }
  },
);

test('axe finds nothing serious, light and dark: an address where nothing is; signing in; a long list; switching, creating and deleting projects', async () => {
  const page = await web.browser.newPage({});
  await page.goto(new URL('/nonsense', web.service.url).href);
  await page.getByText('Nothing is here').waitFor();
  await expectNothingSerious(page, 'an address where nothing is');
  await goTo(page, '/');
  await page.locator('input[type=password]').fill('umk_nonsense');
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
  await signIn.click();
  await page.getByText('This access key is not valid').waitFor();
  await expectNothingSerious(page, 'signing in');
  await goTo(page, `/projects/${crowded.id}/users`);
  await page.locator('input[type=password]').fill(await web.service.secretFor('ADMINISTRATOR'));
  await signIn.click();
  await page.getByText('Number 20').waitFor();
  await expectNothingSerious(page, 'a long list');
  await goTo(page, `/projects/${empty.id}/general`);
  await click('Delete this project')(page);
  await page.getByText('It has no users.').waitFor();
  await expectNothingSerious(page, 'deleting a project');
  await closeDialog(page);
  await click('Project: Assistant')(page);
  await page.getByRole('option', { name: /0 users/ }).waitFor();
  await expectNothingSerious(page, 'switching projects');
  await click('New project')(page);
  await page.getByLabel('Project name').last().waitFor();
  await expectNothingSerious(page, 'creating a project', false);
});

test('axe finds nothing serious, light and dark: a person without a project', async () => {
  const page = await web.browser.newPage({});
  await page.goto(new URL('/', web.service.url).href);
  await signInAtProvider(page, 'a-rather-long-subject|'.repeat(8));
  await page.getByText('Nobody has added you').waitFor();
  await expectNothingSerious(page, 'a person without a project', false);
});

test('Small screens show cards rather than a squeezed table; on a phone the main action lies beside the heading, or below it where both do not fit', async () => {
  const page = await web.visit(project, { viewport: { width: 360, height: 740 } });
  const cards = page.getByRole('list', { name: 'Users' }).getByText('Ana Lima');
  const table = page.getByRole('table');
  await cards.waitFor();
  expect(await table.count()).toBe(0);
  await page.setViewportSize({ width: 1280, height: 740 });
  await table.waitFor();
  await page.setViewportSize({ width: 800, height: 740 });
  await cards.waitFor();
  expect(await table.count()).toBe(0);

  await page.setViewportSize({ width: 360, height: 740 });
  await goTo(page, `/projects/${project.id}/environments`);
  const [heading, action] = [page.locator('h1'), page.getByRole('button', { name: 'Add Environment' })];
  await action.waitFor();
  const [title, button] = [await box(heading), await box(action)];
  const overflow = await page.evaluate(
    "document.querySelector('h1').scrollWidth - document.querySelector('h1').clientWidth",
  );
  expect(overflow).toBe(0);
  expect(button.x >= title.x + title.width || button.y >= title.y + title.height).toBe(true);
});

test('A user is added with the keyboard alone', async () => {
  const page = await web.visit(empty);
  await page.getByText('No users yet').waitFor();
  await page.getByRole('button', { name: 'Add User' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Phone Number').and(page.locator(':focus')).waitFor();
  for (const text of ['+442079460999', '', 'Grace', '', 'Hopper']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('link', { name: 'Environments page' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: 'Grace Hopper' }).waitFor();
  await page.getByRole('button', { name: 'Add User' }).first().and(page.locator(':focus')).waitFor();
});

test('Light and dark follow the system; what can be filled in has a border that is seen', async () => {
  const page = await web.visit(project, { path: 'users?add=new', colorScheme: 'dark' });
  await page.getByRole('row').getByText('Lima').waitFor();
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
  const colour = (of: string, property = 'backgroundColor') =>
    page.evaluate(`getComputedStyle(document.querySelector('${of}')).${property}`);
  const borders = () =>
    Promise.all(['.mantine-Input-input', '[type=checkbox]'].map((field) => colour(field, 'borderTopColor')));
  expect(await borders()).toEqual(Array(2).fill('rgb(130, 130, 130)'));
  expect(await colour('.mantine-Avatar-placeholder')).toBe('rgb(59, 59, 59)');
  expect(await colour('body')).not.toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
  expect(await borders()).toEqual(Array(2).fill('rgb(134, 142, 150)'));
  expect(await colour('.mantine-Avatar-placeholder')).toBe('rgb(233, 236, 239)');
  expect(await colour('body')).toBe('rgb(255, 255, 255)');
});

test('The list arrives without moving what is there already; for who wants no motion nothing pulses meanwhile', async () => {
  const page = await web.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(`
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    globalThis.animations = [];
    addEventListener('animationstart', ({ target }) => globalThis.animations.push(target.className));
  `);
  const key = await sharedSecret(web.service, project, 'ADMINISTRATOR');
  await page.goto(new URL(`/projects/${project.id}/users#key=${key}`, web.service.url).href);
  await page.getByText('Lima').waitFor();
  expect(await page.evaluate('globalThis.shift')).toBeLessThan(0.1);
  expect(await page.evaluate('globalThis.animations')).toEqual([]);
});

test('Going to another section leads to its heading, and the title says where one is; an address where nothing is has its main part too', async () => {
  const page = await web.visit(project);
  await page.getByText('Lima').waitFor();
  await page.getByRole('link', { name: 'Environments', exact: true }).click();
  await page.getByRole('heading', { name: 'Environments', exact: true }).and(page.locator(':focus')).waitFor();
  expect(await page.title()).toBe('Environments · Assistant · Users Management');
  await page.goto(new URL('/projects/none/users', web.service.url).href);
  await page.getByRole('main').getByText('Nothing is here').waitFor();
  // The page that was opened has no focus to wait for.
  await page.waitForFunction((title) => document.title === title, 'Nothing is here · Users Management');
});
