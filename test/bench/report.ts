import { cpus } from 'node:os';
import type { Contender } from './contenders.ts';
import { median, type Round } from './measure.ts';
import { LETTERS, type Letter, OPERATIONS } from './operations.ts';

/** What one contender did at one operation: the medians of its rounds. */
export type Result = Round & { letter: Letter; contender: string; title: string; rounds: number };

export type Report = {
  users: number;
  rounds: number;
  seconds: number;
  machine: string;
  node: string;
  results: Result[];
};

export function summarise(letter: Letter, { name, title }: Contender, rounds: readonly Round[]): Result {
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  return {
    ...{ letter, contender: name, title, rounds: rounds.length },
    requestsPerSecond: of((round) => round.requestsPerSecond),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    cpu: of((round) => round.cpu),
    databaseCpu: of((round) => round.databaseCpu),
    megabytes: of((round) => round.megabytes),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    walPerUser: of((round) => round.walPerUser ?? Number.NaN),
  };
}

export function describeMachine(): string {
  const found = cpus();
  return `${found.length} × ${found[0]?.model.trim() ?? 'CPU'}`;
}

/** How much of the limit's throughput a contender reaches; undefined where the limit was not measured. */
export function ratio(results: readonly Result[], letter: Letter, contender: string, to = 'limit'): number | undefined {
  const of = (name: string) =>
    results.find((result) => result.letter === letter && result.contender === name)?.requestsPerSecond;
  const [one, other] = [of(contender), of(to)];
  return one && other ? one / other : undefined;
}

const isPeer = (name: string) => name !== 'ours' && !name.startsWith('limit');

function bestPeer(results: readonly Result[], letter: Letter): Result | undefined {
  const peers = results.filter((result) => result.letter === letter && isPeer(result.contender));
  return peers.toSorted((a, b) => b.requestsPerSecond - a.requestsPerSecond)[0];
}

const COLUMNS = [
  'requests/s',
  'p50 ms',
  'p99 ms',
  'CPU µs',
  'database µs',
  'MB',
  'to the limit',
  'to the best peer',
  'failures',
];

/** For the terminal: all figures of every contender, by operation. */
export function toTables({ results }: Report): string {
  return lettersOf(results)
    .map((letter) => {
      const rows = results
        .filter((result) => result.letter === letter)
        .map((result) => [result.title, ...figures(results, result)]);
      const times = letter === 'G' ? `\n${toTimesText(results)}` : '';
      return `${letter}  ${titleOf(letter)}\n${align([['', ...COLUMNS, ...ownColumns(letter)], ...rows])}${times}`;
    })
    .join('\n\n');
}

export function lettersOf(results: readonly Result[]): Letter[] {
  return LETTERS.filter((letter) => results.some((result) => result.letter === letter));
}

function ownColumns(letter: Letter): string[] {
  return creates(letter) ? ['kB of WAL a user'] : letter === 'F' ? ['in checks of A'] : [];
}

/** How many users one request creates; undefined for those that create none. */
export function creates(letter: Letter): number | undefined {
  return OPERATIONS.find((operation) => operation.letter === letter)?.creates;
}

/** What a user costs who is created together with others, and one who is created alone. */
function toTimesText(results: readonly Result[]): string {
  const [many, one] = [perUser(results, 'G'), perUser(results, 'D')];
  const words = ({ perSecond, cpu, databaseCpu }: NonNullable<typeof many>) =>
    `${perSecond.toFixed(0)} users/s, each ${cpu.toFixed(0)} µs of CPU and ${databaseCpu.toFixed(0)} of the database's`;
  if (!many) return '';
  return one
    ? `${words(many)}; one by one ${words(one)}: ${(many.perSecond / one.perSecond).toFixed(1)} times as many`
    : words(many);
}

export function perUser(results: readonly Result[], letter: Letter) {
  const result = results.find((each) => each.letter === letter && each.contender === 'ours');
  const users = creates(letter);
  if (!result || !users) return undefined;
  const { requestsPerSecond, cpu, databaseCpu } = result;
  return { perSecond: requestsPerSecond * users, cpu: cpu / users, databaseCpu: databaseCpu / users };
}

function figures(results: readonly Result[], result: Result): string[] {
  const { letter, contender } = result;
  const peer = bestPeer(results, letter);
  return [
    result.requestsPerSecond.toFixed(0),
    result.p50.toFixed(1),
    result.p99.toFixed(1),
    result.cpu.toFixed(0),
    result.databaseCpu.toFixed(0),
    result.megabytes.toFixed(0),
    asRatio(ratio(results, letter, contender)),
    asRatio(peer && ratio(results, letter, contender, peer.contender)),
    String(result.failures),
    ...(creates(letter) ? [toKilobytes(result)] : []),
    ...(letter === 'F' ? [inChecks(results, contender)] : []),
  ];
}

export function toKilobytes({ walPerUser = Number.NaN }: Round): string {
  return (walPerUser / 1000).toFixed(1);
}

/** How many times as long one takes as one check takes, both over as many connections. */
export function inChecks(results: readonly Result[], contender: string): string {
  const of = (letter: Letter) => results.find((each) => each.letter === letter && each.contender === contender);
  const [one, batch] = [of('A'), of('F')];
  return one && batch ? (one.requestsPerSecond / batch.requestsPerSecond).toFixed(1) : '–';
}

/** In columns; the first to the left, the others to the right. */
export function align(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '),
    )
    .join('\n');
}

export function titleOf(letter: Letter): string {
  return OPERATIONS.find((operation) => operation.letter === letter)?.title ?? letter;
}

export function asRatio(number: number | undefined): string {
  return number === undefined ? '–' : number.toFixed(2);
}
