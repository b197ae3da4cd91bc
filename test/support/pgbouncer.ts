import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findPorts, programOf } from './programs.ts';

export type PgBouncer = { port: number; version: string; log(): string; stop(): Promise<void> };

/** PgBouncer in transaction mode, in front of the server of a URL. `users` are those that it knows, by name, with their passwords. */
export async function startPgBouncer(
  url: string,
  users: Record<string, string>,
  settings: Record<string, string | number> = {},
): Promise<PgBouncer> {
  const program = programOf('pgbouncer');
  const { hostname, port: serverPort } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'users-management-pgbouncer-'));
  const [ini, list, log] = [join(folder, 'pgbouncer.ini'), join(folder, 'users.txt'), join(folder, 'pgbouncer.log')];
  const [port = 0] = await findPorts(1);
  const all = {
    ...{ listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '', logfile: log },
    ...{ pool_mode: 'transaction', auth_type: 'scram-sha-256', auth_file: list, default_pool_size: 6, ...settings },
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(ini, `[databases]\n* = host=${hostname} port=${serverPort}\n[pgbouncer]\n${lines.join('\n')}\n`);
  writeFileSync(
    list,
    Object.entries(users)
      .map(([name, password]) => `"${name}" "${password}"\n`)
      .join(''),
  );
  writeFileSync(log, '');
  const account = unprivileged();
  for (const path of [folder, ini, list, log]) if (account) chownSync(path, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const child = spawn(program, [ini], { ...account, cwd: '/', stdio: 'ignore' });
  const exited = once(child, 'exit');
  const read = () => readFileSync(log, 'utf8');
  await untilUp(port, () => (child.exitCode === null ? undefined : read()));
  return {
    port,
    version: /[\d.]+/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '',
    log: read,
    async stop() {
      child.kill('SIGQUIT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As root, PgBouncer does not run. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, , uid = '65534', gid = '65534'] =
    /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function untilUp(port: number, ended: () => string | undefined): Promise<void> {
  for (const end = Date.now() + 10_000; ; await delay(20)) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'nobody-here',
      database: 'pgbouncer',
      password: 'x',
    });
    client.on('error', () => {});
    const told = await client.connect().then(
      () => '',
      (error: Error & { code?: string }) => error.code,
    );
    await client.end().catch(() => {});
    if (told !== 'ECONNREFUSED') return;
    const log = ended();
    if (log !== undefined || Date.now() > end)
      throw new Error(`PgBouncer did not start: ${log ?? 'it does not answer'}`);
  }
}
