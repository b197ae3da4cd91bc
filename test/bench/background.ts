import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Running } from './contenders.ts';
import { endWithBench } from './end-with-bench.ts';
import type { Inputs } from './inputs.ts';
import { type BenchDatabase, type Seeded, withClient } from './seed.ts';

const SENDER = fileURLToPath(new URL('background-sender.ts', import.meta.url));

/** What goes on beside that which is measured: requests, one after the other. */
type Requests = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }[];

/** What was answered meanwhile, and how much of it badly. */
export type Answered = { answered: number; failed: number; bytes: number };

const ROWS = 500;
// Of newcomers. Each sender has some that nobody else takes.
const [FIRST, NUMBERS] = [5_000_000, 100_000];
let begun = 0;

/** Sends the requests in turns, with a pause after each, from a process of its own. Returns what ends it. */
export function sendBeside({ url }: Running, requests: Requests, pauseMs = 0): () => Promise<Answered> {
  const first = FIRST + NUMBERS * begun++;
  const sender = spawn(process.execPath, [SENDER, url, String(pauseMs), String(first)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  sender.stdin.end(JSON.stringify(requests));
  endWithBench(sender);
  const printed = text(sender.stdout);
  return async () => {
    const exited = once(sender, 'exit');
    sender.kill('SIGTERM');
    await exited;
    return JSON.parse(await printed);
  };
}

/** The file of all users. */
export function exportOf({ projectId, keys }: Seeded): Requests {
  return [
    { method: 'GET', path: `/projects/${projectId}/users.csv`, headers: { authorization: `Bearer ${keys.member}` } },
  ];
}

/** To create 500 users, to give an environment to 500 and to take it from them again. */
export function bulkOf(
  { projectId, keys }: Seeded,
  { environmentIds, alike }: Inputs,
  members: readonly string[],
): Requests {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const { firstName = 'Ana', lastName = 'Lima', domain = 'example.com' } = alike[at % alike.length] ?? {};
    return { phoneNumber: '+1999NNNNNNN', email: `newcomer.NNNNNNN@${domain}`, firstName, lastName, environmentIds };
  });
  const [other] = environmentIds;
  const ask = (field: string, input: object) => ({
    method: 'POST' as const,
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.member}` },
    body: JSON.stringify({
      query: `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) {
        ${field}(input: $input) { results { index outcome user { id version } userErrors { code message } } userErrors { code message } } }`,
      variables: { input: { projectId, ...input } },
    }),
  });
  return [
    ask('createUsers', { rows }),
    ask('updateUsers', { ids: members, addEnvironmentIds: [other] }),
    ask('updateUsers', { ids: members, removeEnvironmentIds: [other] }),
  ];
}

/** 500 users who may talk in production alone. */
export async function chooseMembers(database: BenchDatabase, { projectId, environmentId }: Inputs): Promise<string[]> {
  const { rows } = await withClient(database.connectionString, (db) =>
    db.query<{ id: string }>(
      `select user_id as id from user_environments where project_id = $1 group by user_id
       having array_agg(environment_id) = array[$2::uuid] order by md5(user_id::text) limit $3`,
      [projectId, environmentId, ROWS],
    ),
  );
  return rows.map(({ id }) => id);
}

/** Takes back what a bulk that was broken off left, and what the trail tells of it. */
export async function undoBulk(
  database: BenchDatabase,
  { projectId, environmentIds }: Inputs,
  members: readonly string[],
): Promise<void> {
  await withClient(database.connectionString, async (db) => {
    const [other] = environmentIds;
    await db.query(
      'delete from user_environments where project_id = $1 and environment_id = $2 and user_id = any($3)',
      [...[projectId, other, members]],
    );
    await db.query(
      `delete from audit_events where project_id = $1 and action = 'USER_UPDATED' and subject_id = any($2)`,
      [...[projectId, members]],
    );
  });
}

/** What the environment does with strangers from now on. Returns what it did with them before. */
export async function setMode(
  database: BenchDatabase,
  { projectId, environmentId }: Pick<Inputs, 'projectId' | 'environmentId'>,
  mode: string,
): Promise<string> {
  const { rows } = await withClient(database.connectionString, (db) =>
    db.query<{ mode: string }>(
      `update environments set self_registration = $3 where project_id = $1 and id = $2 returning old.self_registration as mode`,
      [projectId, environmentId, mode],
    ),
  );
  return rows[0]?.mode ?? mode;
}
