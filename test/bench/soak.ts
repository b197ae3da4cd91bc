import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import { drive, type Request, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align } from './report.ts';
import type { BenchDatabase, Seeded } from './seed.ts';

/** A stretch of time, or a number of connections, and how the service did in it. */
export type Stretch = {
  at: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  megabytes: number;
  failures: number;
  refused: number;
};

export type Soak = { capacity: number; stretches: Stretch[]; sweep: Stretch[] };

const CONNECTIONS = 16;
const STRETCH_SECONDS = 10;
const SWEEP_SECONDS = 4;
// As a gateway and a page ask: mostly checks. Of ten requests so many each.
const MIX = { A: 7, B: 1, C: 1, D: 1 };

/** Minutes of mixed requests at 70 % of what the service can do; then from 1 to 256 connections that all ask at once. */
export async function soak(database: BenchDatabase, inputs: Inputs, minutes: number): Promise<Soak> {
  const [ours] = CONTENDERS;
  if (!ours) throw new Error('Nothing to measure.');
  const running = await start(ours, database);
  try {
    const next = mixed(running, inputs, database.seeded);
    const full = { connections: CONNECTIONS, seconds: STRETCH_SECONDS };
    await drive(running, next, full);
    const { requestsPerSecond: capacity } = await drive(running, next, full);
    console.log(`It answers ${capacity.toFixed(0)} a second at most; now ${minutes} minutes at 70 % of that.`);
    const stretches: Stretch[] = [];
    for (let at = 0; at < minutes * 60; at += STRETCH_SECONDS) {
      stretches.push(await stretch(running, next, at, { ...full, requestsPerSecond: Math.round(capacity * 0.7) }));
      console.log(toLine(stretches.at(-1)));
    }
    const sweep: Stretch[] = [];
    for (let connections = 1; connections <= 256; connections *= 2) {
      sweep.push(await stretch(running, next, connections, { connections, seconds: SWEEP_SECONDS }));
    }
    return { capacity, stretches, sweep };
  } finally {
    await stop(running);
  }
}

function mixed(running: Running, inputs: Inputs, seeded: Seeded): () => Request {
  const turns = Object.entries(MIX).flatMap(([letter, times]) => {
    const operation = OPERATIONS.find((each) => each.letter === letter);
    if (!operation) return [];
    const next = requestsOf(running, operation, operation.variables(inputs, []), seeded);
    return Array<() => Request>(times).fill(next);
  });
  let turn = 0;
  return () => {
    const next = turns[turn++ % turns.length];
    if (!next) throw new Error('Nothing to ask.');
    return next();
  };
}

async function stretch(
  running: Running,
  next: () => Request,
  at: number,
  load: Parameters<typeof drive>[2],
): Promise<Stretch> {
  const { requestsPerSecond, p50, p99, megabytes, failures, statuses } = await drive(running, next, load);
  const refused = statuses[503] ?? 0;
  return { at, requestsPerSecond, p50, p99, megabytes, failures: failures - refused, refused };
}

const HEAD = ['requests/s', 'p50 ms', 'p99 ms', 'MB', 'failures', '503s'];

function cells({ at, requestsPerSecond, p50, p99, megabytes, failures, refused }: Stretch): string[] {
  const figures = [requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), megabytes.toFixed(0)];
  return [String(at), ...figures, String(failures), String(refused)];
}

function toLine(stretch: Stretch | undefined): string {
  return stretch ? cells(stretch).join('\t') : '';
}

export function toSoakTables({ capacity, stretches, sweep }: Soak): string {
  const over = align([['second', ...HEAD], ...stretches.map(cells)]);
  const up = align([['connections', ...HEAD], ...sweep.map(cells)]);
  return `At 70 % of ${capacity.toFixed(0)} requests a second\n${over}\n\nAll at once\n${up}`;
}
