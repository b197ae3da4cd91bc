import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect, type Db, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { migrate } from '../../src/database/engine/migrate.ts';
import { createDatabase } from '../support/database.ts';

let db: Db;
let owner: pg.Client;
let database: string;

beforeAll(async () => {
  const connectionString = await createDatabase();
  db = connect(connectionString);
  owner = new pg.Client({ connectionString });
  await owner.connect();
  database = new URL(connectionString).pathname.slice(1);
});
afterAll(() => Promise.all([db.destroy(), owner.end()]));

// As a restore without them leaves it, and more.
beforeEach(() =>
  owner.query(`
    revoke all on all tables in schema public from ${SERVER_ROLE};
    revoke all on schema public from public, ${SERVER_ROLE};
    revoke all on database ${database} from public, ${SERVER_ROLE};
    revoke execute on all functions in schema public from public, ${SERVER_ROLE}`),
);

const ROWS = ['select', 'insert', 'update', 'delete'];
const RIGHTS = {
  access_key_environments: ROWS,
  access_keys: ROWS,
  access_requests: ROWS,
  audit_events: ['select', 'insert'],
  blocked_senders: ROWS,
  channel_identities: ROWS,
  environments: ROWS,
  idempotency_keys: ROWS,
  invitations: ROWS,
  kysely_migration: ['select'],
  project_members: ROWS,
  projects: ROWS,
  seen_users: ROWS,
  shared_charges: ROWS,
  sightings: ROWS,
  user_environments: ROWS,
  user_rewrites: ['select', 'update'],
  users: ROWS,
};

/** What the server's role may do with each table, or with a column of it. */
async function readRights(): Promise<Record<string, string[]>> {
  const { rows } = await owner.query(
    `select relname, array_agg(privilege order by place) as privileges from pg_class
     cross join unnest($2::text[]) with ordinality as wanted (privilege, place)
     where relnamespace = 'public'::regnamespace and relkind = 'r' and (has_table_privilege($1, oid, privilege)
       or (privilege = any('{select,insert,update,references}') and has_any_column_privilege($1, oid, privilege)))
     group by relname order by relname`,
    [SERVER_ROLE, [...ROWS, 'truncate', 'references', 'trigger', 'maintain', 'select with grant option']],
  );
  return Object.fromEntries(rows.map(({ relname, privileges }) => [relname, privileges]));
}

async function readSurroundings(): Promise<Record<string, boolean>> {
  const { rows } = await owner.query(
    `select has_database_privilege($1, current_database(), 'connect') as connect,
       has_database_privilege($1, current_database(), 'temporary') as temporary,
       has_schema_privilege($1, 'public', 'usage') as usage,
       has_schema_privilege($1, 'public', 'create') as create,
       (select bool_and(has_function_privilege($1, oid, 'execute')) from pg_proc where proname ~ '^search_') as search`,
    [SERVER_ROLE],
  );
  return rows[0];
}

const SURROUNDINGS = { connect: true, temporary: false, usage: true, create: false, search: true };

test('a start grants what was revoked, however many start at once', async () => {
  expect(await readRights()).toEqual({});
  await Promise.all([migrate(db), migrate(db), migrate(db)]);
  expect(await readRights()).toEqual(RIGHTS);
  expect(await readSurroundings()).toEqual(SURROUNDINGS);
});

test('a start revokes what is too much', async () => {
  await owner.query(`
    grant all on all tables in schema public to ${SERVER_ROLE};
    grant select on users to ${SERVER_ROLE} with grant option;
    grant update (action), references (id) on audit_events to ${SERVER_ROLE};
    grant all on database ${database} to public; grant temporary on database ${database} to ${SERVER_ROLE};
    grant all on schema public to public; grant create on schema public to ${SERVER_ROLE}`);
  await migrate(db);
  expect(await readRights()).toEqual(RIGHTS);
  expect(await readSurroundings()).toEqual(SURROUNDINGS);
});

test('a start that finds the rights as they should be changes nothing: statements keep their plans', async () => {
  await migrate(db);
  const versions = `select xmin, oid from pg_class where relnamespace = 'public'::regnamespace
    union all select xmin, oid from pg_namespace
    union all select xmin, oid from pg_database where datname = current_database() order by oid`;
  const before = (await owner.query(versions)).rows;
  await migrate(db);
  expect((await owner.query(versions)).rows).toEqual(before);
});

test('who owns the tables alone is told what the owner of the database and the schema must run', async () => {
  await migrate(db);
  await owner.query(`
    create role tables_keeper login password 'keeper' in role ${SERVER_ROLE};
    grant all on schema public to public; grant temporary on database ${database} to public`);
  await owner.query(`do $$ declare t text; begin
    for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('alter table %I owner to tables_keeper', t); end loop; end $$`);
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  Object.assign(url, { username: 'tables_keeper', password: 'keeper', pathname: database });
  const keeper = connect(url.href);
  const events: string[] = [];
  await migrate(keeper, (event) => events.push(event));
  await keeper.destroy();
  await owner.query(
    'reassign owned by tables_keeper to postgres; drop owned by tables_keeper; drop role tables_keeper',
  );
  expect(events).toEqual([
    expect.stringMatching(`owner .* runs: revoke temporary on database ${database} from public, ${SERVER_ROLE}$`),
    expect.stringMatching(`owner .* runs: revoke create on schema public from public, ${SERVER_ROLE}$`),
  ]);
});
