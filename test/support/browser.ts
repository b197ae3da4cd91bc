import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const UNPACKED = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
// Two cores run the service, PostgreSQL and the browser at once.
const PATIENCE = 15_000;

export type TestBrowser = {
  /** A page with storage of its own, as a new visitor has it; `page.context().newPage()` is a second tab of the same one. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  closePages(): Promise<void>;
  close(): Promise<void>;
};

/** Headless Chromium: the one CHROME_PATH names, the one that npm brought, or else an installed Chrome. */
export async function openBrowser({ hasScrollBars = false } = {}): Promise<TestBrowser> {
  const executablePath = process.env.CHROME_PATH || (await unpackChromium());
  const browser: Browser = await chromium.launch({
    executablePath,
    channel: executablePath ? undefined : 'chrome',
    ignoreDefaultArgs: hasScrollBars ? ['--hide-scrollbars'] : undefined,
    // Root, as containers are, cannot have the sandbox; the pages are ours.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
  const settings = { locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' } as const;
  // Visitors without wishes of their own share one cache, one after the other: tabs that are open at once share their session.
  const shared = await browser.newContext(settings);
  shared.setDefaultTimeout(PATIENCE);
  return {
    async newPage(options) {
      if (!options && shared.pages().length === 0) return shared.newPage();
      const context = await browser.newContext({ ...settings, ...options });
      context.setDefaultTimeout(PATIENCE);
      return context.newPage();
    },
    async closePages() {
      const own = browser.contexts().filter((context) => context !== shared);
      await Promise.all([...own.map((context) => context.close()), ...shared.pages().map((page) => page.close())]);
    },
    close: () => browser.close(),
  };
}

/** Unpacks the Chromium that npm brought, once for all test files; undefined where it does not run. */
export async function unpackChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (existsSync(UNPACKED)) return UNPACKED;
  const packed = new URL('../../node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url);
  await mkdir(new URL('.', `file://${UNPACKED}`), { recursive: true });
  const partial = `${UNPACKED}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(partial, { mode: 0o755 }));
  // In one step, so that nobody starts half a browser.
  await rename(partial, UNPACKED);
  return UNPACKED;
}
