import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createCertificate, fillIn, findPorts, programOf, startProgram } from '../support/programs.ts';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.ts';

let directory: string;
let file: string;
let port: number;
let two: TwoInstances;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'users-management-nginx-'));
  two = await startTwoInstances();
  file = await configure();
}, 120_000);
afterAll(async () => {
  await two?.close();
  rmSync(directory, { recursive: true, force: true });
});

test('nginx takes deploy/nginx.conf, and replaces one instance after the other without a request that fails', async () => {
  const nginx = programOf('nginx', 'nginx-light');
  execFileSync(nginx, ['-t', '-q', '-e', 'stderr', '-c', file], { stdio: 'inherit' });
  const running = await startProgram(nginx, ['-e', 'stderr', '-c', file], port);
  try {
    expect(await two.replaceUnderTraffic(`https://localhost:${port}`)).toEqual([]);
  } finally {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
}, 240_000);

/** What Debian has around the files of conf.d, with all that is written in a folder of its own. */
async function configure(): Promise<string> {
  const [plain = 0, secure = 0] = await findPorts(2);
  port = secure;
  const [one = '', other = ''] = two.addresses;
  const certificate = await createCertificate(directory);
  const site = fillIn('nginx.conf', {
    '10.0.0.11:4000': one,
    '10.0.0.12:4000': other,
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen 443 ssl;': `listen 127.0.0.1:${secure} ssl;`,
    'users.example.com': 'localhost',
    '/var/log/nginx/access.log': join(directory, 'access.log'),
    '/etc/ssl/users-management/fullchain.pem': certificate,
    '/etc/ssl/users-management/privkey.pem': certificate,
  });
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  mkdirSync(join(directory, 'temp'));
  const written = kinds.map((kind) => `${kind}_temp_path ${join(directory, 'temp', kind)};`).join('\n');
  const path = join(directory, 'main.conf');
  // Its workers are of the account that starts it, as root may not be wanted to be another.
  writeFileSync(
    path,
    `daemon off; pid ${directory}/nginx.pid; ${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 2; events {} http { access_log off; ${written}
${site}}`,
  );
  return path;
}
