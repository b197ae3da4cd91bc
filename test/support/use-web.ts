import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { openBrowser, type TestBrowser } from './browser.ts';
import { visit } from './page.ts';
import { type Project, type Service, startService } from './service.ts';

export type Web = {
  readonly service: Service;
  readonly browser: TestBrowser;
  /** A page at a path of the project's settings, signed in by link. */
  visit(project: Project, options?: Parameters<typeof visit>[3]): ReturnType<typeof visit>;
};

/** The service and a browser for the tests of a file, there from its first `beforeAll` on; pages go with their test. */
export function useWeb(start: () => Promise<Service> = startService): Web {
  let service: Service;
  let browser: TestBrowser;
  beforeAll(async () => {
    [service, browser] = await Promise.all([start(), openBrowser()]);
  });
  afterEach(() => browser.closePages());
  afterAll(async () => {
    await browser.close();
    await service.close();
  });
  return {
    get service() {
      return service;
    },
    get browser() {
      return browser;
    },
    visit: (project, options) => visit(browser, service, project, options),
  };
}
