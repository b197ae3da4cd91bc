import { beforeAll, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { DELETE_USER, LIST_BLOCKS, UPDATE_ENVIRONMENT } from '../support/documents.ts';
import { holdBack, selfRegister } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
});

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const focused = (page: Page) => page.locator(':focus');

async function openAdd(page: Page) {
  await page.getByRole('button', { name: 'Add User' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add User' });
  await form.waitFor();
  return form;
}

async function openEdit(page: Page, name: string) {
  await page.getByRole('button', { name: `Edit ${name}` }).click();
  const form = page.getByRole('dialog', { name: 'Edit User' });
  await form.getByLabel('Phone Number').waitFor();
  return form;
}

const isSave = (request: Request) => /(createUser|updateUser|deleteUser)\(/.test(request.postData() ?? '');

async function find(id: string) {
  const query = 'query ($id: ID!) { user(id: $id) { phoneNumber email firstName middleName lastName version } }';
  return (await project.viewer(query, { id })).data.user;
}

test('Click the Add User button in the top-right corner, fill in the required information, click Add User; a phone number that is taken says by whom, and leads to them', async () => {
  const page = await web.visit(project);
  let form = await openAdd(page);
  await form.getByLabel('Phone Number').fill('+44 20 7946 0958');
  await form.getByLabel('Email').fill('grace@example.com');
  await form.getByLabel('First Name').fill('Grace');
  await form.getByLabel('Middle Name').fill('Brewster');
  await form.getByLabel('Last Name').fill('Hopper');
  await form.getByLabel('Staging').check();
  await form.getByRole('button', { name: 'Add User' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Grace Brewster Hopper was added').waitFor();
  const cells = row(page, 'Grace').getByRole('cell');
  expect(await row(page, 'Grace').getByRole('rowheader').innerText()).toContain('Invited');
  expect(await cells.nth(0).innerText()).toBe('+44 20 7946 0958');
  expect(await cells.nth(1).innerText()).toBe('Staging');

  form = await openAdd(page);
  await form.getByLabel('Phone Number').fill('+442079460958');
  await form.getByRole('button', { name: 'Add User' }).click();
  await form.getByText('Another user has the phone number +44 20 7946 0958: Grace Brewster Hopper').waitFor();
  await form.getByRole('button', { name: 'Edit Grace Brewster Hopper' }).click();
  const other = page.getByRole('dialog', { name: 'Edit User' });
  await other.getByLabel('Last Name').waitFor();
  expect(await other.getByLabel('Last Name').inputValue()).toBe('Hopper');
});

test('What is required is marked so, environments too, about which the Environments page tells more; email and middle name are not; every message of the API stands beside its field, all at once, with the focus on the first; phone numbers must be valid', async () => {
  const page = await web.visit(project);
  const form = await openAdd(page);
  const labels = await form
    .locator('label:has([class*=required]), [class*=label]:has([class*=required])')
    .allTextContents();
  expect(labels.map((label) => label.replace(' *', ''))).toEqual([
    'Phone Number',
    'First Name',
    'Last Name',
    'Environments',
  ]);
  await form.getByPlaceholder('+1 555-123-4567').waitFor();
  await form.getByText('Users are assigned to specific environments that determine their access level').waitFor();
  await form.getByRole('checkbox').first().waitFor();
  expect(await form.getByRole('checkbox').count()).toBe(3);

  await form.getByLabel('Email').fill('nobody');
  await form.getByRole('button', { name: 'Add User' }).click();
  for (const [label, message] of [
    ['Phone Number', 'Phone number is required'],
    ['Email', 'Invalid Email'],
    ['First Name', 'First name is required'],
    ['Last Name', 'Last name is required'],
  ] as const) {
    await form.getByText(message).waitFor();
    const describedBy = (await form.getByLabel(label).getAttribute('aria-describedby')) ?? '';
    const ids = describedBy.split(' ').map((id) => `[id="${id}"]`);
    expect((await page.locator(ids.join(', ')).allTextContents()).join()).toContain(message);
    expect(await form.getByLabel(label).getAttribute('aria-invalid')).toBe('true');
  }
  await form.getByText('Please select at least one environment').waitFor();
  const box = form.getByLabel('Production');
  expect(await box.getAttribute('aria-invalid')).toBe('true');
  const message = page.locator(`[id="${await box.getAttribute('aria-describedby')}"]`);
  expect(await message.textContent()).toBe('Please select at least one environment');
  await form.getByLabel('Phone Number').and(focused(page)).waitFor();

  const example = form.getByText('e.g. +1 555-123-4567');
  for (const phone of ['+1 555 123', '555-123-4567', '+1 555 123 4567 ext. 9']) {
    await form.getByLabel('Phone Number').fill(phone);
    await example.waitFor({ state: 'detached' });
    await form.getByRole('button', { name: 'Add User' }).click();
    await example.waitFor();
    expect(await form.getByLabel('Phone Number').inputValue()).toBe(phone);
  }

  await form.getByRole('link', { name: 'Environments page' }).click();
  await page.getByRole('heading', { name: 'Environments', exact: true }).waitFor();
});

test('The phone number is grouped as it is typed; the country beside it follows what is typed, puts its code in front, and leaves what is sent as it was typed', async () => {
  const page = await web.visit(project);
  const plans = page.waitForResponse('**/assets/numbering-plans-*.js');
  const form = await openAdd(page);
  const phone = form.getByLabel('Phone Number');
  const country = form.getByLabel('Country');
  await (await plans).finished();
  await country.and(page.locator(':enabled')).waitFor();
  await phone.pressSequentially('+15551234567');
  expect(await phone.inputValue()).toBe('+1 555 123 4567');
  await phone.fill('');
  await phone.pressSequentially('+1 555 none');
  expect(await phone.inputValue()).toBe('+1 555 none');
  await phone.fill('');
  expect(await country.locator('option:checked').textContent()).toBe('No country code yet');
  await country.selectOption('DE');
  expect((await country.locator('option:checked').textContent())?.replace(/[\u2066\u2069]/g, '')).toBe('Germany (+49)');
  await phone.press('End');
  await phone.pressSequentially('1711234567');
  expect(await phone.inputValue()).toBe('+49 171 1234567');
  await country.selectOption('AT');
  expect((await phone.inputValue()).replaceAll(' ', '')).toBe('+431711234567');
  const typed = 'tel:%2B33 (6) 12-34-56-78';
  await phone.fill(typed);
  expect(await country.inputValue()).toBe('FR');
  const request = page.waitForRequest(isSave);
  await form.getByRole('button', { name: 'Add User' }).click();
  expect((await request).postDataJSON().variables.input.phoneNumber).toBe(typed);
  // By the keyboard: from the country to the number.
  await form.getByText('First name is required').waitFor();
  await country.focus();
  await page.keyboard.press('Tab');
  await phone.and(focused(page)).waitFor();
});

const STYLE = `(({ direction, paddingLeft }) => JSON.stringify({ direction, paddingLeft }))(
  getComputedStyle(document.querySelector('[name=phoneNumber]')))`;

test('The number reads from left to right where all else does not, and the countries in the language of the page', async () => {
  const page = await web.visit(project, { path: 'users?add=new', locale: 'ar' });
  const phone = page.locator('[name=phoneNumber]');
  await phone.fill('+49 171 1234567');
  const country = page.locator('select').filter({ has: page.locator('option[value=DE]') });
  await country.locator('option:checked').filter({ hasText: 'ألمانيا' }).waitFor({ state: 'attached' });
  const [choice, field] = await Promise.all([country.boundingBox(), phone.boundingBox()]);
  const { direction, paddingLeft }: Record<string, string> = JSON.parse(await page.evaluate(STYLE));
  expect(direction).toBe('ltr');
  // Beside the number, and not over it.
  expect(Number(choice?.x) + Number(choice?.width)).toBeLessThan(
    Number(field?.x) + Number.parseFloat(paddingLeft ?? ''),
  );
});

const FITS =
  "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)(document.querySelector('[role=dialog]'))";
const SMALL = `[...document.querySelectorAll('[role=dialog] :is(button, input:not([type=checkbox], [type=hidden]), select, .mantine-Checkbox-label)')]
  .filter((each) => each.getBoundingClientRect().height < 40).map((each) => each.outerHTML)`;

const SIZES = [
  { width: 1280, height: 768 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
];

test('Edit is seen whole or scrolls above its buttons, which stay in sight, on a large screen, a tablet and a phone', async () => {
  const { id } = await project.user({ firstName: 'Rui', lastName: 'Alto', environmentIds: [project.production] });
  const page = await web.visit(project, { path: `users?edit=${id}`, viewport: SIZES[0] });
  const form = page.getByRole('dialog', { name: 'Edit User Rui Alto' });
  await form.getByLabel('Production').waitFor();
  await form.getByLabel('Phone Number').and(focused(page)).waitFor();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.locator('section[data-full-screen]').waitFor({ state: size.width > 576 ? 'detached' : 'attached' });
    const tops = await Promise.all(
      ['First Name', 'Middle Name', 'Last Name'].map(async (label) => (await form.getByLabel(label).boundingBox())?.y),
    );
    expect([size, new Set(tops).size]).toEqual([size, size.width > 576 ? 1 : 3]);
    const update = await form.getByRole('button', { name: 'Update User' }).boundingBox();
    expect(Number(update?.y) + Number(update?.height)).toBeLessThanOrEqual(size.height);
    if (size.width > 576) expect([size, await page.evaluate(FITS)]).toEqual([size, true]);
    else expect(await page.evaluate(SMALL)).toEqual([]);
  }
});

test('Click the Edit icon, update any of the fields, click Update User to save changes; only what was changed is sent, so somebody without names can be edited', async () => {
  const { id } = await project.user({
    firstName: 'Bruno',
    lastName: 'Costa',
    email: 'bruno@example.com',
    environmentIds: [project.production],
  });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '778899' });
  const page = await web.visit(project);
  let form = await openEdit(page, 'Bruno Costa');
  await form.getByLabel('Phone Number').fill('+351 21 123 4567');
  await form.getByLabel('Email').fill('');
  await form.getByLabel('Middle Name').fill('Miguel');
  await form.getByLabel('Development').check();
  await form.getByLabel('Production').uncheck();
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.waitFor({ state: 'detached' });
  await row(page, 'Bruno Miguel Costa').getByText('Development').waitFor();
  await row(page, 'Bruno Miguel Costa').getByText('No email').waitFor();
  expect(await find(id)).toMatchObject({ phoneNumber: '+351211234567', email: null, firstName: 'Bruno', version: 2 });

  form = await openEdit(page, '778899');
  await form.getByLabel('Email').fill('someone@example.com');
  const request = page.waitForRequest((sent) => sent.postData()?.includes('updateUser(') ?? false);
  await form.getByRole('button', { name: 'Update User' }).click();
  await row(page, 'someone@example.com').waitFor();
  const { input } = (await request).postDataJSON().variables;
  expect(Object.keys(input).toSorted()).toEqual(['email', 'expectedVersion', 'id']);
});

test('Important Notes: at least one environment; changes apply to all; to remove a user use Delete. What was changed back is nothing to keep', async () => {
  await project.user({
    firstName: 'Chloé',
    lastName: 'Dubois',
    email: 'chloe@example.com',
    environmentIds: [project.production],
  });
  const page = await web.visit(project);
  const form = await openEdit(page, 'Chloé Dubois');
  expect(await form.getByRole('listitem').allTextContents()).toEqual([
    'Users must have at least one environment assigned',
    'Changes apply to all environments',
    'To remove a user from all environments, use the Delete function instead',
  ]);
  await form.getByLabel('Production').uncheck();
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.getByText('User must have at least one environment', { exact: true }).waitFor();

  await form.getByLabel('Production').check();
  await form.getByLabel('Email').fill('other@example.com');
  await form.getByLabel('Email').fill('chloe@example.com');
  await page.reload();
  await form.getByLabel('Email').waitFor();
  expect(await form.getByText('What you typed before is still here').count()).toBe(0);
});

test('Click the Delete icon, review the confirmation dialog, click Remove, or Cancel to abort; a removal under way cannot be called off, and one that fails says so, with the focus on the reason', async () => {
  const { id } = await project.user({ firstName: 'Diego', lastName: 'Rivera' });
  await project.user({ firstName: 'Nils', lastName: 'Berg' });
  const page = await web.visit(project);
  await page.getByRole('button', { name: 'Delete Diego Rivera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Diego Rivera?' });
  const warning = 'Warning: Deleting a user removes them from ALL environments. This action cannot be undone.';
  await dialog.getByText(warning).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).and(focused(page)).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete Diego Rivera' }).and(focused(page)).waitFor();
  expect(await find(id)).not.toBeNull();
  await page.getByRole('button', { name: 'Delete Diego Rivera' }).click();
  const letGo = await holdBack(page, isSave);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).and(page.locator(':disabled')).waitFor();
  // Goes a moment later, and Escape with it.
  await dialog.getByRole('button', { name: 'Close' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await dialog.waitFor();
  letGo();
  await row(page, 'Diego').waitFor({ state: 'detached' });
  expect(await find(id)).toBeNull();
  await page.getByRole('heading', { name: 'Users', exact: true }).and(focused(page)).waitFor();

  await page.getByRole('button', { name: 'Delete Nils Berg' }).click();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).and(focused(page)).waitFor();
});

test('Who could register again is blocked with a note; who is gone meanwhile is told of, and not blocked', async () => {
  const own = await web.service.project();
  await own.administrator(UPDATE_ENVIRONMENT, { input: { id: own.production, selfRegistration: 'OPEN' } });
  await own.user({ firstName: 'Ugo', lastName: 'Spam' });
  const went = await own.user({ firstName: 'Ulf', lastName: 'Went' });
  const gone = await own.user({ firstName: 'Uma', lastName: 'Gone' });
  const page = await web.visit(own);
  const open = async (name: string) => {
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    const dialog = page.getByRole('dialog', { name: `Remove ${name}?` });
    expect(await dialog.getByLabel('Note').count()).toBe(0);
    await dialog.getByLabel('Block them, too').check();
    await dialog.getByLabel('Note').fill('Sends spam every night');
    return dialog;
  };
  await (await open('Ugo Spam')).getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Ugo Spam was removed and blocked').waitFor();
  await page.getByRole('button', { name: 'Delete Ulf Went' }).click();
  await own.member(DELETE_USER, { input: { id: went.id } });
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Ulf Went had been removed already, by somebody else').waitFor();
  const dialog = await open('Uma Gone');
  await own.member(DELETE_USER, { input: { id: gone.id } });
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('alert').getByText('Uma Gone was removed meanwhile by somebody else').waitFor();
  const { data } = await own.viewer(LIST_BLOCKS, { id: own.id });
  expect(data.project?.blockedSenders.nodes.map(({ note }) => note)).toEqual(['Sends spam every night']);
});

test('Of two people editing one user, the second is shown what the first changed, and may overwrite it or keep it', async () => {
  const { id } = await project.user({ firstName: 'Fatima', lastName: 'Zahra', email: 'fatima@example.com' });
  const page = await web.visit(project);
  let form = await openEdit(page, 'Fatima Zahra');
  await form.getByLabel('Last Name').fill('Zahra-Mine');
  const update = 'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { version } } }';
  await project.member(update, { input: { id, lastName: 'Zahra-Theirs', email: 'theirs@example.com' } });
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.getByText('Somebody else changed this user meanwhile').waitFor();
  const cells = form.getByRole('row').filter({ hasText: 'Last Name' }).getByRole('cell');
  expect(await cells.allTextContents()).toEqual(['Zahra', 'Zahra-Theirs', 'Zahra-Mine']);
  await form.getByRole('button', { name: 'Overwrite with mine' }).click();
  await form.waitFor({ state: 'detached' });
  expect(await find(id)).toMatchObject({ lastName: 'Zahra-Mine', email: 'theirs@example.com', version: 3 });

  form = await openEdit(page, 'Fatima Zahra-Mine');
  await form.getByLabel('Last Name').fill('Mine');
  await project.member(update, { input: { id, lastName: 'Theirs' } });
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.getByRole('button', { name: 'Keep theirs' }).click();
  await form.getByLabel('Last Name').waitFor();
  expect(await form.getByLabel('Last Name').inputValue()).toBe('Theirs');
  await form.getByLabel('Phone Number').and(focused(page)).waitFor();
  await page.getByText('The form shows Fatima Theirs as they saved it').waitFor();
  expect(await find(id)).toMatchObject({ lastName: 'Theirs', version: 4 });
});

test('A form that could not be sent says so, keeps what was typed, and can be sent again; a user is added once, even if the answer was lost; nor is a change whose answer was lost taken for somebody else’s', async () => {
  const own = await web.service.project();
  const page = await web.visit(own);
  let form = await openAdd(page);
  await form.getByLabel('Phone Number').fill('+44 20 7946 0777');
  await form.getByLabel('First Name').fill('Ivan');
  await form.getByLabel('Last Name').fill('Petrov');
  await form.getByLabel('Production').check();
  await page.route('**/graphql', (route) => route.abort());
  await form.getByRole('button', { name: 'Add User' }).click();
  await form.getByText('The service cannot be reached').waitFor();
  expect(await form.getByLabel('First Name').inputValue()).toBe('Ivan');
  await page.unroute('**/graphql');
  await form.getByRole('button', { name: 'Add User' }).click();
  await row(page, 'Ivan Petrov').waitFor();
  await form.waitFor({ state: 'detached' });

  form = await openAdd(page);
  await form.getByLabel('Phone Number').fill('+44 20 7946 0888');
  await form.getByLabel('First Name').fill('Quentin');
  await form.getByLabel('Last Name').fill('Blake');
  await form.getByLabel('Production').check();
  await page.route('**/graphql', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await form.getByRole('button', { name: 'Add User' }).click();
  await form.getByText('The service cannot be reached').waitFor();
  await page.unroute('**/graphql');
  await form.getByRole('button', { name: 'Add User' }).click();
  await page.getByText('Quentin Blake was added').waitFor();
  await page.getByText('2 users', { exact: true }).waitFor();

  form = await openEdit(page, 'Ivan Petrov');
  await form.getByLabel('Phone Number').fill('+442079460779');
  await form.getByLabel('Last Name').fill('Pavlov ');
  await page.route('**/graphql', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.getByText('The service cannot be reached').waitFor();
  await page.unroute('**/graphql');
  await form.getByRole('button', { name: 'Update User' }).click();
  await page.getByText('Ivan Pavlov was updated').waitFor();
  await form.waitFor({ state: 'detached' });
  await row(page, 'Ivan Pavlov').waitFor();
});

test('What was typed survives a reload and closing the form; Cancel throws it away; environments that could not be loaded say so in the form, and can be asked for again', async () => {
  const page = await web.visit(project);
  let form = await openAdd(page);
  await form.getByLabel('First Name').fill('Jana');
  await page.reload();
  await form.getByText('What you typed before is still here').waitFor();
  expect(await form.getByLabel('First Name').inputValue()).toBe('Jana');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  form = await openAdd(page);
  expect(await form.getByLabel('First Name').inputValue()).toBe('Jana');
  await form.getByRole('button', { name: 'Cancel' }).click();
  form = await openAdd(page);
  expect(await form.getByLabel('First Name').inputValue()).toBe('');

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('EnvironmentChoices') ? route.abort() : route.continue(),
  );
  await page.reload();
  await form.getByText('The environments could not be loaded').waitFor();
  await page.unrouteAll();
  await form.getByRole('button', { name: 'Try again' }).click();
  await form.getByLabel('Production').check();
});

test('The back button closes the form, and the focus returns where it came from; until its answer is there, it cannot be left by Escape, by an X or by Cancel', async () => {
  await project.user({ firstName: 'Karl', lastName: 'Marx' });
  const page = await web.visit(project);
  const add = await openAdd(page);
  await page.goBack();
  await add.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
  let form = await openEdit(page, 'Karl Marx');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Edit Karl Marx' }).and(focused(page)).waitFor();

  form = await openEdit(page, 'Karl Marx');
  await form.getByLabel('Email').fill('karl@example.com');
  const letGo = await holdBack(page, isSave);
  await form.getByRole('button', { name: 'Update User' }).click();
  await form.getByRole('button', { name: 'Cancel' }).and(page.locator(':disabled')).waitFor();
  await form.getByRole('button', { name: 'Update User' }).and(focused(page)).waitFor();
  await form.getByRole('button', { name: 'Close' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await form.waitFor();
  letGo();
  await form.waitFor({ state: 'detached' });
});

test('A late answer leaves alone whatever form is open by then; what fails after its form was left says so all the same', async () => {
  await project.user({ firstName: 'Olga', lastName: 'First' });
  await project.user({ firstName: 'Olga', lastName: 'Second' });
  const page = await web.visit(project);
  let form = await openEdit(page, 'Olga First');
  await form.getByLabel('Email').fill('olga@example.com');
  let letGo = await holdBack(page, isSave);
  await form.getByRole('button', { name: 'Update User' }).click();
  await page.goBack();
  await form.waitFor({ state: 'detached' });
  form = await openEdit(page, 'Olga Second');
  await form.getByLabel('Middle Name').fill('Typed meanwhile');
  letGo();
  await page.getByText('Olga First was updated').waitFor();
  expect(await form.getByLabel('Middle Name').inputValue()).toBe('Typed meanwhile');

  await form.getByRole('button', { name: 'Cancel' }).click();
  form = await openEdit(page, 'Olga Second');
  await form.getByLabel('Email').fill('nobody');
  letGo = await holdBack(page, isSave);
  await form.getByRole('button', { name: 'Update User' }).click();
  await page.goBack();
  letGo();
  await page.getByRole('alert').filter({ hasText: 'Not saved' }).getByText('Invalid Email').waitFor();
});
