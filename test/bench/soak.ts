import { bulkOf, chooseMembers, exportOf, sendBeside, setMode, undoBulk } from './background.ts';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, type Request, requestsOf } from './measure.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { residentMegabytes } from './process-usage.ts';
import { align } from './report.ts';
import { type BenchDatabase, type Seeded, withClient } from './seed.ts';

/** A stretch of time, or a number of connections, and how the service did in it. */
export type Stretch = {
  at: number;
  requestsPerSecond: number;
  /** Of the checks where they are told from the others, else of all. */
  p50: number;
  p99: number;
  /** Of the others. */
  otherP99: number;
  megabytes: number;
  failures: number;
  refused: number;
};

export type Soak = {
  capacity: number;
  megabytes: number;
  stretches: Stretch[];
  sweep: Stretch[];
  beside: Record<string, number>;
};

const CONNECTIONS = { checks: 12, others: 4 };
const STRETCH_SECONDS = 10;
const SWEEP_SECONDS = 4;
const BULK_PAUSE_MS = 5000;
const WORST = 3;
// As gateways and a page ask: mostly checks. Beside each 14 checks so many of the others.
const CHECKS = 14;
const OTHERS = { B: 2, C: 2, D: 2, register: 1, request: 1 };

// People who come in by themselves: into production, which is open, and those who ask to be let into staging.
// Of those, only so many a minute are kept, and the others refused.
const REGISTER = registrationOf('outcome decision { allowed reason } userErrors { code message }');
const REQUEST = registrationOf('outcome decision { allowed reason }');

/**
 * Minutes of requests of all kinds at 70 % of what the service can do, while an export runs, and now and then a bulk of 500; then from 1
 * to 256 connections that all ask at once.
 */
export async function soak(database: BenchDatabase, inputs: Inputs, minutes: number): Promise<Soak> {
  const [ours] = CONTENDERS;
  if (!ours) throw new Error('Nothing to measure.');
  const members = await chooseMembers(database, inputs);
  const staging = { ...inputs, environmentId: inputs.environmentIds[0] ?? '' };
  const mode = await setMode(database, staging, 'APPROVAL');
  const running = await start(ours, database);
  try {
    const { checks, others, all } = requestsOfAll(running, inputs, database.seeded);
    const full = { connections: CONNECTIONS.checks + CONNECTIONS.others, seconds: STRETCH_SECONDS };
    await drive(running, all, full);
    const bulk = sendBeside(running, bulkOf(database.seeded, inputs, members), BULK_PAUSE_MS);
    const exporting = sendBeside(running, exportOf(database.seeded));
    const { requestsPerSecond: capacity } = await drive(running, all, full);
    const megabytes = residentMegabytes(running.child.pid);
    console.log(`It answers ${capacity.toFixed(0)} a second at most; now ${minutes} minutes at 70 % of that.`);
    const stretches: Stretch[] = [];
    for (let at = 0; at < minutes * 60; at += STRETCH_SECONDS) {
      stretches.push(await stretchOfAll(running, checks, others, at, capacity * 0.7));
      console.log(toLine(stretches.at(-1)));
    }
    const [bulks, exports] = [await bulk(), await exporting()];
    const beside = {
      bulks: bulks.answered,
      exports: exports.answered,
      gigabytes: exports.bytes / 1e9,
      failures: bulks.failed + exports.failed,
    };
    const sweep: Stretch[] = [];
    for (let connections = 1; connections <= 256; connections *= 2) {
      sweep.push(await stretch(running, all, connections, { connections, seconds: SWEEP_SECONDS }));
    }
    return { capacity, megabytes, stretches, sweep, beside };
  } finally {
    await stop(running);
    await setMode(database, staging, mode);
    await undoBulk(database, inputs, members);
    await withClient(database.connectionString, (db) => db.query('truncate access_requests'));
  }
}

/** Checks, the others, and both together. */
function requestsOfAll(
  running: Running,
  inputs: Inputs,
  seeded: Seeded,
): Record<'checks' | 'others' | 'all', () => Request> {
  const [check, page] = ['A', 'B'].map((letter) => OPERATIONS.find((each) => each.letter === letter));
  if (!check || !page) throw new Error('Nothing to ask.');
  const register = (document: string, environmentId: string, prefix: string): Operation => ({
    ...check,
    document,
    variables: function* () {
      for (let number = 0; ; number++) {
        const sender = { channel: 'WHATSAPP', phoneNumber: `${prefix}${String(number).padStart(7, '0')}` };
        yield { environmentId, sender, firstName: 'Ana' };
      }
    },
  });
  const operations: Record<string, Operation> = {
    ...Object.fromEntries(OPERATIONS.map((operation) => [operation.letter, operation])),
    register: register(REGISTER, inputs.environmentId, '1999'),
    request: register(REQUEST, inputs.environmentIds[0] ?? '', '1700'),
  };
  const ask = (name: string) => {
    const operation = operations[name] ?? check;
    return requestsOf(running, operation, operation.variables(inputs, []), seeded);
  };
  const checks = Array<() => Request>(CHECKS).fill(ask('A'));
  const others = Object.entries(OTHERS).flatMap(([name, times]) => Array<() => Request>(times).fill(ask(name)));
  return { checks: inTurns(checks), others: inTurns(others), all: inTurns([...checks, ...others]) };
}

function registrationOf(fields: string): string {
  return `mutation ($environmentId: ID!, $sender: SenderInput!, $firstName: String) {
    selfRegisterUser(input: { environmentId: $environmentId, sender: $sender, firstName: $firstName }) { ${fields} } }`;
}

function inTurns(nexts: (() => Request)[]): () => Request {
  let turn = 0;
  return () => {
    const next = nexts[turn++ % nexts.length];
    if (!next) throw new Error('Nothing to ask.');
    return next();
  };
}

async function stretchOfAll(
  running: Running,
  checks: () => Request,
  others: () => Request,
  at: number,
  rate: number,
): Promise<Stretch> {
  const share = CHECKS / (CHECKS + Object.values(OTHERS).reduce((sum, times) => sum + times, 0));
  const load = (connections: number, requestsPerSecond: number) => ({
    ...{ connections, seconds: STRETCH_SECONDS },
    ...{ requestsPerSecond: Math.round(requestsPerSecond), variationsPerSecond: requestsPerSecond * 1.2 },
  });
  const [checked, other] = await Promise.all([
    stretch(running, checks, at, load(CONNECTIONS.checks, rate * share)),
    stretch(running, others, at, load(CONNECTIONS.others, rate * (1 - share))),
  ]);
  return {
    ...checked,
    requestsPerSecond: checked.requestsPerSecond + other.requestsPerSecond,
    otherP99: other.p99,
    failures: checked.failures + other.failures,
    refused: checked.refused + other.refused,
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
  return { at, requestsPerSecond, p50, p99, otherP99: Number.NaN, megabytes, failures: failures - refused, refused };
}

const HEAD = ['requests/s', 'p50 ms', 'p99 ms', 'p99 of the others', 'MB', 'failures', '503s'];

function cells({ at, requestsPerSecond, p50, p99, otherP99, megabytes, failures, refused }: Stretch): string[] {
  const [others, memory] = [Number.isNaN(otherP99) ? '–' : otherP99.toFixed(1), megabytes.toFixed(0)];
  const figures = [requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), others, memory];
  return [String(at), ...figures, String(failures), String(refused)];
}

function toLine(stretch: Stretch | undefined): string {
  return stretch ? cells(stretch).join('\t') : '';
}

export function toSoakTables({ capacity, megabytes, stretches, sweep, beside }: Soak): string {
  const middle = median(stretches.map(({ p99 }) => p99));
  const flag = ({ p99 }: Stretch) => (p99 > WORST * middle ? `OVER ${WORST} × the median` : '');
  const over = align([['second', ...HEAD, ''], ...stretches.map((each) => [...cells(each), flag(each)])]);
  const up = align([['connections', ...HEAD], ...sweep.map(cells)]);
  const worst = Math.max(...stretches.map(({ p99 }) => p99));
  const words = Object.entries(beside).map(([name, count]) => `${count.toFixed(name === 'gigabytes' ? 1 : 0)} ${name}`);
  return [
    `At 70 % of ${capacity.toFixed(0)} requests a second; p50 and p99 of checks\n${over}`,
    `p99 of checks: ${middle.toFixed(1)} ms in the middle, ${worst.toFixed(1)} at worst: ${(worst / middle).toFixed(1)} times`,
    `memory: ${megabytes.toFixed(0)} MB at the start, ${stretches.at(-1)?.megabytes.toFixed(0)} at the end; beside it ${words.join(', ')}`,
    `All at once\n${up}`,
  ].join('\n\n');
}
