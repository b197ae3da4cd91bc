import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/postgres/embedded.ts';
import { openEmbeddedDatabase } from '../../src/postgres/open.ts';

const MODULE = fileURLToPath(new URL('../../src/postgres/embedded.ts', import.meta.url));
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const CLOSED = isRoot && process.platform !== 'linux' ? 0o711 : 0o700;

// Whom no folder belongs to, unless it is ourselves; and who may not even read the program where it stands in root's home.
const runAsStranger = (words: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, words, {
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    cwd: '/',
    env,
    encoding: 'utf8',
  });
const canRunAsStranger = process.platform !== 'win32' && runAsStranger(['--check', MAIN]).status === 0;

let dataDirectory: string;
let database: EmbeddedDatabase | undefined;
let other: ChildProcess | undefined;

beforeAll(() => {
  dataDirectory = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-test-')));
});

afterEach(async () => {
  await database?.stop();
  database = undefined;
  other?.kill('SIGKILL');
  other = undefined;
});

afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('starts from nothing, in UTF-8 whatever the locale of the caller', async () => {
    other = await startElsewhere({ LC_ALL: 'C', LANG: 'C' });
    other.kill('SIGTERM');
    await once(other, 'exit');
    expect(other.exitCode).toBe(0);

    await start();
    const [row] =
      await query(`select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int / 10000 as major,
      current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, lower('ÀЖ') as lower, 'é' ~ '[[:alpha:]]' as letter`);
    expect(row).toEqual({ encoding: 'UTF8', major: 18, checksums: 'on', fsync: 'on', lower: 'àж', letter: true });
    await query('create table kept (value text)');
  });

  it('keeps its password to itself and refuses a wrong one', async () => {
    await start();
    expect(statSync(join(dataDirectory, 'postgres.password')).mode & 0o777).toBe(0o600);
    const url = new URL(database?.connectionString ?? '');
    url.password = 'wrong';
    await expect(query('select 1', url.href)).rejects.toMatchObject({ code: '28P01' });
  });

  it('leaves no process behind when stopped, and keeps what was written for the second start', async () => {
    await start();
    await query("insert into kept values ('before the stop')");
    const pid = postmasterPid();
    await database?.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(readdirSync(dataDirectory)).not.toContain('service.lock');
    await start();
    expect(await query('select value from kept')).toContainEqual({ value: 'before the stop' });
  });

  it('starts a killed PostgreSQL again at the same address, with every acknowledged write', async () => {
    const events: string[] = [];
    await start((message) => events.push(message));
    await query("insert into kept values ('before the kill')");
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await eventually(async () =>
      expect(await query('select value from kept')).toContainEqual({ value: 'before the kill' }),
    );
    expect(postmasterPid()).not.toBe(pid);
    expect(events[0]).toMatch(/^PostgreSQL ended unexpectedly \(SIGKILL\)/);
  });

  it('takes over from a process that was killed', async () => {
    other = await startElsewhere();
    const orphan = postmasterPid();
    other.kill('SIGKILL');
    await once(other, 'exit');

    const events: string[] = [];
    await start((message) => events.push(message));
    expect(events[0]).toMatch(`Stopping PostgreSQL ${orphan}`);
    expect(postmasterPid()).not.toBe(orphan);
    expect(await query('select value from kept')).toContainEqual({ value: 'before the kill' });
  });

  it('refuses a data directory that a live instance owns, but lets a command use its database, and leaves it running', async () => {
    other = await startElsewhere();
    const pid = postmasterPid();
    await expect(startEmbeddedDatabase(dataDirectory)).rejects.toThrow(
      `in use by another instance of this service (process ${other.pid})`,
    );
    expect(() => process.kill(pid, 0)).not.toThrow();
    database = await openEmbeddedDatabase(dataDirectory);
    expect(await query('select value from kept')).toContainEqual({ value: 'before the kill' });
    await database.stop();
    expect(postmasterPid()).toBe(pid);
    expect(() => process.kill(pid, 0)).not.toThrow();
    other.kill('SIGTERM');
    await once(other, 'exit');
  });

  it('lets a command wait for an instance that is just starting', async () => {
    const starting = startElsewhere();
    await eventually(async () => expect(readdirSync(dataDirectory)).toContain('service.lock'));
    database = await openEmbeddedDatabase(dataDirectory);
    other = await starting;
    expect(await query('select value from kept')).toContainEqual({ value: 'before the kill' });
    other.kill('SIGTERM');
    await once(other, 'exit');
  });

  it('is started for a command where no instance runs, and stopped when the last command has left', async () => {
    const waits = Promise.withResolvers<string>();
    database = await openEmbeddedDatabase(dataDirectory, { onEvent: waits.resolve });
    const pid = postmasterPid();
    const joined = await openEmbeddedDatabase(dataDirectory);
    const client = new Client({ connectionString: joined.connectionString });
    await client.connect();

    const stopped = database.stop();
    expect(await waits.promise).toBe('Waiting for another command to finish with the database');
    expect((await client.query('select 1 as alive')).rows).toEqual([{ alive: 1 }]);
    await client.end();
    await stopped;
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('closes its folder to others, one that was open before too, and runs in it as before', async () => {
    chmodSync(dataDirectory, 0o755);
    await start();
    expect(statSync(dataDirectory).mode & 0o777).toBe(CLOSED);
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await eventually(async () =>
      expect(await query('select value from kept')).toContainEqual({ value: 'before the kill' }),
    );
    expect(postmasterPid()).not.toBe(pid);
  });

  it('does not close a folder that others use, but says what to do', async () => {
    const shared = join(dataDirectory, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o755);
    mkdirSync(join(shared, 'of-others'));
    await expect(startEmbeddedDatabase(shared)).rejects.toThrow(/^DATA_DIR .*shared .*close it by chmod 700\.$/);
    expect(statSync(shared).mode & 0o777).toBe(0o755);
  });

  it('is a line where no folder can be, in a file or where the system lets nobody make one', async () => {
    const file = join(dataDirectory, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below'), ...(process.platform === 'linux' ? ['/proc/nowhere/below'] : [])]) {
      await expect(startEmbeddedDatabase(path)).rejects.toThrow(
        /^DATA_DIR .* cannot be used as a folder: .*E[A-Z]+: [^\n]*$/,
      );
    }
  });

  (canRunAsStranger ? it : it.skip)("refuses somebody else's folder in one line", () => {
    const { status, stderr } = runAsStranger([MAIN], { DATA_DIR: '/usr', PORT: '0' });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^DATA_DIR \/usr .* belongs to user 0, .*as its owner.*\n$/),
    ]);
  });

  it('makes a folder that only its owner may enter, whatever the umask, and works below such a one', async () => {
    const closed = mkdtempSync(join(homedir(), '.embedded-test-'));
    chmodSync(closed, 0o700);
    const created = join(closed, 'deeper', 'created');
    const umask = process.umask(0);
    try {
      database = await startEmbeddedDatabase(created).finally(() => process.umask(umask));
      expect(statSync(created).mode & 0o777).toBe(CLOSED);
      await query('create table visits (number int)');
      await database.stop();
      database = await startEmbeddedDatabase(created);
      expect(await query('select number from visits')).toEqual([]);
      await database.stop();
    } finally {
      rmSync(closed, { recursive: true, force: true });
    }
  });
});

async function start(onEvent?: (message: string) => void): Promise<void> {
  database = await startEmbeddedDatabase(dataDirectory, { onEvent });
}

async function startElsewhere(environment: Record<string, string> = {}): Promise<ChildProcess> {
  const program = `
    const { startEmbeddedDatabase } = await import(${JSON.stringify(MODULE)});
    const database = await startEmbeddedDatabase(${JSON.stringify(dataDirectory)});
    process.on('SIGTERM', () => database.stop());
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { PATH: '/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  other = child;
  const outcome = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(String(outcome[0])).toBe('ready\n');
  return child;
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

async function query(text: string, connectionString = database?.connectionString): Promise<object[]> {
  const client = new Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 20_000; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
