import type { Page, Request } from 'playwright-core';
import type { PageService } from './page-service.ts';
import { commandOf, cpuSecondsOfTree, residentMegabytes, treeOf } from './process-usage.ts';

export type Cpu = { browser: number; service: number; postgres: number };
export type Sending = { requests: number; mostAtOnce: number; megabytes: number; ms: number[] };

// In the page: its long tasks, and how long each key and click takes until what it changes is painted.
export const WATCH = `
  globalThis.longTasks = [];
  globalThis.reactions = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ at: performance.timeOrigin + startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  for (const type of ['keydown', 'click']) {
    addEventListener(type, ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => reactions.push({ at: performance.timeOrigin + timeStamp, ms: performance.now() - timeStamp })));
    }, { capture: true });
  }
`;

/** How long each took that was noted so since then, in ms. */
export async function noted(page: Page, what: 'longTasks' | 'reactions', since: number): Promise<number[]> {
  const moments = await page.evaluate<{ at: number; ms: number }[]>(what);
  return moments.filter(({ at }) => at >= since).map(({ ms }) => ms);
}

/** The requests of the import since `begin`. */
export function watchRequests(page: Page) {
  const nothing = (): Sending => ({ requests: 0, mostAtOnce: 0, megabytes: 0, ms: [] });
  let sending = nothing();
  const underWay = new Map<Request, number>();
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (!body.includes('mutation ImportUsers')) return;
    underWay.set(request, performance.now());
    sending.requests += 1;
    sending.megabytes += Buffer.byteLength(body) / 1e6;
    sending.mostAtOnce = Math.max(sending.mostAtOnce, underWay.size);
  });
  page.on('requestfinished', (request) => {
    const began = underWay.get(request);
    if (began !== undefined) sending.ms.push(performance.now() - began);
    underWay.delete(request);
  });
  return {
    begin() {
      sending = nothing();
    },
    now: () => sending,
  };
}

/** The most megabytes that the tab's process and its JavaScript have until asked. */
export async function watchMemory(page: Page) {
  const peak = { tab: 0, heap: 0 };
  const renderers = treeOf(process.pid).filter((pid) => commandOf(pid).includes('--type=renderer'));
  const devTools = await page.context().newCDPSession(page);
  const look = async () => {
    peak.tab = Math.max(peak.tab, ...renderers.map(residentMegabytes).filter(Number.isFinite));
    peak.heap = Math.max(peak.heap, (await devTools.send('Runtime.getHeapUsage')).usedSize / 1e6);
  };
  const timer = setInterval(() => void look().catch(() => {}), 1000);
  return async () => {
    clearInterval(timer);
    await look();
    return peak;
  };
}

/** What each has used so far. */
export function watchCpu({ service, postmaster }: PageService): () => Cpu {
  const server = service.child.pid ?? 0;
  const browser = treeOf(process.pid, [server]).find((pid) => commandOf(pid).includes('--remote-debugging')) ?? 0;
  return () => ({
    browser: cpuSecondsOfTree(browser),
    service: cpuSecondsOfTree(server, [postmaster]),
    postgres: cpuSecondsOfTree(postmaster),
  });
}
