import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPage, PAGE_DIRECTORY } from '../../src/http/page.ts';
import { openBrowser } from '../support/browser.ts';
import { visit } from '../support/page.ts';
import { type Service, startService } from '../support/service.ts';

let service: Service;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

const get = (path: string, init?: RequestInit) => fetch(new URL(path, service.url), { redirect: 'manual', ...init });

async function assetPath(): Promise<string> {
  const [, path = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text()) ?? [];
  return path;
}

test.each(['/', '/projects/x/users?q=ana', '/projects/x/environments'])(
  'The page is served at %s, afresh each time',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  },
);

test('The policy lets in this host alone, no inline script, and only the styles of this answer', async () => {
  const [first, second] = [await get('/'), await get('/')];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
  const html = await first.text();
  expect(html).not.toContain('CSP_NONCE');
  expect(html).toContain(/'nonce-([^']+)'/.exec(policy)?.[1]);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
});

test('With an identity provider the policy lets requests out to its origins too, and the page learns of it', async () => {
  const named = { issuer: 'https://login.example/tenant', audience: '"<a>&', clientId: 'page' };
  const pageSignIn = { ...named, scope: 'openid', parameters: [] };
  const signInOrigins = () => ['https://login.example', 'https://tokens.example'];
  const configured = await startService(undefined, { pageSignIn, signInOrigins });
  const [plain, open] = await Promise.all([get('/'), fetch(new URL('/signed-in?code=x&state=y', configured.url))]);
  const policyOf = ({ headers }: Response) =>
    headers.get('content-security-policy')?.replace(/'nonce-[^']+'/, "'nonce'") ?? '';
  expect(policyOf(open)).toBe(
    policyOf(plain).replace("connect-src 'self'", "connect-src 'self' https://login.example https://tokens.example"),
  );
  const description = '&#34;audience&#34;:&#34;\\&#34;&#60;a&#62;&#38;&#34;';
  expect(await open.text()).toContain(description);
  expect(await plain.text()).not.toContain('name="company-sign-in"');
  await configured.close();
});

test('HEAD answers like GET, without the body', async () => {
  const answer = await get('/', { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
  expect(await answer.text()).toBe('');
});

test('What is not GET or HEAD is not for the page', async () => {
  expect((await get('/', { method: 'DELETE' })).status).toBeGreaterThanOrEqual(400);
});

test('Assets are compressed and kept for ever, for their names change with their content', async () => {
  const answer = await get(await assetPath(), { headers: { 'accept-encoding': 'br' } });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'public,max-age=31536000,immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
});

test.each(['/assets/none.js', '/assets/../index.html', '/assets/%2e%2e/%2e%2e/package.json', '/assets/'])(
  'There is no %s',
  async (path) => {
    expect((await get(path)).status).not.toBe(200);
  },
);

test('A page that is built anew beneath a running service breaks off an answer, not the service', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'page-built-anew-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<html></html>');
  await writeFile(join(directory, 'assets/old.js'), '1');
  const page = createPage({ directory });
  await rm(directory, { recursive: true });
  const server = createServer((request, response) => void page(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(fetch(`${at}/assets/old.js`).then((answer) => answer.text())).rejects.toThrow();
  expect((await fetch(`${at}/`)).status).toBe(200);
  server.close();
});

test('A page that is not built says how', async () => {
  const page = createPage({ directory: join(tmpdir(), 'there-is-no-page-here') });
  const server = createServer((request, response) => void page(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm run build');
  server.close();
});

test('The first load takes less than 200 kB of compressed script', async () => {
  const html = await (await get('/')).text();
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
  expect(first).not.toEqual([]);
  const sizes = await Promise.all(first.map(async (path) => (await stat(join(PAGE_DIRECTORY, `${path}.gz`))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  // No document comes before it is needed, nor one of GraphiQL's examples.
  const scripts = await Promise.all(first.map((path) => readFile(join(PAGE_DIRECTORY, path), 'utf8')));
  const named = scripts.join('').match(/\b(query Users|mutation DeleteProject|mutation CreateAccessKey)\(/g);
  expect(named).toEqual(['query Users(']);
});

test('Who is signed in, and the list that the address names, are asked before most of the script is there', async () => {
  const browser = await openBrowser();
  const project = await service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
  await project.user({ firstName: 'Ben', lastName: 'Lima' });
  const page = await visit(browser, service, project);
  const asked = (query: string) => page.waitForRequest((request) => request.postData()?.includes(query) ?? false);
  const questions = Promise.all([asked('query Viewer'), asked('query Users')]);
  const translations: string[] = [];
  page.on('request', (request) => {
    if (/\/assets\/refusals-/.test(request.url())) translations.push(request.url());
  });
  await page.route(/\/assets\/first-[^/]+\.js/, async (route) => {
    await questions;
    await route.continue();
  });
  await page.goto(new URL(`/projects/${project.id}/users?q=ana`, service.url).href);
  await page.getByRole('link', { name: 'Ana Lima' }).waitFor();
  await expect(page.getByRole('link', { name: 'Ben Lima' }).count()).resolves.toBe(0);
  // Nobody who reads English needs what the service says in another language.
  expect(translations).toEqual([]);
  await browser.close();
});

test('The page runs within its policy: nothing is blocked, nothing is logged', async () => {
  const browser = await openBrowser();
  const project = await service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const secret = await service.secretFor('ADMINISTRATOR', project.id);
  await page.goto(new URL(`/projects/${project.id}/users#key=${secret}`, service.url).href);
  await page.getByRole('button', { name: 'Edit Ana Lima' }).click();
  await page.getByRole('button', { name: 'Update User' }).click();
  await page.getByText('Ana Lima was updated').waitFor();
  for (const section of ['Requests', 'Environments', 'Access keys', 'Members', 'General']) {
    await page.getByRole('link', { name: section, exact: true }).click();
    await page.getByRole('heading', { name: section, level: 1 }).waitFor();
  }
  expect(complaints).toEqual([]);
  await browser.close();
});
