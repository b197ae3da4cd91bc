import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima', phoneNumber: '+55 11 96123-4567' });
  await project.user({ firstName: 'Bruno', lastName: 'Costa' });
});

const field = (page: Page) => page.getByRole('dialog').getByRole('combobox');
const chosen = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true });

/** Types into what has the focus once that is the palette's field, and lets it do what it finds first. */
async function find(page: Page, keys: string, text: string, option: string): Promise<void> {
  await page.keyboard.press(keys);
  await field(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
  await chosen(page).filter({ hasText: option }).waitFor();
  await page.keyboard.press('Enter');
}

test('Ctrl-K or Cmd-K finds a user, a place or an action from everywhere, by the keyboard alone', async () => {
  const page = await web.visit(project, { path: 'environments' });
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).and(page.locator(':focus')).waitFor();
  await page.getByRole('heading', { name: 'Environments' }).waitFor();
  await find(page, 'Control+k', '961 lim', 'Ana Lima');
  await heading('Ana Lima');
  await find(page, 'Meta+k', 'reque', 'Requests');
  await heading('Requests');
  await find(page, 'Control+k', 'staging', 'Staging');
  await page.waitForURL(`**/users?environment=${project.staging}`);
  await find(page, 'Control+k', 'add us', 'Add User');
  const form = page.getByRole('dialog', { name: 'Add User' });
  await form.getByLabel('Phone Number').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Control+k');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

test('Arrows go through what it found, its field says which is chosen, and Escape leaves everything as it was', async () => {
  const page = await web.visit(project, { role: 'VIEWER' });
  await page.getByRole('link', { name: 'Ana Lima' }).focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('row', { name: 'Find an action, a place or a user Ctrl K' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  const told = async (name: string) => {
    const id = await chosen(page).filter({ hasText: name }).getAttribute('id');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(id);
  };
  await told('Users');
  await page.keyboard.press('ArrowDown');
  await told('Requests');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await told('Sign out');
  // Who may only look is offered nothing else.
  expect(await page.getByRole('option', { name: /Add|Create|Import|New/ }).count()).toBe(0);
  await page.keyboard.type('zzz');
  await page.getByRole('status').getByText('Nothing is found by this').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Ana Lima' }).and(page.locator(':focus')).waitFor();
});

test('It knows the words of the language, opens by the place of its key on an Arabic keyboard, and changes the language', async () => {
  const page = await web.visit(project, { locale: 'ar-EG', viewport: { width: 1280, height: 860 } });
  await page.getByText('Ana Lima').waitFor();
  await page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ن', code: 'KeyK', ctrlKey: true }))");
  await field(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('طلبات');
  await chosen(page).filter({ hasText: 'الطلبات' }).waitFor();
  const [option, dialog] = [await chosen(page).boundingBox(), await page.getByRole('dialog').boundingBox()];
  const text = await chosen(page).locator('bdi').first().boundingBox();
  expect((text?.x ?? 0) - (option?.x ?? 0)).toBeGreaterThan((dialog?.width ?? 0) / 2);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'الطلبات' }).waitFor();
  await find(page, 'Control+k', 'deutsch', 'Deutsch');
  await page.locator('html[lang=de][dir=ltr]').waitFor();
});
