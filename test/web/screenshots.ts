import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { signInAtProvider } from '../support/company-account.ts';
import setUp from '../support/global-setup.ts';
import tearDown from '../support/global-teardown.ts';
import { startIdentityProvider } from '../support/identity-provider.ts';
import { addMember, holdBack, selfRegister, visit } from '../support/page.ts';
import { type Project, type Service, startService } from '../support/service.ts';

// Writes a picture of every view, for people to look at: npm run screenshots [-- --only users]
const { values } = parseArgs({
  options: { directory: { type: 'string', default: 'dist/screenshots' }, only: { type: 'string', default: '' } },
});

type View = { path?: string; project?: Project; role?: 'VIEWER'; prepare?: (page: Page) => Promise<unknown> };

const DESKTOP = { viewport: { width: 1280, height: 860 } };
const DARK: BrowserContextOptions = { ...DESKTOP, colorScheme: 'dark' };
const PHONE = { viewport: { width: 360, height: 740 } };
const WIDE = { viewport: { width: 1920, height: 1080 } };

await setUp();
const provider = await startIdentityProvider([]);
const service = await startService(provider, { pageSignIn: provider.pageSignIn });
const browser = await openBrowser();
try {
  await mkdir(values.directory, { recursive: true });
  await takeAll(service, browser);
} finally {
  await browser.close();
  await service.close();
  await provider.stop();
  await tearDown();
}

async function takeAll(service: Service, browser: TestBrowser): Promise<void> {
  const full = await service.project('Customer support');
  await people(full);
  const empty = await service.project('Internal helpdesk');
  const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
  const loaded = (page: Page) => page.getByText('Lima').first().waitFor();
  const views: Record<string, View> = {
    users: { prepare: loaded },
    viewer: { role: 'VIEWER', prepare: loaded },
    search: { path: 'users?q=an%2055', prepare: loaded },
    'search-right-to-left': { path: 'users?q=%D9%85%D8%AD' },
    'search-empty': { path: 'users?q=zacharias' },
    'no-users': { project: empty },
    loading: { prepare: (page) => held(page, 'Users') },
    failed: { prepare: (page) => failing(page) },
    'add-user': { prepare: button('Add User') },
    'add-user-errors': { prepare: (page) => submitEmpty(page) },
    'edit-user': { prepare: (page) => edit(page) },
    conflict: { prepare: (page) => conflict(page, full) },
    'delete-user': { prepare: button('Delete Ana Lima') },
    environments: { path: 'environments' },
    'environments-viewer': { path: 'environments', role: 'VIEWER' },
    'add-environment': { path: 'environments', prepare: button('Add Environment') },
    'remove-environment': { path: 'environments', prepare: (page) => removeEnvironment(page) },
    'access-keys': { path: 'access-keys' },
    'create-access-key': { path: 'access-keys', prepare: button('Create Access Key') },
    'new-secret': { path: 'access-keys', prepare: (page) => newSecret(page) },
    members: { path: 'members' },
    'members-viewer': { path: 'members', role: 'VIEWER' },
    'no-members': { path: 'members', project: empty },
    'add-member-errors': { path: 'members', prepare: (page) => submitEmptyMember(page) },
    'edit-member': { path: 'members', prepare: button('Edit Ana Lima') },
    'remove-member': { path: 'members', prepare: button('Remove Ana Lima') },
    general: { path: 'general' },
    'not-found': { path: 'nothing' },
  };
  const sizes = { desktop: DESKTOP, dark: DARK, phone: PHONE, wide: WIDE };
  for (const [name, { project = full, prepare, path, role }] of Object.entries(views)) {
    if (!name.startsWith(values.only)) continue;
    for (const [size, options] of Object.entries(sizes)) {
      if (size === 'wide' && name !== 'users') continue;
      const page = await visit(browser, service, project, { path, role, ...options });
      if (prepare) await prepare(page);
      await shoot(page, `${name}-${size}`);
    }
  }
  if (!'sign-in'.startsWith(values.only)) return;
  for (const [size, options] of Object.entries(sizes)) {
    const page = await browser.newPage(options);
    await page.goto(new URL('/', service.url).href);
    await shoot(page, `sign-in-${size}`);
    await page
      .getByLabel('Access key')
      .first()
      .fill(await service.secretFor('GATEWAY', full.id));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This is a GATEWAY key').waitFor();
    await shoot(page, `sign-in-gateway-${size}`, true);
    await page.goto(new URL('/signed-in#code=x&state=y', service.url).href);
    await page.getByText('You are not signed in').waitFor();
    await shoot(page, `sign-in-refused-${size}`, true);
    await signInAtProvider(page, `auth|${size}`);
    await page.getByText('Nobody has added you').waitFor();
    await shoot(page, `sign-in-without-project-${size}`, true);
  }
}

async function shoot(page: Page, name: string, keep = false): Promise<void> {
  // What is being loaded never comes to rest.
  if (!name.startsWith('loading')) await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${values.directory}/${name}.png` });
  if (!keep && !name.startsWith('sign-in')) await page.context().close();
}

async function people(project: Project): Promise<void> {
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

async function held(page: Page, operation: string): Promise<void> {
  await holdBack(page, (request) => request.postData()?.includes(`query ${operation}(`) ?? false);
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  await page.getByText('Loading').waitFor();
}

async function failing(page: Page): Promise<void> {
  await page.getByText('Lima').first().waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByLabel('Sort').selectOption('Oldest first');
  await page.getByText('could not be loaded').waitFor();
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

async function conflict(page: Page, project: Project): Promise<void> {
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
