import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { holdBack } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
});

const home = () => new URL('/', web.service.url).href;

async function signInAt(url: string, secret: string) {
  const page = await web.browser.newPage();
  await page.goto(url);
  await signInWith(page, secret);
  return page;
}

async function signInWith(page: Page, secret: string): Promise<void> {
  await page.locator('input[type=password]').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A new one, that a test may revoke. */
const administratorKey = () => web.service.secretFor('ADMINISTRATOR', project.id);

async function revoke(secret: string): Promise<void> {
  const id = secret.split('_')[1]?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const mutation = 'mutation ($input: RevokeAccessKeyInput!) { revokeAccessKey(input: $input) { accessKey { id } } }';
  expect((await project.administrator(mutation, { input: { id } })).data.revokeAccessKey.accessKey).toEqual({ id });
}

describe('Another tab of the same browser', () => {
  const newTab = (page: Page) => page.context().newPage();
  const signInForm = (page: Page) => page.getByRole('button', { name: 'Sign in' });

  test('is signed in, and signing out in one signs out all, which is as if nobody had ever been there', async () => {
    const page = await signInAt(home(), await web.service.secretFor('MEMBER', project.id));
    await page.getByText('Ana Lima').waitFor();
    expect(await page.evaluate('JSON.stringify(localStorage) + document.cookie')).not.toContain('umk_');
    const [second, third] = [await newTab(page), await newTab(page)];
    await second.goto(home());
    await second.getByText('Ana Lima').waitFor();
    // The one that has it from the first gives it on.
    await page.close();
    await third.goto(web.service.url);
    await third.getByText('You are signed in with the key').waitFor();
    const fourth = await newTab(second);
    await fourth.goto(`${home()}projects/${project.id}/users?add=new`);
    await fourth.getByLabel('First Name').fill('Grace');
    await second.getByRole('button', { name: 'Account' }).click();
    await second.getByRole('menuitem', { name: 'Sign out' }).click();
    await Promise.all([second, fourth].map((tab) => signInForm(tab).waitFor()));
    await third.getByText('Give an access key to sign in').waitFor();
    for (const tab of [second, third, fourth]) expect(await tab.evaluate('sessionStorage.length')).toBe(0);
    await second.reload();
    await signInForm(second).waitFor();
  });

  test('that signs out ends what is under way here: nothing is sent without a key', async () => {
    const own = await web.service.project();
    await own.user({ firstName: 'Under', lastName: 'Way' });
    const page = await web.visit(own);
    const sent: (string | undefined)[] = [];
    page.on('request', (request) => sent.push(request.headers().authorization));
    await page.getByRole('button', { name: 'Delete Under Way' }).click();
    await page.getByLabel('Block them, too').check();
    const letGo = await holdBack(page, (request) => request.postData()?.includes('mutation BlockSender') ?? false);
    const blocked = page.waitForResponse((response) => response.request().postData()?.includes('BlockSender') ?? false);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    const second = await newTab(page);
    await second.goto(home());
    await second.getByRole('button', { name: 'Account' }).click();
    await second.getByRole('menuitem', { name: 'Sign out' }).click();
    await signInForm(page).waitFor();
    letGo();
    await (await blocked).finished();
    await signInWith(page, await web.service.secretFor('VIEWER', own.id));
    await page.getByRole('link', { name: 'Under Way' }).waitFor();
    expect(sent.filter((header) => header?.includes('null'))).toEqual([]);
  });

  test('asks like the first before a link replaces what it has from there, and keeps its own afterwards; it is not signed in once the last one is closed', async () => {
    const page = await web.visit(project);
    await page.getByText('Ana Lima').waitFor();
    const second = await newTab(page);
    await second.goto(`${home()}projects/${project.id}/users#key=${await web.service.secretFor('VIEWER', project.id)}`);
    const question = second.getByRole('dialog', { name: 'Sign in with another key?' });
    await question.getByText('You are signed in with the key').waitFor();
    expect(second.url()).not.toContain('umk_');
    await question.getByRole('button', { name: 'Use the other key' }).click();
    await second.getByRole('button', { name: 'Account: Viewer' }).click();
    await second.getByRole('menuitem', { name: 'Sign out' }).click();
    await signInForm(second).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Account: Administrator' }).waitFor();
    const empty = await newTab(page);
    await Promise.all([page.close(), second.close()]);
    await empty.goto(home());
    await signInForm(empty).waitFor();
  });
});

test('A link with the key in its fragment signs in; the key leaves the address bar and the history, and is sent to nowhere but the API, never in a URL', async () => {
  const secret = await web.service.secretFor('MEMBER', project.id);
  const page = await web.browser.newPage();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto(`${home()}projects/${project.id}/users#key=${secret}`);
  await page.getByText('Ana Lima').waitFor();
  expect(page.url()).not.toContain('umk_');
  expect(urls.filter((url) => url.split('#')[0]?.includes('umk_'))).toEqual([]);
  expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set([new URL(home()).origin]));
  await page.goto('about:blank');
  await page.goBack();
  await page.getByText('Ana Lima').waitFor();
  expect(page.url()).not.toContain('umk_');
});

test('A key that is not valid, in letters that no key has too, is refused beside its field; a GATEWAY key cannot use the page, and is told so', async () => {
  const page = await signInAt(home(), 'umk_nonsense');
  const field = page.locator('input[type=password]');
  await page.getByText('This access key is not valid').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const secret = await web.service.secretFor('GATEWAY', project.id);
  await signInWith(page, secret);
  await page.getByText('This is a GATEWAY key').waitFor();
  await signInWith(page, 'umk_ключ');
  await page.getByText('This access key is not valid').waitFor();
  await page.goto(`${home()}#key=${secret}`);
  await page.getByText('This key cannot open the page').waitFor();
  await page.getByRole('button', { name: 'Use another key' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

test('A VIEWER sees no pencil, no trash, no Add User, nor the form where it is addressed', async () => {
  const page = await web.visit(project, { role: 'VIEWER', path: 'users?add=new' });
  await page.getByText('Ana Lima').waitFor();
  expect(await page.getByRole('button', { name: /^(Edit|Delete|Add)/ }).count()).toBe(0);
  expect(await page.getByRole('columnheader').allTextContents()).not.toContain('Actions');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('A MEMBER writes users, and sees no administration of environments, keys and project; signing out forgets the key and what was typed', async () => {
  const page = await web.visit(project, { role: 'MEMBER' });
  await page.getByRole('button', { name: 'Edit Ana Lima' }).waitFor();
  const settings = page.getByRole('navigation', { name: 'Project settings' });
  await settings.getByRole('link', { name: 'Environments' }).click();
  await page.getByText('Self-registration: open').waitFor();
  const buttons = page.getByRole('main').getByRole('button', { name: /^(?!What does)/ });
  expect(await buttons.count()).toBe(0);
  expect(await page.getByRole('radio').count()).toBe(0);
  await settings.getByRole('link', { name: 'Access keys' }).click();
  await page.getByText('Never expires').first().waitFor();
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  await settings.getByRole('link', { name: 'General' }).click();
  await page.getByText('Only an administrator can change').waitFor();
  await page.getByText('Telegram bot: not named').waitFor();
  await page.getByText('It is noted who is denied.').waitFor();
  const writing = page.getByRole('main').getByRole('button', { name: /^(?!Copy the id)/ });
  expect(await writing.count()).toBe(0);

  await settings.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('button', { name: 'Add User' }).click();
  await page.getByRole('dialog').getByLabel('First Name').fill('Grace');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
});

test('A revoked key leads back to sign-in; after signing in what was typed is there again, whichever form was open, and the key of a link is offered', async () => {
  const [first, second, third] = [await administratorKey(), await administratorKey(), await administratorKey()];
  const page = await web.browser.newPage();
  await page.goto(`${home()}projects/${project.id}/users#key=${first}`);
  await page.getByRole('button', { name: 'Add User' }).click();
  const user = page.getByRole('dialog', { name: 'Add User' });
  await user.getByLabel('First Name').fill('Grace');
  await user.getByLabel('Staging').check();
  await revoke(first);
  await user.getByRole('button', { name: 'Add User' }).click();
  await page.getByText('Your access key no longer works').waitFor();
  await signInWith(page, second);
  await user.waitFor();
  expect(await user.getByLabel('First Name').inputValue()).toBe('Grace');
  expect(await user.getByLabel('Staging').isChecked()).toBe(true);
  await user.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Environments' }).click();
  await page.getByRole('button', { name: 'Add Environment' }).click();
  const environment = page.getByRole('dialog', { name: 'Add Environment' });
  await environment.getByLabel('Name').fill('Preview');
  await revoke(second);
  await environment.getByRole('button', { name: 'Add Environment' }).click();
  await signInWith(page, third);
  await environment.getByText('What you typed before is still here').waitFor();
  expect(await environment.getByLabel('Name').inputValue()).toBe('Preview');
  await environment.getByRole('button', { name: 'Cancel' }).click();

  await revoke(third);
  await page.goto(`${home()}projects/${project.id}/users#key=${await web.service.secretFor('VIEWER', project.id)}`);
  await page.getByText('Your access key no longer works').waitFor();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Ana Lima').waitFor();
});

describe('A link opened in a tab that is signed in already', () => {
  const question = (page: Page) => page.getByRole('dialog', { name: 'Sign in with another key?' });
  const keyOf = (page: Page) => page.evaluate("sessionStorage.getItem('access-key')");
  const openLink = (page: Page, secret: string) => page.evaluate(`location.hash = 'key=${secret}'`);

  test('asks first; on Enter and Escape it keeps the session, and what was typed', async () => {
    const page = await web.visit(project);
    await page.getByRole('button', { name: 'Add User' }).click();
    const form = page.getByRole('dialog', { name: 'Add User' });
    await form.getByLabel('First Name').fill('Grace');
    const key = await keyOf(page);
    for (const answer of ['Enter', 'Escape']) {
      await openLink(page, await web.service.secretFor('VIEWER', project.id));
      // The button that the keyboard is on as the question comes.
      await page.locator('button:focus', { hasText: 'Cancel' }).waitFor();
      await page.keyboard.press(answer);
      await question(page).waitFor({ state: 'detached' });
      expect([answer, await page.evaluate('document.activeElement.name')]).toEqual([answer, 'firstName']);
      expect(await form.getByLabel('First Name').inputValue()).toBe('Grace');
      expect([answer, await keyOf(page), page.url().includes('umk_')]).toEqual([answer, key, false]);
    }
    await page.reload();
    await form.waitFor();
    expect(await question(page).count()).toBe(0);
  });

  test('replaces nothing when its key is not valid; tells whose session would go, and shows then what the new key may see', async () => {
    const other = await web.service.project('Other assistant');
    const page = await web.visit(project);
    await page.getByText('Ana Lima').waitFor();
    await openLink(page, 'umk_nonsense');
    await question(page).getByRole('button', { name: 'Use the other key' }).click();
    await question(page).getByRole('alert').getByText('This access key is not valid').waitFor();
    await question(page).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Edit Ana Lima' }).click();
    const form = page.getByRole('dialog', { name: 'Edit User' });
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });

    await openLink(page, await web.service.secretFor('VIEWER', other.id));
    await question(page)
      .getByText(/^You are signed in with the key “.?ADMINISTRATOR.?” \(Administrator\)\.$/)
      .waitFor();
    expect(page.url()).not.toContain('umk_');
    await question(page).getByRole('button', { name: 'Use the other key' }).click();
    await page.getByText('your access key does not reach this project').waitFor();
    await page.getByRole('link', { name: 'Go to your projects' }).click();
    await page.getByText('Other assistant').waitFor();
  });

  test('does not ask about the same key, and about another before it shows the page that it leads to', async () => {
    const secret = await administratorKey();
    const page = await web.browser.newPage();
    for (const path of ['environments', 'users']) {
      await page.goto(`${home()}projects/${project.id}/${path}#key=${secret}`);
      await page.getByRole('heading', { name: new RegExp(path, 'i') }).waitFor();
    }
    await openLink(page, secret);
    await page.waitForURL((url) => !url.href.includes('umk_'));
    await page.getByText('Ana Lima').waitFor();
    expect(await question(page).count()).toBe(0);

    const another = await web.service.secretFor('VIEWER', project.id);
    await page.goto(`${home()}projects/${project.id}/users?add=new#key=${another}`);
    await question(page).waitFor();
    expect(await page.getByRole('navigation', { name: 'Project settings' }).count()).toBe(0);
    await question(page).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog', { name: 'Add User' }).waitFor();
    expect(await keyOf(page)).toBe(secret);
  });
});

test("Another project's address says that nothing is here", async () => {
  const page = await web.browser.newPage();
  const address = `${home()}projects/00000000-0000-4000-8000-000000000000/users`;
  await page.goto(`${address}#key=${await administratorKey()}`);
  await page.getByText('your access key does not reach this project').waitFor();
});
