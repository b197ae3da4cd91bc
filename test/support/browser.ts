import type { BrowserContextOptions, BrowserType, Page } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

// Node's own loader keeps it for all files of a worker; jest's would read and run its 3 MB for each.
const { createRequire } = process.getBuiltinModule('node:module');
const { chromium }: { chromium: BrowserType } = createRequire(import.meta.url)('playwright-core');

// Two cores run the service, PostgreSQL and the browser at once.
const PATIENCE = 15_000;

const ARGUMENTS = [
  // Root, as containers are, cannot have the sandbox; the pages are ours.
  '--no-sandbox',
  '--disable-gpu',
  // A processor draws, and in the process that is there already: what is drawn is hardly looked at.
  '--disable-software-rasterizer',
  '--in-process-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // Pages of one visitor share a process that is warm, and none is started on the chance that it is needed.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
];

export type TestBrowser = {
  /** A page with storage of its own, as a new visitor has it; `page.context().newPage()` is a second tab of the same one. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  closePages(): Promise<void>;
  close(): Promise<void>;
};

/** Headless Chromium: the one CHROME_PATH names, the one that npm brought, or else an installed Chrome. */
export async function openBrowser({ hasScrollBars = false } = {}): Promise<TestBrowser> {
  const executablePath = process.env.CHROME_PATH || (await unpackChromium());
  const browser = await chromium.launch({
    executablePath,
    channel: executablePath ? undefined : 'chrome',
    // It emulates a graphics card, frame by frame, which costs more than the pages themselves.
    ignoreDefaultArgs: ['--enable-unsafe-swiftshader', ...(hasScrollBars ? ['--hide-scrollbars'] : [])],
    args: ARGUMENTS,
  });
  const settings = { locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' } as const;
  return {
    async newPage(options) {
      const context = await browser.newContext({ ...settings, ...options });
      context.setDefaultTimeout(PATIENCE);
      return context.newPage();
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: () => browser.close(),
  };
}
