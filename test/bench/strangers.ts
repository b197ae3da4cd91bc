import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { CONTENDERS, start, stop } from './contenders.ts';
import { asText, sendFlood } from './flood-process.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, requestOf, requestsOf } from './measure.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { align, asRatio } from './report.ts';
import { type BenchDatabase, withClient } from './seed.ts';

/** How people who are let in fared while strangers wrote. */
export type Beside = {
  strangers: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  failures: number;
  strangersPerSecond: number;
};

const CONNECTIONS = 16;
const STRANGERS_PER_SECOND = 1000;
const FLOOD_CONNECTIONS = 64;
const HEAD_START_MS = 1000;

const CHECK =
  'query ($environmentId: ID!, $sender: SenderInput!) { checkAccess(environmentId: $environmentId, sender: $sender) { allowed } }';
const REGISTER = `mutation ($environmentId: ID!, $sender: SenderInput!) {
  selfRegisterUser(input: { environmentId: $environmentId, sender: $sender }) { outcome decision { reason } userErrors { code } } }`;

// What a gateway sends for each stranger, by what the environment does with them.
const FLOODS = [
  { strangers: 'none', mode: 'CLOSED', documents: [] },
  { strangers: 'denied (CLOSED)', mode: 'CLOSED', documents: [CHECK] },
  { strangers: 'asking (APPROVAL)', mode: 'APPROVAL', documents: [CHECK, REGISTER] },
];

/** Checks of people who are let in, at a quarter of what the service can do, beside 1,000 new strangers a second. */
export async function measureStrangers(
  database: BenchDatabase,
  inputs: Inputs,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Beside[]> {
  const [ours] = CONTENDERS;
  const check = OPERATIONS.find(({ letter }) => letter === 'A');
  if (!ours || !check) throw new Error('Nothing to measure.');
  const { environmentId } = inputs;
  const running = await start(ours, database);
  const measured: Beside[] = [];
  try {
    const senders = await listMembers(database, inputs);
    const next = requestsOf(running, check, check.variables({ ...inputs, senders }, []), database.seeded);
    const full = { connections: CONNECTIONS, seconds };
    await drive(running, next, full);
    const { requestsPerSecond: capacity } = await drive(running, next, full);
    const quarter = { ...full, requestsPerSecond: Math.round(capacity / 4) };
    for (let round = 0; round < rounds; round++) {
      for (const { strangers, mode, documents } of round % 2 ? FLOODS : FLOODS.toReversed()) {
        await setMode(database, inputs, mode);
        const sender = { channel: 'WHATSAPP', phoneNumber: `1${700 + round}NNNNNNN` };
        const requests = documents.map((document) => {
          const operation: Operation = { ...check, document };
          return asText(requestOf(running, operation, { environmentId, sender }, database.seeded));
        });
        const requestsPerSecond = STRANGERS_PER_SECOND * documents.length;
        const endFlood =
          requests.length > 0
            ? sendFlood(running.url, requests, { connections: FLOOD_CONNECTIONS, requestsPerSecond })
            : undefined;
        await delay(HEAD_START_MS);
        const { requestsPerSecond: rate, p50, p99, failures } = await drive(running, next, quarter);
        const answered = (await endFlood?.()) ?? 0;
        const strangersPerSecond = documents.length > 0 ? answered / documents.length : 0;
        measured.push({ strangers, requestsPerSecond: rate, p50, p99, failures, strangersPerSecond });
      }
    }
  } finally {
    await stop(running);
    await setMode(database, inputs, 'OPEN');
    await withClient(database.connectionString, (db) => db.query('truncate access_requests'));
  }
  return [...Map.groupBy(measured, ({ strangers }) => strangers).values()].map(summarise).toReversed();
}

async function listMembers(database: BenchDatabase, { projectId, environmentId }: Inputs): Promise<Inputs['senders']> {
  const { rows } = await withClient(database.connectionString, (db: pg.Client) =>
    db.query<{ phone: string }>(
      `select phone_number as phone from users u join user_environments m on m.project_id = u.project_id and m.user_id = u.id
       where u.project_id = $1 and m.environment_id = $2 and phone_number is not null order by md5(id::text) limit 3000`,
      [projectId, environmentId],
    ),
  );
  return rows.map(({ phone }) => ({ channel: 'WHATSAPP', phoneNumber: phone.slice(1) }));
}

async function setMode(database: BenchDatabase, { projectId, environmentId }: Inputs, mode: string): Promise<void> {
  await withClient(database.connectionString, async (db) => {
    await db.query('update environments set self_registration = $3 where project_id = $1 and id = $2', [
      ...[projectId, environmentId, mode],
    ]);
  });
}

function summarise(rounds: readonly Beside[]): Beside {
  const of = (read: (round: Beside) => number) => median(rounds.map(read));
  return {
    strangers: rounds[0]?.strangers ?? '',
    requestsPerSecond: of((round) => round.requestsPerSecond),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    strangersPerSecond: of((round) => round.strangersPerSecond),
  };
}

export function toStrangersTable(results: readonly Beside[]): string {
  const calm = results.find(({ strangers }) => strangers === 'none')?.p99 ?? Number.NaN;
  const rows = results.map(({ strangers, requestsPerSecond, p50, p99, failures, strangersPerSecond }) => [
    ...[strangers, requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), asRatio(p99 / calm)],
    ...[String(failures), strangersPerSecond.toFixed(0)],
  ]);
  return align([['strangers', 'checks/s', 'p50 ms', 'p99 ms', 'to none', 'failures', 'strangers/s'], ...rows]);
}
