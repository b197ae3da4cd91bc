import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ENVIRONMENT } from '../support/service-process.ts';

const ROOT = join(import.meta.dirname, '../..');
// All that a start needs, but the built page.
const SOURCES = [
  'package.json',
  'package-lock.json',
  'lingui.config.ts',
  'tsconfig.json',
  'schema',
  'migrations',
  'src',
];

// Who is left is told by /proc; a signal means the same on other systems.
const onLinux = process.platform === 'linux' ? test : test.skip;

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'users-management-start-'));
  for (const name of SOURCES) cpSync(join(ROOT, name), join(directory, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
});
afterAll(() => {
  for (const pid of processesIn(directory)) process.kill(pid, 'SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

onLinux('SIGTERM to npm start ends all there is, with 0: the build of the page', async () => {
  const { child, wrote } = startNpm();
  await wrote('Building the page');
  child.kill('SIGTERM');
  expect([await codeOf(child), processesIn(directory)]).toEqual([0, []]);
});

onLinux('a PostgreSQL that is just being created or started', async () => {
  cpSync(join(ROOT, 'dist'), join(directory, 'dist'), { recursive: true });
  const { child } = startNpm();
  while (!tableOf(directory).some(([, program = '']) => /(initdb|postgres)$/.test(program)));
  child.kill('SIGTERM');
  expect([await codeOf(child), processesIn(directory)]).toEqual([0, []]);
});

onLinux('the service and its PostgreSQL, also when it is sent twice; the next start finds all in order', async () => {
  for (const _ of ['first', 'next']) {
    const { child, wrote, output } = startNpm();
    await wrote('Users Management is up.');
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    expect([await codeOf(child), processesIn(directory)]).toEqual([0, []]);
    expect(output()).not.toMatch(/left behind|unexpectedly|"fault"|Error/);
  }
});

function startNpm() {
  const { PATH, NODE_COMPILE_CACHE } = ENVIRONMENT;
  const environment = { PATH, NODE_COMPILE_CACHE, HOME: directory, PORT: '0', LOG_LEVEL: 'error' };
  const child = spawn('npm', ['start'], { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const wrote = async (words: string) => {
    while (!text.includes(words)) {
      if (child.exitCode !== null) throw new Error(`npm ended: ${text}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  };
  return { child, wrote, output: () => text };
}

async function codeOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}

/** Those that run in the folder. */
function processesIn(folder: string): number[] {
  return tableOf(folder).map(([pid]) => Number(pid));
}

function tableOf(folder: string): string[][] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).trim().split('\n');
  return table
    .map((row) => row.trim().split(/\s+/))
    .filter(([pid]) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      } catch {
        return false;
      }
    });
}
