import type pg from 'pg';
import { bulkOf, chooseMembers, exportOf, sendBeside, setMode, undoBulk } from './background.ts';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import { type Disturbance, type Disturbed, measureDisturbed, noOthers, toDisturbedTable } from './disturbed.ts';
import { asText, sendFlood } from './flood-process.ts';
import type { Inputs } from './inputs.ts';
import { requestOf, requestsOf } from './measure.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { type BenchDatabase, withClient } from './seed.ts';

const STRANGERS_PER_SECOND = 1000;
const FLOOD_CONNECTIONS = 64;

const CHECK =
  'query ($environmentId: ID!, $sender: SenderInput!) { checkAccess(environmentId: $environmentId, sender: $sender) { allowed } }';
const REGISTER = `mutation ($environmentId: ID!, $sender: SenderInput!) {
  selfRegisterUser(input: { environmentId: $environmentId, sender: $sender }) { outcome decision { reason } userErrors { code } } }`;

/**
 * Checks of people who are let in, at half of what the service can do, beside 1,000 new strangers a second, bulks of 500 or exports, back
 * to back.
 */
export async function measureBeside(
  database: BenchDatabase,
  inputs: Inputs,
  options: { rounds: number; seconds: number },
): Promise<Disturbed[]> {
  const [ours] = CONTENDERS;
  const check = OPERATIONS.find(({ letter }) => letter === 'A');
  if (!ours || !check) throw new Error('Nothing to measure.');
  const members = await chooseMembers(database, inputs);
  const running = await start(ours, database);
  try {
    const others = othersOf(running, database, inputs, check, members);
    const senders = await listSenders(database, inputs);
    const next = requestsOf(running, check, check.variables({ ...inputs, senders }, []), database.seeded);
    return await measureDisturbed(running, next, others, options);
  } finally {
    await stop(running);
    await setMode(database, inputs, 'OPEN');
    await undoBulk(database, inputs, members);
    await withClient(database.connectionString, (db) => db.query('truncate access_requests'));
  }
}

function othersOf(
  running: Running,
  database: BenchDatabase,
  inputs: Inputs,
  check: Operation,
  members: string[],
): Disturbance[] {
  const { seeded } = database;
  // What a gateway sends for each stranger.
  const flood = (documents: string[]) => (round: number) => {
    const sender = { channel: 'WHATSAPP', phoneNumber: `1${700 + round}NNNNNNN` };
    const requests = documents.map((document) =>
      asText(requestOf(running, { ...check, document }, { environmentId: inputs.environmentId, sender }, seeded)),
    );
    const requestsPerSecond = STRANGERS_PER_SECOND * documents.length;
    const end = sendFlood(running.url, requests, { connections: FLOOD_CONNECTIONS, requestsPerSecond });
    return async () => (await end()) / documents.length;
  };
  const send = (requests: Parameters<typeof sendBeside>[1]) => () => {
    const began = performance.now();
    const end = sendBeside(running, requests);
    return async () => {
      const { answered, failed } = await end();
      return (answered - failed) / ((performance.now() - began) / 1000);
    };
  };
  const where = (mode: 'CLOSED' | 'APPROVAL', begin: Disturbance['begin']) => async (round: number) => {
    await setMode(database, inputs, mode);
    return begin(round);
  };
  return [
    { name: 'nothing', begin: where('CLOSED', noOthers) },
    { name: 'strangers, denied (CLOSED)', begin: where('CLOSED', flood([CHECK])) },
    { name: 'strangers, asking (APPROVAL)', begin: where('APPROVAL', flood([CHECK, REGISTER])) },
    { name: 'bulks of 500', begin: where('CLOSED', send(bulkOf(seeded, inputs, members))) },
    { name: 'exports of all users', begin: where('CLOSED', send(exportOf(seeded))) },
  ];
}

async function listSenders(database: BenchDatabase, { projectId, environmentId }: Inputs): Promise<Inputs['senders']> {
  const { rows } = await withClient(database.connectionString, (db: pg.Client) =>
    db.query<{ phone: string }>(
      `select phone_number as phone from users u join user_environments m on m.project_id = u.project_id and m.user_id = u.id
       where u.project_id = $1 and m.environment_id = $2 and phone_number is not null order by md5(id::text) limit 3000`,
      [projectId, environmentId],
    ),
  );
  return rows.map(({ phone }) => ({ channel: 'WHATSAPP', phoneNumber: phone.slice(1) }));
}

export function toBesideTable(results: readonly Disturbed[]): string {
  return toDisturbedTable(results, ['beside', 'of the other/s']);
}
