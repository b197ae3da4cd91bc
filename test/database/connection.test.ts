import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import {
  connect,
  connectForShortReads,
  type Db,
  type Reader,
  SERVER_ROLE,
  transact,
} from '../../src/database/engine/connection.ts';
import { createDatabase } from '../support/database.ts';
import { startProxy } from '../support/database-proxy.ts';

let url: string;
let owner: pg.Client;
const opened: Connection[] = [];

beforeAll(async () => {
  url = await createDatabase();
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
});
afterEach(() => Promise.all(opened.splice(0).map((db) => db.destroy())));
afterAll(() => owner.end());

const database = () => new URL(url).pathname.slice(1);

type Connection = Reader & Pick<Db, 'destroy'>;

/** Both kinds of connection that the server has. */
function openAll(connectionString: string): Connection[] {
  const options = { role: SERVER_ROLE };
  const all = [connect(connectionString, options), connectForShortReads(connectionString, options)];
  opened.push(...all);
  return all;
}

const SETTINGS = [
  'role',
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'work_mem',
  'parallel_setup_cost',
];
const AS_SERVER = [SERVER_ROLE, '1500ms', '1s', '10s', '32MB', '200000'];

async function settings(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ setting: string }>`
    select current_setting(name) as setting from unnest(${SETTINGS}::text[]) with ordinality as wanted (name, place) order by place`.execute(
    db,
  );
  return rows.map(({ setting }) => setting);
}

async function refusals(connectionString: string): Promise<{ name: string; message: string; code?: string }[]> {
  const asked = await Promise.allSettled(openAll(connectionString).map((db) => sql`select`.execute(db)));
  return asked.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : undefined));
}

test('whatever a caller waits for is bounded, and a migration is not', async () => {
  for (const db of openAll(url)) expect(await settings(db)).toEqual(AS_SERVER);
  const db = connect(url);
  opened.push(db);
  expect(await settings(db)).toEqual(['none', '0', '0', '0', '4MB', '1000']);
});

test.each([
  'options=-c statement_timeout=0',
  'options=-c%20lock_timeout%3D0%20-c%20role%3Dpostgres%20--role=postgres&application_name=mine',
  'statement_timeout=0&lock_timeout=0&idle_in_transaction_session_timeout=0',
])('a URL with ?%s does not change that', async (parameters) => {
  for (const db of openAll(`${url}?${parameters}`)) expect(await settings(db)).toEqual(AS_SERVER);
});

test('what the URL asks for beside that is heeded', async () => {
  for (const db of openAll(`${url}?options=-c%20work_mem%3D9MB&application_name=mine`)) {
    const { rows } =
      await sql`select current_setting('work_mem') as memory, current_setting('application_name') as name`.execute(db);
    expect(rows).toEqual([{ memory: '9MB', name: 'mine' }]);
  }
});

test('what is set for the database or the role does not change that, either', async () => {
  await owner.query(`alter database ${database()} set statement_timeout = 0`);
  await owner.query(`alter role postgres in database ${database()} set lock_timeout = 0`);
  await owner.query(`alter role postgres in database ${database()} set role = 'pg_monitor'`);
  for (const db of openAll(url)) expect(await settings(db)).toEqual(AS_SERVER);
  await owner.query(`alter role postgres in database ${database()} reset all`);
});

describe('a connection is refused, and what is wrong said in one line, when', () => {
  const through = async (ignores: string[]) => {
    const location = new URL(url);
    const proxy = await startProxy({ host: location.hostname, port: Number(location.port) }, { ignores });
    location.port = String(proxy.port);
    const told = await refusals(location.href);
    proxy.close();
    return told;
  };

  test('it works as another role', async () => {
    const told = await through(['options']);
    expect(told.map(({ message }) => message)).toEqual(
      Array(2).fill(expect.stringMatching(`^The connection works as postgres, not as ${SERVER_ROLE}\\. .*$`)),
    );
    expect(told.map(({ name }) => name)).toEqual(Array(2).fill('UnprovenConnectionError'));
  });

  test('it has not the time-outs', async () => {
    const told = await through(['statement_timeout', 'idle_in_transaction_session_timeout']);
    const message =
      /^The connection has statement_timeout = 0 ms, not 1500 ms, has idle_in_transaction_session_timeout = 0 ms, not 10000 ms\. .*$/;
    expect(told.map((error) => error.message)).toEqual(Array(2).fill(expect.stringMatching(message)));
  });

  test('its role has the rights of the tables’ owner', async () => {
    await owner.query(`create role tables_owner; grant tables_owner to ${SERVER_ROLE}`);
    await owner.query('alter table users owner to tables_owner');
    const told = await refusals(url);
    await owner.query(`alter table users owner to postgres; drop role tables_owner`);
    const message = `The connection works as ${SERVER_ROLE}, who has the rights of the tables' owner.`;
    expect(told.map((error) => error.message)).toEqual(Array(2).fill(expect.stringContaining(message)));
    expect(await refusals(url)).toEqual([undefined, undefined]);
  });
});

test('a connection to a read-only database is refused as one to a database that is away', async () => {
  await owner.query(`alter database ${database()} set default_transaction_read_only = on`);
  const told = await refusals(url);
  expect(told.map(({ name, code }) => [name, code])).toEqual(Array(2).fill(['ReadOnlyDatabaseError', '25006']));
  await owner.query(
    `set transaction_read_only = off; alter database ${database()} reset default_transaction_read_only`,
  );
  expect(await refusals(url)).toEqual([undefined, undefined]);
});

test('a connection that turns out to be read-only is not lent again', async () => {
  const db = connect(url, { role: SERVER_ROLE });
  opened.push(db);
  const backend = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid;
  const before = await backend();
  expect(await backend()).toBe(before);
  await sql`set default_transaction_read_only = on`.execute(db);
  await expect(sql`delete from users`.execute(db)).rejects.toMatchObject({ code: '25006' });
  expect(await backend()).not.toBe(before);
  await sql`delete from users`.execute(db);
});

test('on the shared connection a transaction or a write does not compile', () => {
  // Read by the type check alone: each line that did compile would be an error there.
  const wrong = (shortReads: Reader) => {
    // @ts-expect-error
    void transact(shortReads, async () => {});
    // @ts-expect-error
    void shortReads.transaction();
    // @ts-expect-error
    void shortReads.insertInto('projects');
    // @ts-expect-error
    void shortReads.updateTable('projects');
    // @ts-expect-error
    void shortReads.deleteFrom('projects');
    void shortReads.selectFrom('projects');
  };
  expect(wrong).toBeInstanceOf(Function);
});
