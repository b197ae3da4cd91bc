import { beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addMember } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeEach(async () => {
  project = await web.service.project();
});

const add = (name: string) => addMember(project, { subject: `id of ${name}`, name });

async function members() {
  const query = 'query ($id: ID!) { project(id: $id) { members { id subject name role } } }';
  return (await project.viewer(query, { id: project.id })).data.project?.members ?? [];
}

async function remove(name: string): Promise<void> {
  const id = (await members()).find((member) => member.name === name)?.id;
  const mutation = 'mutation ($id: ID!) { removeProjectMember(input: { id: $id }) { removedProjectMemberId } }';
  expect((await project.administrator(mutation, { id })).data.removeProjectMember.removedProjectMemberId).toBe(id);
}

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByText(name).first() });

test('A member is added, once, also before the page offers company accounts; what is missing is told beside its field; a member’s name and role are changed, by what was changed alone; the subject stays; members that cannot be loaded are told, and loaded again; a member is removed after confirming; of one who is gone meanwhile the page says so', async () => {
  const page = await web.visit(project, { path: 'general' });
  await page.getByLabel('Project name').waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByText('The members could not be loaded').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('This project has no members yet').waitFor();
  await page.getByText('an operator has to configure the identity provider first').waitFor();
  await page.getByRole('button', { name: 'Add Member' }).click();
  const form = page.getByRole('dialog', { name: 'Add Member' });
  await form.getByRole('button', { name: 'Add Member' }).click();
  await form.getByText('Subject is required').waitFor();
  await form.getByText('Name is required').waitFor();
  await form.getByText('Role is required').waitFor();
  await form.getByLabel('Subject').and(page.locator(':focus')).waitFor();
  await form.getByLabel('Subject').fill('auth|42');
  await form.getByLabel('Name').fill('Ana Lima');
  expect(await form.getByRole('radio').count()).toBe(3);
  await form.getByRole('radio', { name: 'Administrator' }).check();
  await form.getByRole('button', { name: 'Add Member' }).click();
  await page.getByText('Ana Lima was added').waitFor();
  await card(page, 'Ana Lima').getByText('Subject auth|42').waitFor();
  expect(await members()).toMatchObject([{ subject: 'auth|42', name: 'Ana Lima', role: 'ADMINISTRATOR' }]);

  await page.getByRole('button', { name: 'Add Member' }).click();
  await form.getByLabel('Subject').fill('auth|42');
  await form.getByLabel('Name').fill('Anna');
  await form.getByRole('radio', { name: 'Viewer' }).check();
  await form.getByRole('button', { name: 'Add Member' }).click();
  await form.getByText('This person is a member of the project already').waitFor();
  expect(await form.getByLabel('Subject').getAttribute('aria-invalid')).toBe('true');
  expect(await members()).toHaveLength(1);
  await form.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Edit Ana Lima' }).click();
  const edited = page.getByRole('dialog', { name: 'Edit Member' });
  expect(await edited.getByLabel('Subject').isEditable()).toBe(false);
  await edited.getByLabel('Name').fill('');
  await edited.getByRole('button', { name: 'Update Member' }).click();
  await edited.getByText('Name is required').waitFor();
  await edited.getByLabel('Name').fill('Ana Silva');
  await edited.getByRole('radio', { name: 'Member', exact: true }).check();
  await edited.getByRole('button', { name: 'Update Member' }).click();
  await page.getByText('Ana Silva was updated').waitFor();
  await page.getByRole('button', { name: 'Edit Ana Silva' }).and(page.locator(':focus')).waitFor();
  expect(await members()).toMatchObject([{ subject: 'auth|42', name: 'Ana Silva', role: 'MEMBER' }]);

  await page.getByRole('button', { name: 'Edit Ana Silva' }).click();
  await edited.getByLabel('Name').fill('Ana Souza');
  const request = page.waitForRequest((sent) => sent.postData()?.includes('updateProjectMember(') ?? false);
  await edited.getByRole('button', { name: 'Update Member' }).click();
  expect(Object.keys((await request).postDataJSON().variables.input)).toEqual(['id', 'name']);
  await page.getByText('Ana Souza was updated').waitFor();

  await Promise.all([add('Dan'), add('Eve'), add('Fay')]);
  await page.reload();
  await page.getByRole('button', { name: 'Remove Dan' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Dan was removed').waitFor();
  await page.getByRole('button', { name: 'Remove Fay' }).click();
  await remove('Fay');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('alert').getByText('There is no such member').waitFor();
  expect(await members()).toMatchObject([{ name: 'Ana Souza' }, { name: 'Eve' }]);
});

test.each(['VIEWER', 'MEMBER'] as const)('A %s sees who is a member, and no buttons', async (role) => {
  await add('Fay');
  const page = await web.visit(project, { role, path: 'members?add=new' });
  await card(page, 'Fay').getByText('Viewer').waitFor();
  expect(
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(?!What does)/ })
      .count(),
  ).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
});
