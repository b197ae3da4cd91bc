import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { startForPage } from './page-service.ts';

// How long a slow phone takes from the link to a table of users that can be used, in a project of a thousand.
const VISITS = 5;
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const BITS_PER_SECOND = 1_600_000;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: BITS_PER_SECOND / 8,
  uploadThroughput: BITS_PER_SECOND / 8,
};
const CPU_SLOWDOWN = 4;

// In the page's own time, which begins with the visit: until a row is drawn and the page has time for what one does then.
const WATCH = `
  globalThis.usable = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('[data-row-link]')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
`;

const WATERFALL = `performance.getEntries()
  .filter(({ entryType }) => ['navigation', 'resource', 'paint'].includes(entryType))
  .map(({ name, startTime, responseEnd = startTime, transferSize = 0 }) => ({
    what: name.replace(/^.*\\/\\/[^/]+/, ''), from: Math.round(startTime), to: Math.round(responseEnd), kB: Math.round(transferSize / 1024),
  }))`;

type Visit = { usable: number; waterfall: { what: string; from: number; to: number; kB: number }[] };

const { link, close } = await startForPage(1000, 1);
try {
  const browser = await openBrowser();
  const visits: Visit[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await openList(browser, link));
  await browser.close();
  visits.sort((one, other) => one.usable - other.usable);
  const [median] = visits.slice(Math.floor(VISITS / 2));
  console.table(median?.waterfall.filter(({ from }) => from < median.usable));
  console.log(`A usable table after ${visits.map(({ usable }) => `${(usable / 1000).toFixed(2)} s`).join(', ')}`);
} finally {
  await close();
}

/** A first visit, with nothing in the browser's cache. */
async function openList(browser: TestBrowser, link: string): Promise<Visit> {
  const page = await browser.newPage(PHONE);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', NETWORK);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(WATCH);
  await page.goto(link, { waitUntil: 'commit' });
  const usable = await page.evaluate<number>('usable');
  const waterfall = await page.evaluate<Visit['waterfall']>(WATERFALL);
  await browser.closePages();
  return { usable, waterfall };
}
