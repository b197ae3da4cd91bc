import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseProxy } from '../support/database-proxy.ts';

/** What the faults are done to. */
export type Scene = { dataDirectory: string; databaseUrl: string; proxy: DatabaseProxy };

/** Does its worst and, at the end, undoes it. */
export type Fault = { name: string; through: 'embedded' | 'proxy'; run(scene: Scene): Promise<void> };

const APPLICATION = 'users-management';

export const DATABASE_FAULTS: Fault[] = [
  {
    name: 'PostgreSQL restarts',
    through: 'embedded',
    run: (scene) => strike(scene, postmaster(scene), 'SIGINT'),
  },
  {
    name: 'PostgreSQL is killed',
    through: 'embedded',
    run: async (scene) => strike(scene, await allOf(scene), 'SIGKILL'),
  },
  {
    name: 'one backend is killed',
    through: 'embedded',
    run: async (scene) => strike(scene, (await backends(scene)).slice(0, 1), 'SIGKILL'),
  },
  {
    name: 'all connections are terminated',
    through: 'embedded',
    run: (scene) =>
      withClient(scene, async (client) => {
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
          APPLICATION,
        ]);
      }),
  },
  {
    name: 'PostgreSQL is frozen for 8 s',
    through: 'embedded',
    async run(scene) {
      const all = await allOf(scene);
      send(all, 'SIGSTOP');
      await delay(8000);
      send(all, 'SIGCONT');
    },
  },
  {
    name: 'PostgreSQL is gone for 6 s',
    through: 'proxy',
    async run({ proxy }) {
      await proxy.cut();
      await delay(6000);
      await proxy.restore();
    },
  },
  { name: 'no connection is left', through: 'embedded', run: exhaustConnections },
  {
    name: 'a table is locked for 3 s',
    through: 'embedded',
    run: (scene) =>
      withClient(scene, async (client) => {
        await client.query('begin; lock table users in access exclusive mode');
        await delay(3000);
        await client.query('rollback');
      }),
  },
  { name: 'serialization fails (40001)', through: 'embedded', run: (scene) => failInserts(scene, '40001') },
  { name: 'deadlocks (40P01)', through: 'embedded', run: (scene) => failInserts(scene, '40P01') },
];

/** Over when PostgreSQL, which ends or starts afresh by this, takes connections again. */
async function strike(scene: Scene, pids: number[], name: NodeJS.Signals): Promise<void> {
  send(pids, name);
  const end = Date.now() + 20_000;
  for (let refused = false; Date.now() < end; await delay(5)) {
    const isUp = await withClient(scene, async () => {}).then(
      () => true,
      () => false,
    );
    if (isUp && refused) return;
    refused ||= !isUp;
  }
}

async function exhaustConnections(scene: Scene): Promise<void> {
  const held: pg.Client[] = [];
  const takeAll = async () => {
    for (let failures = 0; failures < 3; ) {
      const next = new pg.Client({ connectionString: scene.databaseUrl });
      next.on('error', () => {});
      await next.connect().then(
        () => held.push(next),
        () => {
          failures += 1;
        },
      );
    }
  };
  await takeAll();
  // The service keeps what it has, so that is taken from it.
  await held[0]?.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    APPLICATION,
  ]);
  await takeAll();
  await delay(3000);
  await Promise.all(held.map((client) => client.end()));
}

/** Half of all inserts fail for three seconds, as they do in a busy database. */
async function failInserts(scene: Scene, code: string): Promise<void> {
  await withClient(scene, async (client) => {
    await client.query(`create function fail_sometimes() returns trigger language plpgsql as $$
      begin if random() < 0.5 then raise exception 'injected' using errcode = '${code}'; end if; return new; end $$`);
    await client.query(
      'create trigger users__fail before insert on users for each row execute function fail_sometimes()',
    );
    await delay(3000);
    await client.query('drop function fail_sometimes cascade');
  });
}

async function withClient(
  scene: Pick<Scene, 'databaseUrl'>,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: scene.databaseUrl });
  client.on('error', () => {});
  await client.connect();
  await work(client).finally(() => client.end());
}

/** The processes of PostgreSQL that matter to the service. */
export async function allOf(scene: Pick<Scene, 'dataDirectory' | 'databaseUrl'>): Promise<number[]> {
  return [...postmaster(scene), ...(await backends(scene))];
}

async function backends(scene: Pick<Scene, 'databaseUrl'>): Promise<number[]> {
  const pids: number[] = [];
  await withClient(scene, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where application_name = $1',
      [APPLICATION],
    );
    pids.push(...rows.map(({ pid }) => pid));
  });
  return pids;
}

function postmaster({ dataDirectory }: Pick<Scene, 'dataDirectory'>): number[] {
  return [Number(readFileSync(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0])];
}

export function send(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
