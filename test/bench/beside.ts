import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { bulkOf, chooseMembers, exportOf, sendBeside, setMode, undoBulk } from './background.ts';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import { asText, sendFlood } from './flood-process.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, requestOf, requestsOf } from './measure.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { align, asRatio } from './report.ts';
import { type BenchDatabase, withClient } from './seed.ts';

/** How people who are let in fared while something else went on. */
export type Beside = {
  beside: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  failures: number;
  /** How much of the other was done. */
  othersPerSecond: number;
};

/** Something that goes on until it is ended; then it tells how many a second were answered. */
type Other = { beside: string; mode: 'CLOSED' | 'APPROVAL'; begin(round: number): () => Promise<number> };

const CONNECTIONS = 16;
const STRANGERS_PER_SECOND = 1000;
const FLOOD_CONNECTIONS = 64;
const HEAD_START_MS = 1000;

const CHECK =
  'query ($environmentId: ID!, $sender: SenderInput!) { checkAccess(environmentId: $environmentId, sender: $sender) { allowed } }';
const REGISTER = `mutation ($environmentId: ID!, $sender: SenderInput!) {
  selfRegisterUser(input: { environmentId: $environmentId, sender: $sender }) { outcome decision { reason } userErrors { code } } }`;

/**
 * Checks of people who are let in, at half of what the service can do, beside 1,000 new strangers a second, bulks of 500 or exports, back
 * to back; in turns.
 */
export async function measureBeside(
  database: BenchDatabase,
  inputs: Inputs,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Beside[]> {
  const [ours] = CONTENDERS;
  const check = OPERATIONS.find(({ letter }) => letter === 'A');
  if (!ours || !check) throw new Error('Nothing to measure.');
  const members = await chooseMembers(database, inputs);
  const running = await start(ours, database);
  const measured: Beside[] = [];
  try {
    const others = othersOf(running, database, inputs, check, members);
    const senders = await listSenders(database, inputs);
    const next = requestsOf(running, check, check.variables({ ...inputs, senders }, []), database.seeded);
    const full = { connections: CONNECTIONS, seconds };
    await drive(running, next, full);
    const { requestsPerSecond: capacity } = await drive(running, next, full);
    const half = { ...full, requestsPerSecond: Math.round(capacity / 2) };
    for (let round = 0; round < rounds; round++) {
      for (const { beside, mode, begin } of round % 2 ? others : others.toReversed()) {
        await setMode(database, inputs, mode);
        const end = begin(round);
        await delay(HEAD_START_MS);
        const { requestsPerSecond, p50, p99, failures } = await drive(running, next, half);
        measured.push({ beside, requestsPerSecond, p50, p99, failures, othersPerSecond: await end() });
      }
    }
  } finally {
    await stop(running);
    await setMode(database, inputs, 'OPEN');
    await undoBulk(database, inputs, members);
    await withClient(database.connectionString, (db) => db.query('truncate access_requests'));
  }
  return [...Map.groupBy(measured, ({ beside }) => beside).values()].map(summarise).toReversed();
}

function othersOf(
  running: Running,
  database: BenchDatabase,
  inputs: Inputs,
  check: Operation,
  members: string[],
): Other[] {
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
  return [
    { beside: 'nothing', mode: 'CLOSED', begin: () => async () => 0 },
    { beside: 'strangers, denied (CLOSED)', mode: 'CLOSED', begin: flood([CHECK]) },
    { beside: 'strangers, asking (APPROVAL)', mode: 'APPROVAL', begin: flood([CHECK, REGISTER]) },
    { beside: 'bulks of 500', mode: 'CLOSED', begin: send(bulkOf(seeded, inputs, members)) },
    { beside: 'exports of all users', mode: 'CLOSED', begin: send(exportOf(seeded)) },
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

function summarise(rounds: readonly Beside[]): Beside {
  const of = (read: (round: Beside) => number) => median(rounds.map(read));
  return {
    beside: rounds[0]?.beside ?? '',
    requestsPerSecond: of((round) => round.requestsPerSecond),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    othersPerSecond: of((round) => round.othersPerSecond),
  };
}

export function toBesideTable(results: readonly Beside[]): string {
  const calm = results.find(({ beside }) => beside === 'nothing')?.p99 ?? Number.NaN;
  const rows = results.map(({ beside, requestsPerSecond, p50, p99, failures, othersPerSecond }) => [
    ...[beside, requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), asRatio(p99 / calm)],
    ...[String(failures), othersPerSecond.toFixed(othersPerSecond < 10 ? 2 : 0)],
  ]);
  return align([['beside', 'checks/s', 'p50 ms', 'p99 ms', 'to nothing', 'failures', 'of the other/s'], ...rows]);
}
