import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { box, selfRegister } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;
let crowd: Project;

const web = useWeb();

const ANA = { firstName: 'Ana', lastName: 'Lima', email: 'ana@example.com', phoneNumber: '+55 11 96123-4567' };

beforeAll(async () => {
  [project, crowd] = await Promise.all([web.service.project(), web.service.project()]);
  await project.user(ANA);
  await project.user({ firstName: 'Bruno', lastName: 'Costa' });
  await selfRegister(project, { channel: 'TELEGRAM', externalId: '5551234567' }, { firstName: 'Chloé' });
  await crowd.user({
    firstName: 'Wolfeschlegelstein'.repeat(5),
    lastName: 'Needle',
    email: `${'long.'.repeat(10)}needle@example.com`,
    environmentIds: [crowd.development, crowd.staging, crowd.production],
  });
  for (let number = 1; number <= 20; number += 1) await crowd.user({ firstName: 'Own', lastName: `${number}` });
});

const DESKTOP = { viewport: { width: 1280, height: 860 } };

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** What the selector finds and the person sees, as `expression` of each `one` tells it. */
function seen(page: Page, selector: string, expression: string): Promise<unknown[]> {
  return page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).map((one) => ${expression})`,
  );
}

test('Twelve people of 48 px are seen at once on 1280 × 860, head and foot stay, and so do columns from page to page; what was found is seen whole where a long name or address would be cut off', async () => {
  const page = await web.visit(crowd, DESKTOP);
  await row(page, 'Own 20').waitFor();
  const foot = page.locator('[class*=foot]');
  const [{ y: end }, twelfth] = [await box(foot), await box(page.locator('tbody tr').nth(11))];
  expect(twelfth.height).toBe(48);
  expect(twelfth.y + twelfth.height).toBeLessThanOrEqual(end + 1);
  await page.evaluate('scrollTo(0, 300)');
  expect((await box(page.locator('thead th').first())).y).toBe(0);
  expect((await box(foot)).y).toBe(end);
  const columns = () => seen(page, 'thead th', 'one.offsetLeft');
  const before = await columns();
  await page.getByRole('button', { name: 'Next' }).click();
  await row(page, 'Wolfeschlegelstein').waitFor();
  expect(await columns()).toEqual(before);
  expect((await box(page.locator('tbody tr'))).height).toBe(48);

  await page.getByRole('searchbox').fill('needle');
  await page.locator('mark').nth(1).waitFor();
  const center =
    'one.getBoundingClientRect().x + one.offsetWidth / 2, one.getBoundingClientRect().y + one.offsetHeight / 2';
  expect(await seen(page, 'mark', `one.contains(document.elementFromPoint(${center}))`)).toEqual([true, true]);
});

test('On a phone the list begins in the upper half, targets are 40 px, addresses break between their parts, and print is a clean table', async () => {
  const page = await web.visit(crowd, {
    path: 'users?q=needle',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.locator('mark').nth(1).waitFor();
  expect((await box(page.getByRole('list', { name: 'Users' }))).y).toBeLessThan(740 / 2);
  // A button within a sentence is no higher than its line; around it the thumb meets nothing else.
  const small = await seen(
    page,
    'main :is(button, select):not(p *)',
    '[one.ariaLabel || one.innerText, one.offsetHeight]',
  );
  expect(small.filter((one) => (one as [string, number])[1] < 40)).toEqual([]);
  // Each part of the address lies on one line.
  const parts = `[...one.childNodes].filter((part) => part.nodeType === 3)`;
  const broken = `${parts}.filter((part) => { const range = document.createRange(); range.selectNodeContents(part); return new Set([...range.getClientRects()].map(({ y }) => y)).size > 1; }).map((part) => part.data)`;
  expect(await seen(page, 'bdi:has(mark):has(wbr)', broken)).toEqual([[]]);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.getByRole('table', { name: 'Users' }).waitFor();
  expect(
    await seen(page, 'nav, header, tbody button, input, select, main .mantine-Button-root', 'one.outerHTML'),
  ).toEqual([]);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
});

test('What an input method composes is asked for when a syllable is whole, and Latin words of a phone as they are typed', async () => {
  const page = await web.visit(project);
  await row(page, 'Ana').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    // Pieces of the page come after the first view.
    if (new URL(request.url()).pathname !== '/graphql') return;
    const { query, variables } = request.postDataJSON();
    if (query.includes('query Users(')) asked.push(variables.search);
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await page.getByRole('searchbox').focus();
  const session = await page.context().newCDPSession(page);
  const compose = async (text: string) => {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.clock.runFor(600);
  };
  await compose('ㄱ');
  expect(asked).toEqual([]);
  await compose('강');
  await compose('강m');
  await page.getByRole('searchbox').press('Shift');
  await compose('강mi');
  expect(asked).toEqual(['강', '강m']);
  await page.clock.resume();
});

test('Keys lead through the list and say themselves, but never while something is typed', async () => {
  const page = await web.visit(project);
  await row(page, 'Ana').waitFor();
  const focused = (name: string) => page.locator(':focus').getByText(name).waitFor();
  await page.keyboard.press('j');
  await focused('Chloé');
  await page.keyboard.press('j');
  await focused('Bruno');
  await page.keyboard.press('k');
  await focused('Chloé');
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: 'Edit User Chloé' }).getByLabel('Phone Number').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Next user').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('n?j');
  expect(await page.getByRole('searchbox').inputValue()).toBe('n?j');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('A row copies its phone number and e-mail address; somebody who was removed meanwhile by another: it says so, and the row goes; whoever was just added can be viewed, or followed by another, and is seen where a filter leaves them out', async () => {
  const own = await web.service.project();
  await own.user(ANA);
  const { id } = await own.user({ firstName: 'Gone', lastName: 'Already' });
  const page = await web.visit(own, { permissions: ['clipboard-read', 'clipboard-write'] });
  await row(page, 'Ana').hover();
  for (const value of ['ana@example.com', '+55 11 96123 4567']) {
    const copy = row(page, 'Ana').getByTitle(`Copy ${value}`);
    await copy.click();
    // Each button says so itself; the one before may say it still.
    await copy.waitFor({ state: 'detached' });
    await row(page, 'Ana').getByTitle('Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(value);
  }

  await page.getByRole('button', { name: 'Delete Gone Already' }).click();
  await own.member('mutation ($input: DeleteUserInput!) { deleteUser(input: $input) { deletedUserId } }', {
    input: { id },
  });
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Gone Already had been removed already, by somebody else').waitFor();
  await row(page, 'Gone').waitFor({ state: 'detached' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByLabel('Source').selectOption('SELF_REGISTERED');
  await row(page, 'Ana').waitFor({ state: 'detached' });
  const add = async (lastName: string, phone: string) => {
    const form = page.getByRole('dialog', { name: 'Add User' });
    await form.getByLabel('Phone Number').fill(phone);
    await form.getByLabel('First Name').fill('Grace');
    await form.getByLabel('Last Name').fill(lastName);
    await form.getByLabel('Staging').check();
    await form.getByRole('button', { name: 'Add User' }).click();
    await form.waitFor({ state: 'detached' });
  };
  await page.getByRole('button', { name: 'Add User' }).first().click();
  await add('Hopper', '+442079460001');
  await page.getByRole('button', { name: 'Add another' }).click();
  await add('Kelly', '+442079460002');
  await page.getByText('Grace Kelly was added, but is not on this page of the list').waitFor();
  await page.getByRole('button', { name: 'Show the newest' }).click();
  await row(page, 'Grace Kelly').waitFor();
  expect(await page.getByText('not on this page').count()).toBe(0);
  await page.getByRole('link', { name: 'View' }).last().click();
  await page.getByRole('heading', { name: 'Grace Kelly' }).waitFor();
});
