import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Call, caller, type Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

const run = promisify(execFile);

let project: Project;
let workspace: string;
let ask: Call;

const web = useWeb();

beforeAll(async () => {
  await web.service.project('Empty at first');
  project = await web.service.project('Kiosk');
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
  workspace = await web.service.secretFor('ADMINISTRATOR');
  ask = caller(web.service.url, workspace);
});

const at = (path: string) => new URL(path, web.service.url).href;
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const namesOf = async () =>
  (await ask('{ viewer { projects { name } } }')).data.viewer.projects.map(({ name }) => name);

async function open(path: string): Promise<Page> {
  const page = await web.browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${at(path)}#key=${workspace}`);
  return page;
}

test('The start leads to a project that has users, and later to the one that was used last; the ids of project and environments are there to copy, and lead to GraphiQL, and to the lines for a gateway, which work as they are with the key that is made for them', async () => {
  const page = await open('/');
  await page.getByText('Ana Lima').waitFor();
  await page.getByRole('button', { name: 'Project: Kiosk' }).click();
  const projects = page.getByRole('listbox', { name: 'Projects' });
  await projects.getByRole('option', { name: /^Empty at first\s*0 users$/ }).waitFor();
  await projects.getByRole('option', { name: /^Kiosk\s*1 user$/ }).waitFor();
  // By the keyboard alone: what is typed narrows them, without case and accents.
  await page.keyboard.type('ÉMPTY');
  await projects.getByRole('option', { name: 'Kiosk' }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('No users yet').waitFor();
  await heading(page, 'Users').and(page.locator(':focus')).waitFor();
  await page.goto(at('/'));
  await page.getByRole('button', { name: 'Project: Empty at first' }).waitFor();
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('umk_');

  await project.user({ phoneNumber: '+1 555-123-4567', environmentIds: [project.production] });
  await page.getByRole('button', { name: 'Project: Empty at first' }).click();
  await projects.getByRole('option', { name: 'Kiosk' }).click();
  await page.getByRole('link', { name: 'General' }).click();
  for (const [name, id] of [
    ['Copy the id of the project', project.id],
    ['Copy the id of Production', project.production],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name }).filter({ hasText: 'Copied' }).waitFor();
    expect([name, await page.evaluate('navigator.clipboard.readText()')]).toEqual([name, id]);
  }
  const graphiql = page.getByRole('link', { name: 'Try the API in GraphiQL' });
  expect(await graphiql.getAttribute('href')).toBe(`/graphql?project=${project.id}`);

  await page.locator(`a[href="/projects/${project.id}/connect"]`).click();
  await page.getByRole('button', { name: 'Create a gateway key' }).click();
  const created = page.getByRole('dialog', { name: 'Access Key Created' });
  const KEY = await created.getByLabel('Secret').inputValue();
  await created.getByRole('button', { name: 'Done' }).click();
  const lines = page.locator('pre');
  const folder = await mkdtemp(join(tmpdir(), 'users-management-lines-'));
  const javaScript = join(folder, 'lines.mjs');
  await writeFile(javaScript, (await lines.textContent()) ?? '');
  expect((await run(process.execPath, [javaScript], { env: { KEY } })).stdout).toBe('true\n');
  await page.getByText('curl', { exact: true }).click();
  await lines.getByText('ask()').waitFor();
  const curl = ((await lines.textContent()) ?? '').replace('umk_...', KEY);
  const answers = (await run('sh', ['-c', curl])).stdout;
  expect(answers).toContain('"checkAccess":{"allowed":true,"reason":"ALLOWED"');
  expect(answers).toContain('"decision":{"allowed":true,"reason":"ALLOWED"}');
  await rm(folder, { recursive: true });
});

test('A project is created, and deleted by typing its name, told how many users go; the first steps of a project go one by one, and can be put away', async () => {
  const page = await open(`/projects/${project.id}/environments`);
  await page.getByRole('button', { name: 'Project: Kiosk' }).click();
  await page.getByRole('button', { name: 'New project' }).click();
  const named = page.getByRole('dialog', { name: 'New Project' });
  await named.getByRole('button', { name: 'Create Project' }).click();
  await named.getByText('Name is required').waitFor();
  await named.getByLabel('Project name').fill('Shop (test)');
  await named.getByRole('button', { name: 'Create Project' }).click();
  await page.getByText('No users yet').waitFor();
  await page.getByRole('button', { name: 'Project: Shop (test)' }).waitFor();

  const steps = page.getByRole('region', { name: 'First steps' });
  const open4 = () => steps.getByRole('link').allTextContents();
  await steps.waitFor();
  expect(await open4()).toEqual([
    'Add the first people',
    'Connect the assistant',
    'Decide who may register by themselves',
    'Invite a colleague',
  ]);
  await steps.getByRole('link', { name: 'Decide who may register' }).click();
  await heading(page, 'Environments').waitFor();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await steps.getByRole('link', { name: 'Invite a colleague' }).click();
  const key = page.getByRole('dialog', { name: 'Create Access Key' });
  await key.getByLabel('Name').fill('Ben');
  await key.getByRole('radio', { name: 'Member' }).check();
  await key.getByRole('button', { name: 'Create Access Key' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await steps.getByRole('link', { name: 'Add the first people' }).click();
  const form = page.getByRole('dialog', { name: 'Add User' });
  await form.getByLabel('Phone Number').fill('+15557779999');
  await form.getByLabel('First Name').fill('Grace');
  await form.getByLabel('Last Name').fill('Hopper');
  await form.getByLabel('Production').check();
  await form.getByRole('button', { name: 'Add User' }).click();
  await page.getByText('Grace Hopper').first().waitFor();
  await steps.getByRole('link', { name: 'Add the first people' }).waitFor({ state: 'detached' });
  expect(await open4()).toEqual(['Connect the assistant']);
  await steps.getByRole('button', { name: 'Hide first steps' }).click();
  await steps.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByText('Grace Hopper').first().waitFor();
  expect(await steps.count()).toBe(0);

  // Somebody else adds one more meanwhile.
  const [id = ''] = /[0-9a-f-]{36}/.exec(page.url()) ?? [];
  const { data } = await ask('query ($id: ID!) { project(id: $id) { environments { id } } }', { id });
  const environmentIds = [data.project?.environments[0]?.id];
  const input = { projectId: id, phoneNumber: '+15557770001', firstName: 'Bo', lastName: 'Out', environmentIds };
  await ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } } }', { input });
  await page.getByRole('link', { name: 'General' }).click();
  await page.getByRole('button', { name: 'Delete this project' }).click();
  const question = page.getByRole('dialog', { name: 'Delete the project Shop (test)?' });
  await question.getByText('All its 2 users are deleted with it.').waitFor();
  const confirm = question.getByRole('button', { name: 'Delete Project' });
  await question.getByLabel('Type the name').fill('Shop');
  expect(await confirm.isDisabled()).toBe(true);
  await question.getByLabel('Type the name').fill('Shop (test)');
  await confirm.click();
  await page.getByText('Shop (test) was deleted').waitFor();
  await heading(page, 'Users').waitFor();
  expect(await namesOf()).toEqual(['Empty at first', 'Kiosk']);
});

test('What “Open” means is said beside it; a phone is told as well that the provider is missing; whoever may not manage projects is offered neither, and needs no switcher for one', async () => {
  const page = await web.visit(project, { path: 'general' });
  await heading(page, 'Ids').waitFor();
  expect(await page.getByRole('button', { name: /Delete this project|Project: / }).count()).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: 'What does “Open” mean?' }).click();
  await page.getByText('Whoever writes to the assistant in an open environment').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Whoever writes to the assistant in an open environment').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByText('an operator has to configure the identity provider first').waitFor();
});
