import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Box, box, visit } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
});

const at = (path: string) => new URL(path, web.service.url).href;

test('Until script and styles are there, the frame of the page is seen, light or dark', async () => {
  const page = await web.browser.newPage({ colorScheme: 'light', viewport: { width: 1280, height: 800 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const { promise: goOn, resolve } = Promise.withResolvers<void>();
  await page.route('**/assets/*', async (route) => {
    await goOn;
    await route.continue();
  });
  await page.goto(at('/'), { waitUntil: 'commit' });
  await page.locator('.shell-header').waitFor();
  const background = () => page.evaluate("getComputedStyle(document.querySelector('.shell')).backgroundColor");
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background()).toBe('rgb(36, 36, 36)');
  // Style sheets do not hold it back.
  while ((await page.evaluate("performance.getEntriesByType('paint').length")) === 0);
  resolve();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect([await page.locator('.shell').count(), complaints]).toEqual([0, []]);
});

test('The frame is laid out in the direction that the reader expects', async () => {
  const page = await web.browser.newPage({ locale: 'ar-EG', viewport: { width: 1280, height: 800 } });
  await page.route('**/assets/*', () => {});
  await page.goto(at('/'), { waitUntil: 'commit' });
  const title = await box(page.locator('.shell-title'));
  expect(title.x).toBeGreaterThan(640);
});

test('Without script a sentence stands there instead', async () => {
  const page = await web.browser.newPage({ javaScriptEnabled: false });
  await page.goto(at('/'));
  await page.locator('.no-script').waitFor();
  expect(await page.locator('.shell').isVisible()).toBe(false);
});

test('An address where nothing is gets a page that leads back, and programs a short text', async () => {
  const opened = await fetch(at('/nonsense'), { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([opened.status, opened.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const [path, accept] of [
    ['/nonsense', '*/*'],
    ['/graphql/nonsense', 'text/html'],
    ['/health/nonsense', 'text/html'],
    ['/assets/nonsense.js', 'text/html'],
  ] as const) {
    const answer = await fetch(at(path), { headers: { accept } });
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 404, 'text/plain; charset=utf-8']);
  }
  const page = await web.visit(project);
  await page.getByText('Ana Lima').waitFor();
  await page.goto(at('/nonsense'));
  await page.getByRole('main').getByRole('heading', { name: 'Nothing is here' }).waitFor();
  expect(await page.getByText('access key').count()).toBe(0);
  await page.getByRole('link', { name: 'Go to your projects' }).click();
  await page.getByText('Ana Lima').waitFor();
});

test('A notification never lies over what can be pressed in a dialog, nor over its title where there is room beside it; a tablet shows each section and link whole, once', async () => {
  const page = await web.visit(project, { viewport: { width: 768, height: 800 } });
  await page.getByText('Ana Lima').waitFor();
  expect(await page.getByRole('link', { name: 'Review' }).count()).toBe(1);
  const hidden =
    "[...document.querySelectorAll('nav a')].filter((one) => one.getBoundingClientRect().right > innerWidth)";
  expect(await page.evaluate(`${hidden}.map((one) => one.textContent)`)).toEqual([]);
  await page.getByRole('button', { name: 'Edit Ana Lima' }).click();
  await page.getByRole('button', { name: 'Update User' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Ana Lima was updated' });
  await notice.waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // It stays while one points at it.
  await notice.hover({ position: { x: 30, y: 20 } });
  await page.getByRole('button', { name: 'Edit Ana Lima' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Update User' }).waitFor();
  await notice.hover({ position: { x: 30, y: 20 } });
  for (const [width, height] of [
    [768, 768],
    [360, 740],
    [1280, 860],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.locator('section[data-full-screen]').waitFor({ state: width < 576 ? 'attached' : 'detached' });
    const lying = await box(notice);
    const buttons = await dialog.getByRole('button').all();
    expect(buttons).toHaveLength(3);
    for (const button of buttons) expect([width, overlap(await box(button), lying)]).toEqual([width, false]);
  }
  expect(overlap(await box(dialog.getByRole('heading')), await box(notice))).toBe(false);
});

function overlap(one: Box, other: Box): boolean {
  const meet = (start: 'x' | 'y', size: 'width' | 'height') =>
    one[start] < other[start] + other[size] && other[start] < one[start] + one[size];
  return meet('x', 'width') && meet('y', 'height');
}

test('Beside a dialog the whole page is dimmed, the place of its scroll bar too', async () => {
  // Phones have none, and a browser without a screen hides it unless told otherwise.
  const browser = await openBrowser({ hasScrollBars: true });
  const page = await visit(browser, web.service, project, { viewport: { width: 1000, height: 600 } });
  await page.getByRole('button', { name: 'Add User' }).first().click();
  await page.getByRole('dialog').getByLabel('First Name').waitFor();
  const bar = await page.evaluate<number>('innerWidth - document.documentElement.offsetWidth');
  expect(bar).toBeGreaterThan(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    const dimmed = await square(page, 1000 - bar - 8);
    expect(await square(page, 1000 - bar + 2)).toEqual(dimmed);
  }
  await browser.close();
});

/** Four by four points far down at this distance from the left. */
function square(page: Page, x: number): Promise<Buffer> {
  return page.screenshot({ clip: { x, y: 590, width: 4, height: 4 } });
}

test('A switch is seen, on and off, light or dark', async () => {
  const page = await web.visit(project, { path: 'general' });
  const contrasts = () =>
    page.evaluate<number[]>(`(() => {
      const track = document.querySelector('.mantine-Switch-track');
      const luminance = (color) => color.match(/\\d+(\\.\\d+)?/g).slice(0, 3)
        .map((part) => (part /= 255, part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
      const of = (element) => luminance(getComputedStyle(element).backgroundColor);
      const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return [contrast(of(track), of(document.body)), contrast(of(track), of(track.querySelector('.mantine-Switch-thumb')))];
    })()`);
  const switched = page.getByRole('switch');
  await switched.waitFor();
  for (const isOn of [true, false]) {
    if (!isOn) {
      await switched.click();
      await page.getByRole('button', { name: 'Stop and forget' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect([isOn, await switched.isChecked()]).toEqual([isOn, isOn]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      expect([colorScheme, isOn, Math.min(...(await contrasts())) >= 3]).toEqual([colorScheme, isOn, true]);
    }
  }
});
