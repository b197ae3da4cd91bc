import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { createDoor } from '../support/door.ts';
import { selfRegister } from '../support/page.ts';
import { useWeb } from '../support/use-web.ts';

const web = useWeb();

const directionOf = async (page: Page) => {
  const html = page.locator('html');
  return [await html.getAttribute('lang'), await html.getAttribute('dir')];
};

test('In Arabic the page is mirrored and writes Arabic digits, plurals and refusals; the account menu changes the language; an Arabic browser that was told to speak English reads no Arabic digits', async () => {
  const project = await web.service.project();
  for (const firstName of ['محمد', 'Ana', 'Bruno']) await project.user({ firstName, lastName: 'Lima' });
  const door = createDoor(project);
  await door.setMode('APPROVAL');
  for (const id of ['1', '2']) await door.register({ channel: 'TELEGRAM', externalId: `777000${id}` });
  const page = await web.visit(project, { locale: 'ar-EG', viewport: { width: 1280, height: 860 } });
  await page.getByText('٣ مستخدمين').waitFor();
  expect(await directionOf(page)).toEqual(['ar', 'rtl']);
  const left = async (element: ReturnType<Page['locator']>) => (await element.boundingBox())?.x ?? 0;
  expect(await left(page.getByRole('navigation').first())).toBeGreaterThan(await left(page.getByRole('table')));

  await page.getByRole('button', { name: 'إضافة مستخدم' }).click();
  const form = page.getByRole('dialog', { name: 'إضافة مستخدم' });
  await form.getByRole('button', { name: 'إضافة مستخدم' }).click();
  await form.getByText('رقم الهاتف مطلوب').waitFor();
  await form.getByText('اختر بيئة واحدة على الأقل', { exact: true }).waitFor();
  expect(await form.getByText(/required|Please/).count()).toBe(0);
  // Numbers are typed from left to right all the same.
  expect(await form.getByLabel('رقم الهاتف').evaluate((input) => getComputedStyle(input).direction)).toBe('ltr');
  await form.getByRole('button', { name: 'إلغاء' }).click();

  await page.getByRole('link', { name: 'الطلبات' }).click();
  await page.getByText('طلبان', { exact: true }).waitFor();
  await page.getByText('محاولة واحدة').first().waitFor();

  await page.getByRole('button', { name: 'الحساب: مدير' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.getByText('2 Anfragen').waitFor();
  await page.reload();
  await page.getByText('2 Anfragen').waitFor();
  expect(await directionOf(page)).toEqual(['de', 'ltr']);

  await page.getByRole('button', { name: 'Konto: Administrator' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByText('2 requests').waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/[\u0600-\u06ff]/);
});

test('The columns of the list hold what stands in them, in every language: no date lies over the next, and neither a digit of a phone number nor a name of usual length is cut off', async () => {
  const project = await web.service.project();
  const { id } = await project.user({
    firstName: 'Ana',
    lastName: 'Lima',
    email: 'ana@example.com',
    phoneNumber: '+54 9 11 2356 8331',
    channelIdentities: [{ channel: 'TELEGRAM', externalId: '123456789' }],
  });
  await selfRegister(
    project,
    { channel: 'TELEGRAM', externalId: '987654321' },
    { firstName: 'Carlos', lastName: 'Alves Barbosa' },
  );
  await sql`insert into seen_users (project_id, user_id, seen_at) values (${project.id}, ${id}, now() - interval '44 minutes')`.execute(
    web.service.owner,
  );
  const page = await web.visit(project, { viewport: { width: 1280, height: 860 } });
  for (const language of ['en', 'es', 'pt', 'ar', 'de']) {
    await page.evaluate(`localStorage.setItem('language', '${language}')`);
    await page.reload();
    await page.locator(`[lang=${language}] tbody tr`).first().waitFor();
    expect({ language, over: await page.evaluate(OVER) }).toEqual({ language, over: [] });
    expect({ language, cut: await page.evaluate(CUT_NAMES) }).toEqual({ language, cut: [] });
  }
});

test('In Arabic, as elsewhere, what there is no room for is the end of a name, an id or an address, not its beginning', async () => {
  const project = await web.service.project('An assistant for everybody who writes to the support of the company');
  const name = 'Production of the European Union';
  await project.administrator(
    'mutation ($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { userErrors { message } } }',
    { input: { id: project.production, name } },
  );
  await selfRegister(project, { channel: 'WHATSAPP', externalId: 'US.13491208655302741918' });
  await project.user({ email: `${'long.'.repeat(10)}address@example.com`, environmentIds: [project.production] });
  const page = await web.visit(project, { locale: 'ar-EG', path: `users?environment=${project.production}` });
  for (const [listed, size] of [
    ['row', { width: 1280, height: 860 }],
    ['listitem', { width: 360, height: 740 }],
  ] as const) {
    await page.setViewportSize(size);
    await page.getByRole(listed).getByText('US.13491208655302741918').waitFor();
    expect({ size, cut: await page.evaluate(CUT_BEGINNINGS) }).toEqual({ size, cut: [] });
  }
});

test('The long words of German fit a phone: nothing is wider than the screen or cut off by it', async () => {
  const project = await web.service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
  const page = await web.visit(project, { locale: 'de-CH', viewport: { width: 360, height: 740 } });
  await page.getByText('Ana Lima').waitFor();
  for (const [view, role, name] of [
    ['users', 'heading', 'Benutzer'],
    ['users?add=new', 'dialog', 'Benutzer hinzufügen'],
    ['requests', 'heading', 'Anfragen'],
    ['environments', 'heading', 'Umgebungen'],
    ['access-keys?add=new', 'dialog', 'Zugriffsschlüssel erstellen'],
    ['members?add=new', 'dialog', 'Mitglied hinzufügen'],
    ['general', 'heading', 'Allgemein'],
  ] as const) {
    // As a link does, without loading all again.
    await page.evaluate(`history.pushState(null, '', '${view}')`);
    await page.getByRole(role, { name, exact: true }).first().waitFor();
    if (role === 'dialog') await page.getByRole(role, { name }).getByRole('button', { name: 'Abbrechen' }).waitFor();
    expect({ view, cut: await page.evaluate(CUT) }).toEqual({ view, cut: [] });
  }
});

// Texts of which a part lies beside the screen; the filters are pushed sideways on a phone.
const CUT = `[...document.querySelectorAll('main, nav a, button, label, h1, h2, h3, p, [role=dialog]')]
  .filter((element) => !element.closest('search'))
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1)
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1)
  .map((element) => element.textContent)`;

// Texts whose first letter lies beyond a box that cuts off what does.
const CUT_BEGINNINGS = `(() => {
  const isCut = (text) => {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const { left, right } = range.getBoundingClientRect();
    for (let one = text.parentElement; one; one = one.parentElement) {
      const box = one.getBoundingClientRect();
      if (getComputedStyle(one).overflowX === 'hidden' && (left < box.left - 1 || right > box.right + 1)) return true;
    }
    return false;
  };
  const walker = document.createTreeWalker(document.querySelector('#root'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts
    .filter((text) => text.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((text) => !text.parentElement.closest('option, [class*=Hidden], [class*=role]') && isCut(text))
    .map((text) => text.data);
})()`;

// Names that end in dots.
const CUT_NAMES = `[...document.querySelectorAll('[data-row] [class*=name]')]
  .filter((name) => name.scrollWidth > name.clientWidth)
  .map((name) => name.textContent)`;

// Texts and buttons of a table that reach beyond their cell, and what is cut off in it without a sign of it.
const OVER = `[...document.querySelectorAll('thead th, tbody th, tbody td')].flatMap((cell) => {
  const { left, right } = cell.getBoundingClientRect();
  return [...cell.querySelectorAll('*')]
    .filter((one) => one.checkVisibility({ opacityProperty: true }) && getComputedStyle(one).textOverflow !== 'ellipsis')
    .filter((one) => {
      const box = one.getBoundingClientRect();
      const isHidden = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth;
      return box.right > right + 0.5 || box.left < left - 0.5 || isHidden;
    })
    .map((one) => one.textContent);
})`;
