import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createCertificate, fillIn, findPorts, programOf, startProgram } from '../support/programs.ts';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.ts';

let directory: string;
let two: TwoInstances;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'users-management-haproxy-'));
  two = await startTwoInstances();
}, 120_000);
afterAll(async () => {
  await two?.close();
  rmSync(directory, { recursive: true, force: true });
});

test('HAProxy takes deploy/haproxy.cfg, and replaces one instance after the other without a request that fails', async () => {
  const [plain = 0, secure = 0] = await findPorts(2);
  const [one = '', other = ''] = two.addresses;
  const file = join(directory, 'haproxy.cfg');
  writeFileSync(
    file,
    fillIn('haproxy.cfg', {
      '10.0.0.11:4000': one,
      '10.0.0.12:4000': other,
      'bind :80\n': `bind 127.0.0.1:${plain}\n`,
      'bind :443 ': `bind 127.0.0.1:${secure} `,
      'users.example.com': 'localhost',
      '/etc/haproxy/certs/users-management.pem': await createCertificate(directory),
    }),
  );
  const haproxy = programOf('haproxy');
  execFileSync(haproxy, ['-c', '-q', '-f', file], { stdio: 'inherit' });
  const running = await startProgram(haproxy, ['-db', '-f', file], secure);
  try {
    expect(await two.replaceUnderTraffic(`https://localhost:${secure}`)).toEqual([]);
  } finally {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
}, 240_000);
