import { setTimeout as delay } from 'node:timers/promises';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, type Request, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align, asRatio } from './report.ts';
import { type BenchDatabase, databaseOf, query, withClient, withDatabase } from './seed.ts';

/** What went on beside the checks, how long until nothing of it was left, and how the checks fared. */
export type Removal = { what: string; rows: number; minutes: number; p50: number; p99: number; failures: number };

const SCRATCH = 'bench_removals';
const KEYS_PER_USER = 10;
const CONNECTIONS = 16;
const STRETCH_SECONDS = 10;

type Small = { projectId: string; environmentId: string; inputs: Inputs };

/**
 * An environment of all users, then their whole project and old idempotency keys go, while somebody else's senders are checked at
 * half of what the service can do. All in a copy of the database.
 */
export async function measureRemovals(database: BenchDatabase, inputs: Inputs, users: number): Promise<Removal[]> {
  const { seeded } = database;
  const maintenance = withDatabase(database.connectionString, 'postgres');
  const connectionString = withDatabase(database.connectionString, SCRATCH);
  await query(maintenance, `drop database if exists ${SCRATCH} with (force)`);
  await query(maintenance, `create database ${SCRATCH} template ${databaseOf(database.connectionString)}`);
  let running: Running | undefined;
  try {
    const small = await chooseSmall(connectionString, seeded.projectId, inputs);
    const environmentId = await addEnvironmentOfAll(connectionString, seeded.projectId);
    const keys = await makeWorkspaceKeys(connectionString);
    const [ours] = CONTENDERS;
    const operation = OPERATIONS.find(({ letter }) => letter === 'A');
    if (!ours || !operation) throw new Error('Nothing to measure.');
    running = await start(ours, { ...database, connectionString });
    const next = requestsOf(running, operation, operation.variables(small.inputs, []), { ...seeded, keys });
    await drive(running, next, { connections: CONNECTIONS, seconds: STRETCH_SECONDS });
    const { requestsPerSecond: capacity } = await drive(running, next, {
      connections: CONNECTIONS,
      seconds: STRETCH_SECONDS,
    });
    const check = checker(running, next, Math.round(capacity / 2));
    const count = (rows: string) => countRows(connectionString, rows);
    const { url } = running;
    const mutate = (field: string, id: string) => () => post(url, keys.administrator, field, id);

    const memberships = `user_environments where environment_id = '${environmentId}'`;
    const project = `users where project_id = '${seeded.projectId}'`;
    const results = [
      await check(
        'nothing',
        0,
        async () => {},
        async () => 0,
      ),
      await check('an environment of all users', users, mutate('deleteEnvironment', environmentId), () =>
        count(memberships),
      ),
      await check('the project', users, mutate('deleteProject', seeded.projectId), () => count(project)),
    ];
    // The service looks for them once a minute.
    const old = await addOldKeys(connectionString, small.projectId, users * KEYS_PER_USER);
    results.push(
      await check(
        'old idempotency keys',
        old,
        async () => {},
        () => count('idempotency_keys'),
      ),
    );
    return results;
  } finally {
    if (running) await stop(running);
    await query(maintenance, `drop database if exists ${SCRATCH} with (force)`);
  }
}

function checker(running: Running, next: () => Request, requestsPerSecond: number) {
  return async (
    what: string,
    rows: number,
    begin: () => Promise<void>,
    left: () => Promise<number>,
  ): Promise<Removal> => {
    const began = performance.now();
    const rounds = [];
    const begun = begin();
    do {
      rounds.push(
        await drive(running, next, { connections: CONNECTIONS, seconds: STRETCH_SECONDS, requestsPerSecond }),
      );
    } while ((await left()) > 0);
    await begun;
    const minutes = (performance.now() - began) / 60_000;
    const failures = rounds.reduce((sum, round) => sum + round.failures, 0);
    console.error(`${what}: ${minutes.toFixed(1)} minutes`);
    // Of all stretches of ten seconds the middle one, and the worst one's p99.
    return {
      what,
      rows,
      minutes,
      p50: median(rounds.map(({ p50 }) => p50)),
      p99: Math.max(...rounds.map(({ p99 }) => p99)),
      failures,
    };
  };
}

async function chooseSmall(connectionString: string, largest: string, inputs: Inputs): Promise<Small> {
  return withClient(connectionString, async (db) => {
    const { rows: projects } = await db.query(
      `select e.project_id, e.id from environments e where e.project_id <> $1 and e.type = 'PRODUCTION' order by e.project_id limit 1`,
      [largest],
    );
    const { project_id: projectId, id: environmentId } = projects[0];
    const { rows } = await db.query(
      'select phone_number from users where project_id = $1 and phone_number is not null order by id',
      [projectId],
    );
    const senders = rows.map(({ phone_number }) => ({ channel: 'WHATSAPP', phoneNumber: phone_number.slice(1) }));
    return { projectId, environmentId, inputs: { ...inputs, projectId, environmentId, senders } as Inputs };
  });
}

async function addEnvironmentOfAll(connectionString: string, projectId: string): Promise<string> {
  const { id } = await query<{ id: string }>(
    connectionString,
    `with added as (
       insert into environments (project_id, id, name, type, self_registration)
       values ('${projectId}', gen_random_uuid(), 'Everybody', 'DEVELOPMENT', 'CLOSED') returning id
     ), members as (
       insert into user_environments (project_id, environment_id, user_id)
       select '${projectId}', added.id, users.id from added, users where users.project_id = '${projectId}'
     ) select id from added`,
  );
  await query(connectionString, 'vacuum analyze user_environments');
  return id;
}

async function addOldKeys(connectionString: string, projectId: string, count: number): Promise<number> {
  await query(
    connectionString,
    `insert into idempotency_keys (project_id, key_hash, input_hash, user_id, created_at)
     select '${projectId}', sha256(n::text::bytea), sha256(n::text::bytea), null, now() - interval '2 days' + n * interval '1 ms'
     from generate_series(1, ${count}) n`,
  );
  return count;
}

async function makeWorkspaceKeys(connectionString: string) {
  const db = connect(connectionString, { role: SERVER_ROLE });
  const make = async (role: 'GATEWAY' | 'ADMINISTRATOR') =>
    (await createAccessKey({ actor: OPERATOR, db }, { name: `bench ${role}`, role })).secret;
  try {
    const [gateway, administrator] = [await make('GATEWAY'), await make('ADMINISTRATOR')];
    return { gateway, administrator, member: administrator };
  } finally {
    await db.destroy();
  }
}

async function countRows(connectionString: string, rows: string): Promise<number> {
  const { count } = await query<{ count: number }>(
    connectionString,
    `select count(*)::int as count from (select from ${rows} limit 1) as found`,
  );
  return count;
}

// Its caller may be told to ask again: what was begun goes on where it is.
async function post(url: string, secret: string, field: string, id: string): Promise<void> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { userErrors { message } } }`;
  for (;;) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query, variables: { input: { id } } }),
    });
    const { data, errors } = await response.json();
    if (data?.[field].userErrors.length > 0) throw new Error(data[field].userErrors[0].message);
    if (!errors) return;
    if (response.status !== 503) throw new Error(errors[0].message);
    await delay(1000);
  }
}

export function toRemovalsTable(results: readonly Removal[]): string {
  const calm = results[0]?.p99 ?? Number.NaN;
  const rows = results.map(({ what, rows, minutes, p50, p99, failures }) => [
    ...[what, String(rows), minutes.toFixed(1), p50.toFixed(1), p99.toFixed(1), asRatio(p99 / calm), String(failures)],
  ]);
  return align([['what goes', 'rows', 'minutes', 'p50 ms', 'worst p99 ms', 'to none', 'failures'], ...rows]);
}
