import { randomBytes } from 'node:crypto';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import { type Disturbance, type Disturbed, measureDisturbed, noOthers, toDisturbedTable } from './disturbed.ts';
import { asText, sendFlood } from './flood-process.ts';
import type { Inputs } from './inputs.ts';
import { type Request, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import type { BenchDatabase } from './seed.ts';

const LETTER = 'A';
const DIFFERENT_KEYS = 500;

const KINDS = [
  { flood: 'unknown keys', key: unknownKey },
  { flood: 'malformed keys', key: malformedKey },
];

/**
 * Access checks at half of what the service can do, while bad keys come from the same address. Each connection asks anew as soon as it is
 * answered; six hundred are twice as many as the service holds back at once of those that come through a proxy, which these do not.
 */
export async function measureFlood(
  database: BenchDatabase,
  inputs: Inputs,
  options: { rounds: number; seconds: number },
): Promise<Disturbed[]> {
  const [ours] = CONTENDERS;
  const operation = OPERATIONS.find(({ letter }) => letter === LETTER);
  if (!ours || !operation) throw new Error('Nothing to measure.');
  const running = await start(ours, database);
  try {
    const next = requestsOf(running, operation, operation.variables(inputs, []), database.seeded);
    const floods = [64, 250, 600].flatMap((connections) =>
      KINDS.map(
        ({ flood, key }): Disturbance => ({
          name: `${flood}, ${connections} connections`,
          begin: () => startFlood(running, next(), key, connections),
        }),
      ),
    );
    return await measureDisturbed(running, next, [{ name: 'none', begin: noOthers }, ...floods], options);
  } finally {
    await stop(running);
  }
}

/** Returns what ends it, and tells how many requests a second were answered. */
function startFlood(
  { url }: Running,
  { path, headers, body }: Request,
  key: () => string,
  connections: number,
): () => Promise<number> {
  const requests = Array.from({ length: DIFFERENT_KEYS }, () =>
    asText({ path, body, headers: { ...headers, authorization: `Bearer ${key()}` } }),
  );
  return sendFlood(url, requests, { connections });
}

function unknownKey(): string {
  return `umk_${randomBytes(16).toString('hex')}_${randomBytes(32).toString('base64url')}`;
}

function malformedKey(): string {
  return `umk_${randomBytes(32).toString('base64url')}`;
}

export function toFloodTable(results: readonly Disturbed[]): string {
  return toDisturbedTable(results, ['flood', 'refusals/s']);
}
