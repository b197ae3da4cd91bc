import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { signInAtProvider } from '../support/company-account.ts';
import { createDoor } from '../support/door.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { addMember, holdBack, selfRegister } from '../support/page.ts';
import { type Project, startService } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

// Not a test: pictures of every view, for people to look at. `npm run screenshots`, or `npm run screenshots -- -t users`

const DIRECTORY = 'dist/screenshots';
const DESKTOP = { viewport: { width: 1280, height: 860 } };
const DARK: BrowserContextOptions = { ...DESKTOP, colorScheme: 'dark' };
const PHONE = { viewport: { width: 360, height: 740 } };
const TABLET = { viewport: { width: 768, height: 1000 } };
const WIDE = { viewport: { width: 1920, height: 1080 } };
const SIZES = Object.entries({ desktop: DESKTOP, dark: DARK, phone: PHONE, tablet: TABLET, wide: WIDE });

let provider: IdentityProvider;
let project: Project;
let empty: Project;
// Whom the file adds would stand beside the others.
let importing: Project;

const web = useWeb(async () => {
  provider = await startIdentityProvider([]);
  return startService(provider, { pageSignIn: provider.pageSignIn });
});

beforeAll(async () => {
  [project, empty, importing] = await Promise.all([
    web.service.project('Customer support'),
    web.service.project('Internal helpdesk'),
    web.service.project('Field service'),
  ]);
  await people();
  await strangers();
  await importing.user({ firstName: 'Bo', lastName: 'Berg' });
});

afterAll(() => provider.stop());

type View = {
  path?: string;
  isEmpty?: true;
  isImport?: true;
  role?: 'VIEWER';
  prepare?: (page: Page) => Promise<unknown>;
};

const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const loaded = (page: Page) => page.getByText('Lima').first().waitFor();

const VIEWS: Record<string, View> = {
  users: { prepare: loaded },
  viewer: { role: 'VIEWER', prepare: loaded },
  search: { path: 'users?q=an%2055', prepare: loaded },
  'search-right-to-left': { path: 'users?q=%D9%85%D8%AD' },
  'search-empty': { path: 'users?q=zacharias' },
  'no-users': { isEmpty: true },
  loading: { prepare: held },
  failed: { prepare: failing },
  'add-user': { prepare: button('Add User') },
  'add-user-errors': { prepare: submitEmpty },
  'edit-user': { prepare: edit },
  conflict: { prepare: conflict },
  import: { prepare: button('Import') },
  'import-columns': { isImport: true, prepare: chooseFile },
  'import-preview': { isImport: true, prepare: checkFile },
  'import-result': { isImport: true, prepare: importFile },
  palette: { prepare: openPalette },
  'review-expiring': { path: 'users/review?expires=30' },
  'delete-user': { prepare: button('Delete Ana Lima') },
  'user-page': { prepare: openUser },
  'limit-access': { prepare: (page) => openUser(page).then(() => button('Limit access to Production')(page)) },
  'merge-users': { prepare: mergeUsers },
  'block-user': { prepare: (page) => openUser(page).then(() => button('Block')(page)) },
  invite: { prepare: (page) => openUser(page).then(() => button('Invite')(page)) },
  'new-invitation': { prepare: newInvitation },
  requests: { path: 'requests' },
  'requests-viewer': { path: 'requests', role: 'VIEWER' },
  'no-requests': { path: 'requests', isEmpty: true },
  'approve-request': { path: 'requests', prepare: button('Approve Ana Lima') },
  'somebody-known': { path: 'requests', prepare: button('It’s somebody I know: Ana Lima') },
  'block-sender': { path: 'requests', prepare: button('Block Ana Lima') },
  dismiss: { path: 'requests', prepare: (page) => page.getByRole('button', { name: 'Dismiss' }).last().click() },
  blocked: { path: 'requests?tab=blocked' },
  'test-access': { path: 'users/test-access?of=5511961234567', prepare: tested },
  'test-access-blocked': { path: 'users/test-access?of=14155550199', prepare: tested },
  'test-access-request': { path: 'users/test-access?of=5550001111', prepare: tested },
  'test-access-nobody': {
    path: 'users/test-access?of=@ana',
    prepare: (page) => page.getByText('No channel').waitFor(),
  },
  'test-access-empty': { path: 'users/test-access' },
  history: { path: 'history', prepare: (page) => page.getByRole('list', { name: 'History' }).waitFor() },
  'history-empty': { path: 'history?action=PROJECT_UPDATED' },
  environments: { path: 'environments' },
  'environments-viewer': { path: 'environments', role: 'VIEWER' },
  'add-environment': { path: 'environments', prepare: button('Add Environment') },
  'remove-environment': { path: 'environments', prepare: removeEnvironment },
  'access-keys': { path: 'access-keys' },
  'create-access-key': { path: 'access-keys', prepare: button('Create Access Key') },
  'new-secret': { path: 'access-keys', prepare: newSecret },
  members: { path: 'members' },
  'members-viewer': { path: 'members', role: 'VIEWER' },
  'no-members': { path: 'members', isEmpty: true },
  'add-member-errors': { path: 'members', prepare: submitEmptyMember },
  'edit-member': { path: 'members', prepare: button('Edit Ana Lima') },
  'remove-member': { path: 'members', prepare: button('Remove Ana Lima') },
  'replace-session': { prepare: (page) => page.evaluate("location.hash = 'key=umk_another'") },
  general: { path: 'general' },
  connect: { path: 'connect' },
  'not-found': { path: 'nothing' },
};

for (const [size, options] of SIZES) {
  const views = Object.entries(VIEWS).filter(([name]) => (size !== 'wide' && size !== 'tablet') || name === 'users');
  test.each(views)(`%s-${size}`, async (name, { isEmpty, isImport, prepare, path, role }) => {
    const page = await web.visit(isEmpty ? empty : isImport ? importing : project, { path, role, ...options });
    if (prepare) await prepare(page);
    // What is being loaded never comes to rest.
    if (name !== 'loading') await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${DIRECTORY}/${name}-${size}.png` });
  });

  test(`sign-in-${size}`, async () => {
    const page = await web.browser.newPage(options);
    await page.goto(new URL('/', web.service.url).href);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await page.screenshot({ path: `${DIRECTORY}/sign-in-${size}.png` });
    await page.locator('input[type=password]').fill(await web.service.secretFor('GATEWAY', project.id));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This is a GATEWAY key').waitFor();
    await page.screenshot({ path: `${DIRECTORY}/sign-in-gateway-${size}.png` });
    await page.goto(new URL('/signed-in#code=x&state=y', web.service.url).href);
    await page.getByText('You are not signed in').waitFor();
    await page.screenshot({ path: `${DIRECTORY}/sign-in-refused-${size}.png` });
    await signInAtProvider(page, `auth0|65f1c0ffee5ca1ab1e0000${size}`);
    await page.getByText('Nobody has added you').waitFor();
    await page.screenshot({ path: `${DIRECTORY}/sign-in-without-project-${size}.png` });
  });
}

async function people(): Promise<void> {
  const { development, staging, production } = project;
  const names = 'Bruno Costa,Chloé Dubois,Đặng Thị Hoa,Emre Yılmaz,Fatima Zahra,Grace Hopper,Hanna Nowak,Ivan Petrov';
  for (const [index, name] of names.split(',').entries()) {
    const [firstName, ...rest] = name.split(' ');
    const email = index % 3 === 0 ? undefined : `${firstName?.toLowerCase()}@example.com`;
    const environmentIds = index % 2 ? [production] : [staging, production];
    await project.user({ firstName, lastName: rest.join(' '), email, environmentIds });
  }
  for (let index = 0; index < 12; index += 1)
    await project.user({ firstName: 'Test', lastName: `Customer ${index}`, environmentIds: [production] });
  await addMember(project, { subject: 'auth0|65f1c0ffee5ca1ab1e000042', name: 'Ana Lima', role: 'ADMINISTRATOR' });
  await addMember(project, { subject: '9d0f1e4e-5d0c-4c1c-9c55-0f9d0a4b7b11', name: '田中 美咲' });
  await addMember(project, { subject: 'long'.repeat(60), name: 'Wolfeschlegelstein'.repeat(5), role: 'MEMBER' });
  await project.user({
    firstName: '美咲',
    lastName: '田中',
    email: 'misaki@example.jp',
    environmentIds: [production],
  });
  await project.user({
    firstName: 'محمد',
    lastName: 'عبد الله',
    phoneNumber: '+20 100 123 4567',
    email: 'm@example.eg',
  });
  await project.user({
    firstName: 'שרה',
    lastName: 'כהן',
    phoneNumber: '+972 50 123 4567',
    environmentIds: [production],
  });
  await project.user({
    firstName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2),
    lastName: 'Featherstonehaugh-Cholmondeley',
    email: `${'very.long.address.'.repeat(3)}of@a-rather-long-domain-name.example.com`,
    environmentIds: [development, staging, production],
  });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '5551234567' });
  await selfRegister(project, { channel: 'WHATSAPP', phoneNumber: '14155550123' }, { firstName: 'Sam' });
  await project.user({
    firstName: 'Ana',
    lastName: 'Lima',
    email: 'ana@example.com',
    phoneNumber: '+55 11 96123-4567',
    environmentIds: [development, staging, production],
  });
}

/** Who knocked, and who is kept out. */
async function strangers(): Promise<void> {
  const door = createDoor(project);
  await door.setMode('APPROVAL');
  await door.register({ channel: 'WHATSAPP', phoneNumber: '5511961234567' }, { firstName: 'Ana B.' });
  await door.register({ channel: 'SLACK', externalId: 'T0123ABCD:U0456EFGH' });
  await door.register({ channel: 'TELEGRAM', externalId: '5559876543' }, { firstName: 'محمد', lastName: 'عبد الله' });
  for (let time = 0; time < 7; time += 1) {
    await door.register({ channel: 'TELEGRAM', externalId: '5550001111' }, { firstName: 'Ana', lastName: 'Lima' });
  }
  const note = 'Sends spam every night.\nAsked to stop twice.';
  await door.block({ sender: { channel: 'WHATSAPP', phoneNumber: '14155550199' }, note });
  await door.block({ sender: { channel: 'WHATSAPP', phoneNumber: '14155550123' } });
}

async function newInvitation(page: Page): Promise<void> {
  await openUser(page);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('button', { name: 'Create invitation' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await loaded(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('en');
  await page.getByRole('option', { name: 'Add Environment' }).waitFor();
}

async function held(page: Page): Promise<void> {
  await holdBack(page, (request) => request.postData()?.includes('query Users(') ?? false);
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByText('Loading').waitFor();
}

async function failing(page: Page): Promise<void> {
  await page.getByText('Lima').first().waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('searchbox').fill('ana');
  await page.getByText('could not be loaded').waitFor();
}

async function tested(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Environments' }).waitFor();
}

async function openUser(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ana Lima' }).click();
  await page.getByRole('region', { name: 'History' }).getByText('Added').waitFor();
}

async function mergeUsers(page: Page): Promise<void> {
  await openUser(page);
  await page.getByRole('button', { name: 'Link account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Id on Telegram').fill('5551234567');
  await dialog.getByRole('button', { name: 'Link account' }).click();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('table', { name: 'What becomes of the two' }).waitFor();
}

// Each size imports somebody of its own.
let imported = 0;

async function chooseFile(page: Page): Promise<void> {
  await button('Import')(page);
  const rows = readFileSync('test/contact-files/samples/google.csv', 'utf8').trimEnd().split(/\r?\n/);
  const own = rows.map((row, at) => `${row},${at === 0 ? 'Shoe size' : '38'}`);
  const cells = (own[0] ?? '').split(',');
  const bad = cells.map((cell) => ({ 'First Name': 'Bo', 'Phone 1 - Value': '555' })[cell] ?? '').join(',');
  imported += 1;
  const newcomer = cells.map(
    (cell) => ({ 'First Name': 'Cy', 'Last Name': 'Young', 'Phone 1 - Value': `+1555123400${imported}` })[cell] ?? '',
  );
  const buffer = Buffer.from([...own, newcomer.join(','), bad].join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check the file' }).waitFor();
}

async function checkFile(page: Page): Promise<void> {
  await chooseFile(page);
  await page.getByRole('dialog').getByLabel('Staging').check();
  await button('Check the file')(page);
  await page.getByText('Nothing is written yet').waitFor();
}

async function importFile(page: Page): Promise<void> {
  await checkFile(page);
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByText('The file is imported').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
}

async function submitEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add User' }).click();
  await page.getByRole('dialog').getByLabel('Email').fill('nobody');
  await page.getByRole('dialog').getByRole('button', { name: 'Add User' }).click();
  await page.getByText('Invalid Email').waitFor();
}

async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit Ana Lima' }).click();
  await page.getByRole('button', { name: 'Update User' }).waitFor();
}

async function conflict(page: Page): Promise<void> {
  await edit(page);
  const id = new URL(page.url()).searchParams.get('edit');
  const update = 'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { message } } }';
  const stamp = Date.now() % 1000;
  await project.member(update, {
    input: { id, email: `ana.${stamp}@example.org`, environmentIds: [project.production] },
  });
  await page.getByLabel('Middle Name').fill('Beatriz');
  await page.getByRole('button', { name: 'Update User' }).click();
  await page.getByText('Somebody else changed').waitFor();
}

async function submitEmptyMember(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add Member' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add Member' }).click();
  await page.getByText('Subject is required').waitFor();
}

async function removeEnvironment(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Remove Production' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('no other environment').waitFor();
}

async function newSecret(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create Access Key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Audit');
  await page.getByRole('radio', { name: 'Viewer' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Create Access Key' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
}
