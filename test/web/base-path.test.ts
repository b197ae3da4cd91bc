import { afterAll, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { createDiscovery } from '../../src/domain/provider-discovery.ts';
import { signInOptions } from '../../src/process/provider.ts';
import { type EmulatedProvider, emulate } from '../support/emulated-provider.ts';
import { keycloak } from '../support/provider-kinds.ts';
import { startService } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

const BASE = '/users-management';
// Where people think it is: a proxy ends TLS there.
const PUBLIC = 'https://tools.example';

let provider: EmulatedProvider;

const web = useWeb(async () => {
  provider = await emulate(keycloak);
  provider.register(`${PUBLIC}${BASE}/signed-in`);
  const config = readConfig({ ...provider.settings, BASE_PATH: `${BASE}/` });
  if (!config.identityProvider) throw new Error('The settings name no provider.');
  const discovery = createDiscovery(config.identityProvider);
  await discovery.find();
  return startService(undefined, { ...signInOptions(config, discovery), basePath: config.basePath });
});

afterAll(() => provider.close());

const get = (path: string, init?: RequestInit) => fetch(new URL(path, web.service.url), init);

test.each([BASE, ''])('All that the service answers is found below %s', async (base) => {
  const key = await web.service.secretFor('ADMINISTRATOR');
  const project = await web.service.project();
  const headers = { authorization: `Bearer ${key}` };
  const html = { accept: 'text/html' };
  const query = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"query":"{ viewer { name } }"}',
  };
  const asked: [path: string, init?: RequestInit][] = [
    ['/'],
    ['/projects/x/users'],
    ['/signed-in?code=x'],
    ['/health'],
    ['/ready'],
    ['/graphql', query],
    ['/graphql', { headers: html }],
    ['/graphiql/graphiql.css'],
    [`/projects/${project.id}/users.csv?search=x`, { headers }],
  ];
  const answers = await Promise.all(asked.map(([path, init]) => get(base + path, init)));
  expect(answers.map(({ status }, index) => [asked[index]?.[0], status])).toEqual(asked.map(([path]) => [path, 200]));
  if (base) expect((await get(base)).status).toBe(200);
});

test('No other path is taken for it', async () => {
  for (const path of [`${BASE}x/health`, `${BASE}//health`, `${BASE}${BASE}/health`, '/elsewhere/health']) {
    expect([path, (await get(path)).status]).toEqual([path, path.includes('//') ? 400 : 404]);
  }
});

/** Passes on what the browser asks of the public address, as a proxy does that tells the service nothing of itself. */
async function throughProxy(page: Page, stripsPath: boolean): Promise<string[]> {
  const outside: string[] = [];
  await page.route(`${PUBLIC}/**`, async (route: Route) => {
    const { pathname, search } = new URL(route.request().url());
    if (!pathname.startsWith(`${BASE}/`)) outside.push(pathname);
    const inner = stripsPath ? pathname.slice(BASE.length) : pathname;
    await route.fulfill({ response: await route.fetch({ url: new URL(inner + search, web.service.url).href }) });
  });
  return outside;
}

test.each([
  ['passes the path on', false],
  ['takes the path off', true],
])(
  'Behind a proxy that ends TLS and %s, people sign in, walk about and use GraphiQL, all below it',
  async (_what, strips) => {
    const project = await web.service.project();
    await project.user({ firstName: 'Grace', lastName: 'Hopper' });
    const page = await web.browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const outside = await throughProxy(page, strips);
    await page.goto(`${PUBLIC}${BASE}/projects/${project.id}/users`);
    await page.getByRole('button', { name: 'Sign in with your company account' }).click();
    await page.getByRole('heading', { name: 'Nobody has added you to a project yet' }).waitFor();
    expect(page.url()).toBe(`${PUBLIC}${BASE}/projects/${project.id}/users`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Access key').fill(await web.service.secretFor('ADMINISTRATOR', project.id));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Grace Hopper').waitFor();
    await page.getByRole('link', { name: 'Connect' }).click();
    await page.getByText(`${PUBLIC}${BASE}/graphql`).waitFor();
    expect(page.url()).toBe(`${PUBLIC}${BASE}/projects/${project.id}/connect`);
    await page.reload();
    await page.getByRole('link', { name: 'Try it in GraphiQL' }).click();
    await page.getByText('checkAccess').first().waitFor();
    await page.getByRole('link', { name: 'Users Management' }).click();
    await page.getByText('Grace Hopper').waitFor();
    expect(await page.evaluate('Object.keys(sessionStorage)')).toContain(`${BASE}:access-key`);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  },
);
