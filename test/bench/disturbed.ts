import { setTimeout as delay } from 'node:timers/promises';
import type { Running } from './contenders.ts';
import { drive, median, type Request } from './measure.ts';
import { align, asRatio } from './report.ts';

/** Something that goes on from `begin` until what that answers is called, which tells how many a second were answered. */
export type Disturbance = {
  name: string;
  begin(round: number): (() => Promise<number>) | Promise<() => Promise<number>>;
};

/** How checks fared meanwhile. */
export type Disturbed = {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  failures: number;
  othersPerSecond: number;
};

const CONNECTIONS = 16;
const HEAD_START_MS = 1000;

/** Nothing goes on. */
export const noOthers = () => async () => 0;

/** Checks at half of what the service can do, beside each of the disturbances, in turns. They are told in the order given. */
export async function measureDisturbed(
  running: Running,
  next: () => Request,
  disturbances: readonly Disturbance[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Disturbed[]> {
  const full = { connections: CONNECTIONS, seconds };
  await drive(running, next, full);
  const { requestsPerSecond: capacity } = await drive(running, next, full);
  const half = { ...full, requestsPerSecond: Math.round(capacity / 2) };
  const measured: Disturbed[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { name, begin } of round % 2 ? disturbances : disturbances.toReversed()) {
      const end = await begin(round);
      await delay(HEAD_START_MS);
      const { requestsPerSecond, p50, p99, failures } = await drive(running, next, half);
      measured.push({ name, requestsPerSecond, p50, p99, failures, othersPerSecond: await end() });
    }
  }
  return disturbances.map(({ name }) =>
    summarise(
      name,
      measured.filter((each) => each.name === name),
    ),
  );
}

function summarise(name: string, rounds: readonly Disturbed[]): Disturbed {
  const of = (read: (round: Disturbed) => number) => median(rounds.map(read));
  return {
    name,
    requestsPerSecond: of((round) => round.requestsPerSecond),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    othersPerSecond: of((round) => round.othersPerSecond),
  };
}

/** The first one is what the others are compared with. */
export function toDisturbedTable(results: readonly Disturbed[], [beside, others]: [string, string]): string {
  const [calm] = results;
  const rows = results.map(({ name, requestsPerSecond, p50, p99, failures, othersPerSecond }) => [
    ...[name, requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), asRatio(p99 / (calm?.p99 ?? Number.NaN))],
    ...[String(failures), othersPerSecond.toFixed(othersPerSecond < 10 ? 2 : 0)],
  ]);
  return align([[beside, 'checks/s', 'p50 ms', 'p99 ms', `to ${calm?.name}`, 'failures', others], ...rows]);
}
