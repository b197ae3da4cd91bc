import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { signInAtProvider } from '../support/company-account.ts';
import { CREATE_INVITATION, LINK_IDENTITY, LIST_USERS } from '../support/documents.ts';
import { createDoor } from '../support/door.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { addMember, box, selfRegister } from '../support/page.ts';
import { type Project, startService } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let provider: IdentityProvider;
let project: Project;
let empty: Project;

const web = useWeb(async () => {
  provider = await startIdentityProvider([]);
  return startService(provider, { pageSignIn: provider.pageSignIn });
});

beforeAll(async () => {
  [project, empty] = await Promise.all([web.service.project(), web.service.project()]);
  const everywhere = [project.development, project.staging, project.production];
  for (let number = 0; number < 21; number += 1) await project.user({ lastName: `Number ${number}` });
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

/** What axe finds serious or critical. */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  const found: string = await page.evaluate(RUN_AXE);
  const violations: Violation[] = JSON.parse(found);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

type Violation = { id: string; impact: string; nodes: { html: string }[] };

// As text and without what passed: Playwright takes seconds to carry axe's whole answer over, value by value.
const RUN_AXE = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))";

const click = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

type View = {
  path?: string;
  isEmpty?: true;
  /** On the page of the view before. */
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
  'a search': { path: 'users?q=ana', prepare: (page) => page.locator('mark').first().waitFor() },
  'adding a user, with errors': {
    goesOn: true,
    async prepare(page) {
      await click('Add User')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Add User' }).click();
      await page.getByText('Phone number is required').waitFor();
    },
  },
  'an empty search': { path: 'users?q=zacharias', prepare: (page) => page.getByText('No users found').waitFor() },
  'no users': { isEmpty: true, prepare: (page) => page.getByText('No users yet').waitFor() },
  'a review': { path: 'users/review?seen=never', prepare: (page) => page.getByText('Lima').waitFor() },
  'the columns of a file, with an error': {
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
  'merging two users': {
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
  'a blocked user': {
    path: 'users?q=bo',
    async prepare(page) {
      await page.getByRole('row').getByText('Blocked').waitFor();
      await page.getByRole('link', { name: 'Bo Out' }).click();
      await page.getByRole('button', { name: 'Unblock' }).waitFor();
    },
  },
  'inviting a user': {
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
    path: 'requests',
    async prepare(page) {
      await click('Dismiss Ana Lima')(page);
      await page.getByRole('button', { name: 'Undo' }).hover();
    },
  },
  'no requests': { path: 'requests?tab=dismissed', prepare: (page) => page.getByText('Nobody was').waitFor() },
  'who is blocked': { path: 'requests?tab=blocked', prepare: (page) => page.getByText('1 number').waitFor() },
  'unblocking a number': {
    goesOn: true,
    async prepare(page) {
      await page.getByRole('button', { name: 'Unblock' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  'testing access': {
    path: 'users/test-access?of=15557780001',
    prepare: (page) => page.getByRole('region', { name: 'What helps' }).waitFor(),
  },
  'testing the access of nobody': {
    path: 'users/test-access?of=ana',
    prepare: (page) => page.getByText('No channel names a person so').waitFor(),
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
    path: 'history?action=PROJECT_UPDATED',
    prepare: (page) => page.getByText('Nothing of this kind').waitFor(),
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
  'access keys': { path: 'access-keys', prepare: (page) => page.getByText('Never expires').first().waitFor() },
  'creating an access key': {
    goesOn: true,
    async prepare(page) {
      await click('Create Access Key')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  members: { path: 'members', prepare: (page) => page.getByText('auth|').waitFor() },
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
  'a link with another key': {
    async prepare(page) {
      await page.getByText('Lima').waitFor();
      await page.evaluate("location.hash = 'key=umk_nonsense'");
      await click('Use the other key')(page);
      await page.getByText('This access key is not valid').waitFor();
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
  'connecting an assistant': { path: 'connect', prepare: (page) => page.getByText('mayTalk').waitFor() },
  'the first steps, and what a word means': {
    isEmpty: true,
    async prepare(page) {
      await page.getByRole('region', { name: 'First steps' }).waitFor();
      await click('What does “Open” mean?')(page);
      await page.getByText('Whoever writes to the assistant in an open environment').waitFor();
    },
  },
  'a failure': {
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

/** Light on a large screen, then the same dark on a phone. */
async function expectNothingSerious(page: Page, view = ''): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  const fits = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  expect([view, await findings(page), await fits()]).toEqual([view, [], true]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  expect([view, await findings(page), await fits()]).toEqual([view, [], true]);
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
    const { isEmpty, path } = visit[0]?.[1] ?? {};
    const page = await web.visit(isEmpty ? empty : project, { path });
    for (const [name, { prepare }] of visit) {
      await prepare(page);
      await expectNothingSerious(page, name);
    }
  },
);

test('axe finds nothing serious, light and dark: signing in', async () => {
  const page = await web.browser.newPage({});
  await page.goto(new URL('/', web.service.url).href);
  await page.locator('input[type=password]').fill('umk_nonsense');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This access key is not valid').waitFor();
  await expectNothingSerious(page);
});

test('axe finds nothing serious, light and dark: an address where nothing is', async () => {
  const page = await web.browser.newPage({});
  await page.goto(new URL('/nonsense', web.service.url).href);
  await page.getByText('Nothing is here').waitFor();
  await expectNothingSerious(page);
});

test('axe finds nothing serious, light and dark: switching, creating and deleting projects', async () => {
  const page = await web.browser.newPage({});
  const key = await web.service.secretFor('ADMINISTRATOR');
  await page.goto(new URL(`/projects/${empty.id}/general#key=${key}`, web.service.url).href);
  await click('Delete this project')(page);
  await page.getByText('It has no users.').waitFor();
  await expectNothingSerious(page);
  await page.keyboard.press('Escape');
  await click('Project: Assistant')(page);
  await page.getByRole('option', { name: /0 users/ }).waitFor();
  await expectNothingSerious(page);
  await click('New project')(page);
  await page.getByLabel('Project name').last().waitFor();
  await expectNothingSerious(page);
});

test('axe finds nothing serious, light and dark: a person without a project', async () => {
  const page = await web.browser.newPage({});
  await page.goto(new URL('/', web.service.url).href);
  await signInAtProvider(page, 'a-rather-long-subject|'.repeat(8));
  await page.getByText('Nobody has added you').waitFor();
  await expectNothingSerious(page);
});

test.each([360, 800])('Small screens show cards rather than a squeezed table: %d px', async (width) => {
  const page = await web.visit(project, { viewport: { width, height: 740 } });
  await page.getByRole('list', { name: 'Users' }).getByText('Ana Lima').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
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

test('Light and dark follow the system', async () => {
  const page = await web.visit(project, { colorScheme: 'dark' });
  await page.getByText('Lima').waitFor();
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const dark = await background();
  const disc = () =>
    page.evaluate("getComputedStyle(document.querySelector('.mantine-Avatar-placeholder')).backgroundColor");
  expect(await disc()).toBe('rgb(59, 59, 59)');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
  expect(await disc()).toBe('rgb(233, 236, 239)');
  expect(await background()).toBe('rgb(255, 255, 255)');
  expect(dark).not.toBe('rgb(255, 255, 255)');
});

test('The list arrives without moving what is there already', async () => {
  const page = await web.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(`
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  const signedIn = await web.visit(project);
  await signedIn.getByText('Lima').waitFor();
  const key = await signedIn.evaluate("sessionStorage.getItem('access-key')");
  await page.goto(new URL(`/projects/${project.id}/users#key=${key}`, web.service.url).href);
  await page.getByText('Lima').waitFor();
  expect(await page.evaluate('globalThis.shift')).toBeLessThan(0.1);
});

test('Going to another section leads to its heading, and the title says where one is', async () => {
  const page = await web.visit(project);
  await page.getByText('Lima').waitFor();
  await page.getByRole('link', { name: 'Environments', exact: true }).click();
  await page.getByRole('heading', { name: 'Environments', exact: true }).and(page.locator(':focus')).waitFor();
  expect(await page.title()).toBe('Environments · Assistant · Users Management');
});

test('An address where nothing is has its main part too', async () => {
  const page = await web.visit(project);
  await page.getByText('Lima').waitFor();
  await page.goto(new URL('/projects/none/users', web.service.url).href);
  await page.getByRole('main').getByText('Nothing is here').waitFor();
  expect(await page.title()).toBe('Nothing is here · Users Management');
});

test.each([
  ['light', 'rgb(134, 142, 150)'],
  ['dark', 'rgb(130, 130, 130)'],
] as const)('What can be filled in has a border that is seen: %s', async (colorScheme, color) => {
  const page = await web.visit(project, { path: 'users?add=new', colorScheme });
  await page.getByRole('checkbox').first().waitFor();
  for (const field of ['.mantine-Input-input', '[type=checkbox]']) {
    const border = () => page.evaluate(`getComputedStyle(document.querySelector('${field}')).borderTopColor`);
    expect([field, await border()]).toEqual([field, color]);
  }
});

test('On a phone the main action lies beside the heading, or below it where both do not fit', async () => {
  const page = await web.visit(project, { path: 'environments', viewport: { width: 360, height: 740 } });
  const [heading, action] = [page.locator('h1'), page.getByRole('button', { name: 'Add Environment' })];
  await action.waitFor();
  const [title, button] = [await box(heading), await box(action)];
  const overflow = await page.evaluate(
    "document.querySelector('h1').scrollWidth - document.querySelector('h1').clientWidth",
  );
  expect(overflow).toBe(0);
  expect(button.x >= title.x + title.width || button.y >= title.y + title.height).toBe(true);
});
