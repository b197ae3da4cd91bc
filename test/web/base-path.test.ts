import { afterAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createDiscovery } from '../../src/domain/provider-discovery.ts';
import { signInOptions } from '../../src/process/provider.ts';
import { type EmulatedProvider, emulate } from '../support/emulated-provider.ts';
import { keycloak } from '../support/provider-kinds.ts';
import { startService } from '../support/service.ts';
import { startTlsProxy } from '../support/tls-proxy.ts';
import { useWeb } from '../support/use-web.ts';

const BASE = '/users-management';

let provider: EmulatedProvider;
let proxy: Awaited<ReturnType<typeof startTlsProxy>>;

const web = useWeb(async () => {
  [provider, proxy] = await Promise.all([emulate(keycloak), startTlsProxy()]);
  provider.register(`${proxy.origin}${BASE}/signed-in`);
  const config = readConfig({ ...provider.settings, BASE_PATH: `${BASE}/` });
  if (!config.identityProvider) throw new Error('The settings name no provider.');
  const discovery = createDiscovery(config.identityProvider);
  await discovery.find();
  return startService(undefined, { ...signInOptions(config, discovery), basePath: config.basePath });
});

afterAll(() => {
  provider.close();
  proxy.close();
});

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
    ['/graphql', query],
    ['/graphql', { headers: html }],
    ['/graphiql/graphiql.css'],
    [`/projects/${project.id}/users.csv?search=x`, { headers }],
  ];
  const answers = await Promise.all(asked.map(([path, init]) => get(base + path, init)));
  expect(answers.map(({ status }, index) => [asked[index]?.[0], status])).toEqual(asked.map(([path]) => [path, 200]));
  // A busy machine may be slower than a probe waits.
  expect(await (await get(`${base}/ready`)).text()).toMatch(/^(not )?ready\n$/);
  if (base) expect((await get(base)).status).toBe(200);
});

test('No other path is taken for it', async () => {
  for (const path of [`${BASE}x/health`, `${BASE}//health`, `${BASE}${BASE}/health`, '/elsewhere/health']) {
    expect([path, (await get(path)).status]).toEqual([path, path.includes('//') ? 400 : 404]);
  }
});

/** A page at the address that people know, and what went wrong on it: complaints, answers that are none, requests outside the path. */
async function openPage(stripsPath: boolean) {
  proxy.passTo(new URL(web.service.url).origin, (path) => (stripsPath ? path.slice(BASE.length) : path));
  const here = proxy.origin + BASE;
  const page = await web.browser.newPage({ ignoreHTTPSErrors: true });
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('response', (answer) => {
    const url = answer.url();
    const isOutside = url.startsWith(proxy.origin) && !url.startsWith(`${here}/`);
    if (isOutside || answer.status() >= 400) wrong.push(`${answer.status()} ${url}`);
  });
  return { page, here, wrong };
}

test('Behind a proxy that ends TLS and tells nothing of itself, people sign in, walk about and use GraphiQL', async () => {
  const project = await web.service.project();
  await project.user({ firstName: 'Grace', lastName: 'Hopper' });
  const { page, here, wrong } = await openPage(false);
  await page.goto(`${here}/projects/${project.id}/users`);
  await page.getByRole('button', { name: 'Sign in with your company account' }).click();
  await page.getByRole('heading', { name: 'Nobody has added you to a project yet' }).waitFor();
  expect(page.url()).toBe(`${here}/projects/${project.id}/users`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Access key').fill(await web.service.secretFor('ADMINISTRATOR', project.id));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Grace Hopper').waitFor();
  await page.getByRole('link', { name: 'Connect' }).click();
  await page.getByText(`${here}/graphql`).waitFor();
  expect(page.url()).toBe(`${here}/projects/${project.id}/connect`);
  await page.reload();
  await page.getByRole('link', { name: 'Try it in GraphiQL' }).click();
  await page.getByRole('tab', { name: 'MyProjects' }).waitFor();
  await page.locator('.graphiql-query-editor', { hasText: 'MyProjects' }).waitFor();
  await page.getByRole('link', { name: 'Users Management' }).click();
  await page.getByText('Grace Hopper').waitFor();
  expect(await page.evaluate('Object.keys(sessionStorage)')).toContain(`${BASE}:access-key`);
  expect(wrong).toEqual([]);
});

test('One that takes the path off works, too', async () => {
  const project = await web.service.project();
  await project.user({ firstName: 'Grace', lastName: 'Hopper' });
  const { page, here, wrong } = await openPage(true);
  await page.goto(`${here}/#key=${await web.service.secretFor('VIEWER', project.id)}`);
  await page.getByText('Grace Hopper').waitFor();
  expect(page.url()).toBe(`${here}/projects/${project.id}/users`);
  expect(wrong).toEqual([]);
});
