import { beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../support/door.ts';
import { holdBack } from '../support/page.ts';
import { caller, type Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeEach(async () => {
  project = await web.service.project();
});

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByText(name).first() });

async function environments() {
  const query = 'query ($id: ID!) { project(id: $id) { environments { name type selfRegistration } } }';
  return (await project.viewer(query, { id: project.id })).data.project?.environments ?? [];
}

async function settings() {
  const query = 'query ($id: ID!) { project(id: $id) { telegramBot whatsAppNumber keepsDeniedAttempts } }';
  return (await project.viewer(query, { id: project.id })).data.project;
}

test('A viewer reads the environments with their type, users and whether newcomers may register, and the name of the project, with no form to send; a section that cannot be loaded leaves the way to the others; a key of the workspace switches between projects, within the same section', async () => {
  await project.user({ environmentIds: [project.production] });
  const other = await web.service.project('Second assistant');
  const secret = await web.service.secretFor('VIEWER');
  const page = await web.browser.newPage();
  await page.route('**/assets/general-page-*.js', (route) => route.abort());
  await page.goto(new URL(`/projects/${project.id}/general#key=${secret}`, web.service.url).href);
  await page.getByText('Something went wrong').waitFor();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByText('Ana Lima').waitFor();
  await page.getByRole('link', { name: 'Environments', exact: true }).click();
  await page.getByRole('heading', { name: 'Environments', exact: true }).waitFor();
  const production = card(page, 'Anyone who writes to the assistant here becomes a user');
  await production.getByText('1 user', { exact: true }).waitFor();
  await production.getByText('Production').first().waitFor();
  await card(page, '0 users').first().getByText('strangers are refused').waitFor();

  await page.getByRole('button', { name: 'Project: Assistant' }).click();
  await page.getByRole('option', { name: 'Second assistant' }).click();
  await page.waitForURL(`**/projects/${other.id}/environments`);
  await page.getByRole('button', { name: 'Project: Second assistant' }).waitFor();
  await page.unrouteAll();
  await page.reload();
  await page.getByRole('link', { name: 'General' }).click();
  await page.getByRole('main').getByText('Second assistant', { exact: true }).waitFor();
  expect(await page.getByRole('main').locator('form, input').count()).toBe(0);
});

test('An environment is added; renamed, by what was changed alone, but to no name that is taken; removed, but not the only one of some users, of whom it tells; Self-registration is open, on approval or closed, each with what it means, and is changed by choosing; Users and Environments say where it is open', async () => {
  await project.user({ environmentIds: [project.production] });
  const page = await web.visit(project);
  for (const section of ['Users', 'Environments']) {
    await page.getByRole('link', { name: section, exact: true }).click();
    await page.getByRole('heading', { name: section, exact: true }).waitFor();
    await page.getByText('Production is open: anyone who writes there becomes a user.').waitFor();
  }
  const modes = async () => (await environments()).map(({ selfRegistration }) => selfRegistration).join();
  const staging = page.getByRole('radiogroup', { name: 'Self-registration in Staging' });
  await staging.getByRole('radio', { name: 'Open to anyone who writes' }).check();
  await page.getByText('Staging and Production are open').waitFor();
  await expectEventually(async () => (await modes()) === 'CLOSED,OPEN,OPEN');
  const production = page.getByRole('radiogroup', { name: 'Self-registration in Production' });
  await production.getByText('Anyone who writes to the assistant here becomes a user').waitFor();
  await production.getByText('waits under “Requests”').waitFor();
  await production.getByText('strangers are refused').waitFor();
  await production.getByRole('radio', { name: 'Closed' }).check();
  await expectEventually(async () => (await modes()) === 'CLOSED,OPEN,CLOSED');
  await production.getByRole('radio', { name: 'On approval' }).check();
  await expectEventually(async () => (await modes()) === 'CLOSED,OPEN,APPROVAL');

  await page.getByRole('button', { name: 'Add Environment' }).click();
  const added = page.getByRole('dialog', { name: 'Add Environment' });
  await added.getByRole('button', { name: 'Add Environment' }).click();
  await added.getByText('Name is required').waitFor();
  await added.getByLabel('Name').fill('Preview');
  await added.getByLabel('Type').selectOption('Staging');
  await added.getByRole('button', { name: 'Add Environment' }).click();
  await page.getByText('Preview was added').waitFor();
  await page.getByRole('button', { name: 'Edit Preview' }).waitFor();
  expect(await environments()).toContainEqual({ name: 'Preview', type: 'STAGING', selfRegistration: 'CLOSED' });

  await page.getByRole('button', { name: 'Edit Staging' }).click();
  const edited = page.getByRole('dialog', { name: 'Edit Environment' });
  await edited.getByLabel('Name').fill('Production');
  await edited.getByRole('button', { name: 'Update Environment' }).click();
  await edited.getByText('Another environment is called Production').waitFor();
  await edited.getByLabel('Name').fill('Rehearsal');
  const request = page.waitForRequest((sent) => sent.postData()?.includes('updateEnvironment(') ?? false);
  await edited.getByRole('button', { name: 'Update Environment' }).click();
  expect((await request).postDataJSON().variables.input).toEqual({ id: project.staging, name: 'Rehearsal' });
  await page.getByRole('button', { name: 'Edit Rehearsal' }).and(page.locator(':focus')).waitFor();

  await page.getByRole('button', { name: 'Remove Production' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('alert').getByText('1 user has no other environment: Ana Lima').waitFor();
  expect(await page.getByRole('button', { name: 'Remove', exact: true }).count()).toBe(0);
  const users = page.getByRole('link', { name: 'Show the users of Production' });
  expect(await users.getAttribute('href')).toBe(`/projects/${project.id}/users?environment=${project.production}`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Remove Development' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Development was removed').waitFor();
  expect((await environments()).map(({ name }) => name).toSorted()).toEqual(['Preview', 'Production', 'Rehearsal']);
});

test('Of two ways of self-registration that are chosen in quick succession the last one is shown, and saved last', async () => {
  const page = await web.visit(project, { path: 'environments' });
  const saved: unknown[] = [];
  page.on('response', (response) => {
    const { query, variables } = response.request().postDataJSON() ?? {};
    if (query?.includes('updateEnvironment')) saved.push(variables.input.selfRegistration);
  });
  const letGo = await holdBack(page, (request) => request.postData()?.includes('"CLOSED"') ?? false);
  const production = page.getByRole('radiogroup', { name: 'Self-registration in Production' });
  await production.getByRole('radio', { name: 'Closed' }).check();
  await production.getByRole('radio', { name: 'On approval' }).check();
  letGo();
  expect(
    await until(
      async () => saved,
      ({ length }) => length === 2,
    ),
  ).toEqual(['CLOSED', 'APPROVAL']);
  expect(await production.getByRole('radio', { name: 'On approval' }).isChecked()).toBe(true);
  expect((await environments()).map(({ selfRegistration }) => selfRegistration)[2]).toBe('APPROVAL');
});

async function expectEventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) if (Date.now() > deadline) throw new Error('It never came about.');
}

test('A gateway key waits for the environments to choose from, for none means all of them; an access key is created; its secret works, is shown until Done and only once, wherever the back button leads meanwhile and not without a question where the tab is closed, and is copied, or selected where the browser does not let the page copy', async () => {
  const page = await web.browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('EnvironmentChoices') ? route.abort() : route.continue(),
  );
  const own = await web.service.secretFor('ADMINISTRATOR', project.id);
  await page.goto(new URL(`/projects/${project.id}/access-keys#key=${own}`, web.service.url).href);
  await card(page, 'VIEWER').first().waitFor();
  await page.getByRole('button', { name: 'Create Access Key' }).click();
  const form = page.getByRole('dialog', { name: 'Create Access Key' });
  await form.getByRole('button', { name: 'Create Access Key' }).click();
  await form.getByText('Name is required').waitFor();
  await form.getByText('Role is required').waitFor();
  await form.getByLabel('Name').fill('Bridge');
  await form.getByRole('radio', { name: 'Gateway' }).check();
  await form.getByText('The environments could not be loaded').waitFor();
  await form.getByRole('button', { name: 'Create Access Key' }).click();
  await form.getByText('The environments to choose from are not there yet').waitFor();
  await page.unrouteAll();
  await form.getByRole('button', { name: 'Try again' }).click();
  await form.getByLabel('Production').check();
  await form.getByRole('button', { name: 'Create Access Key' }).click();
  const created = page.getByRole('dialog', { name: 'Access Key Created' });
  await created.getByRole('button', { name: 'Copy' }).and(page.locator(':focus')).waitFor();
  const secret = await created.getByLabel('Secret').inputValue();
  await created.getByRole('button', { name: 'Copy' }).click();
  await created.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secret);
  await page.goBack();
  await page.keyboard.press('Escape');
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Create Access Key' }).and(page.locator(':focus')).waitFor();
  const bridge = card(page, 'Bridge');
  await bridge.getByText('Gateway').waitFor();
  await bridge.getByText('Never used').waitFor();
  expect(await bridge.getByRole('listitem').allTextContents()).toEqual(['Production']);
  expect(await page.content()).not.toContain(secret);
  const check = 'query ($id: ID!) { checkAccess(environmentId: $id, sender: { channel: SLACK }) { reason } }';
  const answer = await caller(web.service.url, secret)(check, { id: project.production });
  expect(answer.data.checkAccess.reason).toBe('INVALID_SENDER');

  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('link', { name: 'Access keys', exact: true }).click();
  const another = await createKey(page, 'By hand');
  await page.goBack();
  await page.goBack();
  await page.getByText('No users yet').waitFor();
  const question = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  expect((await question).type()).toBe('beforeunload');
  await (await question).dismiss();
  await page.evaluate(
    "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('Not allowed')) } })",
  );
  await another.getByRole('button', { name: 'Copy' }).click();
  await another.getByText('The key is selected').waitFor();
  const byHand = await another.getByLabel('Secret').inputValue();
  await expectEventually(async () => (await page.evaluate('getSelection().toString()')) === byHand);
});

async function createKey(page: Page, name: string) {
  await page.getByRole('button', { name: 'Create Access Key' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill(name);
  await form.getByRole('radio', { name: 'Viewer' }).check();
  await form.getByRole('button', { name: 'Create Access Key' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
  return page.getByRole('dialog', { name: 'Access Key Created' });
}

test('An access key stops after its last day, is created once by a form that is submitted twice, and is revoked after confirming; whoever revokes the key they are using is warned, and signed out', async () => {
  const page = await web.visit(project, { path: 'access-keys?add=new' });
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Auditor');
  await form.getByRole('radio', { name: 'Viewer' }).check();
  await form.getByLabel('Last day').fill('2020-01-31');
  await form.getByRole('button', { name: 'Create Access Key' }).click();
  await form.getByText('The expiry must lie in the future').waitFor();
  await form.getByLabel('Last day').fill('2999-01-31');
  await page.evaluate("for (let time = 0; time < 2; time += 1) document.querySelector('form').requestSubmit()");
  await page.getByRole('button', { name: 'Done' }).click();
  await card(page, 'Auditor').getByText('Expires Jan 31, 2999').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('Auditor').count()).toBe(1);

  await page.getByRole('button', { name: 'Revoke GATEWAY' }).click();
  await page.getByText('Whoever uses this key is locked out at once').waitFor();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByRole('list', { name: 'No longer valid' }).getByText('Revoked').waitFor();
  const answer = await project.gateway('{ __typename }');
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');

  const own = card(page, 'This is the key you are using');
  await own.getByRole('button', { name: 'Revoke ADMINISTRATOR' }).click();
  await page.getByRole('dialog').getByText('you will be signed out').waitFor();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('Your access key no longer works').waitFor();
});

test('Under General the project is renamed, and where invitations lead is named; what is no bot or number is told at its field; noting who is denied says what is kept and for how long, and stopping asks first, since it forgets them', async () => {
  const page = await web.visit(project, { path: 'general' });
  await page.getByLabel('Project name').fill('');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByText('Name is required').waitFor();
  await page.getByLabel('Project name').fill('Sales assistant');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('banner').getByText('Sales assistant').waitFor();

  await page.getByLabel('Telegram bot').fill('no bot!');
  await page.getByLabel('WhatsApp number').fill('12');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByLabel('Telegram bot').and(page.locator('[aria-invalid=true]')).waitFor();
  await page.getByLabel('WhatsApp number').and(page.locator('[aria-invalid=true]')).waitFor();
  await page.getByLabel('Telegram bot').fill('@acme_support_bot');
  await page.getByLabel('WhatsApp number').fill('+1 415-555-0100');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The addresses were saved').waitFor();
  expect(await settings()).toMatchObject({ telegramBot: 'acme_support_bot', whatsAppNumber: '+14155550100' });

  const notes = page.getByRole('switch', { name: 'Note who is denied' });
  await page.getByText('for 30 days after the last attempt; never what they wrote').waitFor();
  await notes.click();
  const question = page.getByRole('dialog', { name: 'Stop noting who is denied?' });
  await question.getByText('forgotten at once').waitFor();
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await settings()).toMatchObject({ keepsDeniedAttempts: true });
  await notes.click();
  await question.getByRole('button', { name: 'Stop and forget' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await settings()).toMatchObject({ keepsDeniedAttempts: false });
  await notes.click();
  await expectEventually(async () => (await settings())?.keepsDeniedAttempts === true);
});
