import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { type DatabaseProxy, startProxy } from '../support/database-proxy.ts';
import { startPair } from '../support/standby.ts';
import { allOf, send } from './faults.ts';

// As long as a failover manager takes to believe it.
const UNNOTICED_MS = 3000;

/** A primary and a standby that confirms each commit, over a way that can be cut. */
export type Pair = {
  /** Leads to both. */
  databaseUrl: string;
  standbyUrl: string;
  /** Cuts off the primary from the standby, cancels commits that wait for it, then loses it for good, and at last promotes the standby. */
  failOver(): Promise<{ killed: number; promoting: number }>;
  stop(): Promise<void>;
};

export async function startSynchronousPair(directory: string): Promise<Pair> {
  const { primary, standby } = await startPair(directory);
  const [first, second] = [new URL(primary.connectionString), new URL(standby.connectionString)];
  const proxy = await startProxy({ host: first.hostname, port: Number(first.port) });
  await confirmCommits(primary.connectionString, standby.connectionString, proxy);
  const databaseUrl = `postgres://${first.username}:${first.password}@${first.host},${second.host}${first.pathname}?target_session_attrs=read-write`;
  return {
    databaseUrl,
    standbyUrl: standby.connectionString,
    async failOver() {
      await proxy.cut();
      await delay(UNNOTICED_MS / 2);
      // Ends the wait for the standby with a mere warning: what is acknowledged then is lost.
      await query(
        primary.connectionString,
        `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`,
      );
      await delay(UNNOTICED_MS / 2);
      const dataDirectory = join(directory, 'primary');
      const pids = await allOf({ dataDirectory, databaseUrl: primary.connectionString });
      const killed = performance.now();
      send(pids, 'SIGKILL');
      // So that it is not started again.
      renameSync(join(dataDirectory, 'postgres'), join(dataDirectory, 'lost'));
      await delay(UNNOTICED_MS);
      const promoting = performance.now();
      await query(standby.connectionString, 'select pg_promote()');
      return { killed, promoting };
    },
    async stop() {
      proxy.close();
      await Promise.all([primary.stop(), standby.stop()]);
    },
  };
}

async function confirmCommits(primaryUrl: string, standbyUrl: string, { port }: DatabaseProxy): Promise<void> {
  const { username, password } = new URL(primaryUrl);
  await query(
    standbyUrl,
    `alter system set primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'`,
  );
  await query(primaryUrl, `alter system set synchronous_standby_names = '*'`);
  for (const url of [standbyUrl, primaryUrl]) await query(url, 'select pg_reload_conf()');
  for (let isReady = false; !isReady; await delay(20)) {
    const [receiver] = await query(
      standbyUrl,
      `select from pg_stat_wal_receiver where conninfo like '%port=${port} %'`,
    );
    const [sender] = await query(primaryUrl, `select from pg_stat_replication where sync_state = 'sync'`);
    isReady = receiver !== undefined && sender !== undefined;
  }
}

/** A key of the whole workspace, which has one project. */
export async function prepareWorkspace(databaseUrl: string): Promise<string> {
  const db = connect(databaseUrl);
  const operator = { actor: OPERATOR, db };
  await createProject(operator, { name: 'Shop' });
  const { secret } = await createAccessKey(operator, { name: 'Faults', role: 'ADMINISTRATOR' });
  await db.destroy();
  return secret;
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}
