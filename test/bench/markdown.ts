import {
  asRatio,
  creates,
  inChecks,
  lettersOf,
  perUser,
  type Report,
  type Result,
  ratio,
  titleOf,
  toKilobytes,
} from './report.ts';

/** For the README: every contender's ratio to the limit; then its p99, its CPU for each request, and what else is asked of some operations. */
export function toMarkdown({ results }: Report): string {
  const limited = results.filter(({ contender }) => contender !== 'limit');
  const rates = toTable(limited, ({ letter, contender }) =>
    letter === 'G' ? timesOne(results) : asRatio(ratio(results, letter, contender)),
  );
  const p99 = toTable(results, (result) => result.p99.toFixed(1));
  const cpu = toTable(results, ({ cpu, databaseCpu }) => `${toWhole(cpu)} + ${toWhole(databaseCpu)}`);
  const wal = toTable(
    results.filter(({ letter }) => creates(letter)),
    toKilobytes,
  );
  const batches = toTable(
    results.filter(({ letter }) => letter === 'F'),
    ({ contender }) => inChecks(results, contender),
  );
  return [
    `Requests a second, as ratios to the limit\n\n${rates}`,
    `p99 in milliseconds\n\n${p99}`,
    `CPU for each request in microseconds: of the process + of the database\n\n${cpu}`,
    `kB of WAL for each user, pages written whole after a checkpoint included\n\n${wal}`,
    `How many checks of A one batch takes\n\n${batches}`,
  ].join('\n\n');
}

// A process of PostgreSQL that ended meanwhile takes its count along.
function toWhole(microseconds: number): string {
  return Number.isNaN(microseconds) ? '?' : microseconds.toFixed(0);
}

function toTable(results: readonly Result[], cellOf: (result: Result) => string): string {
  const contenders = [...new Map(results.map(({ contender, title }) => [contender, title]))];
  const rows = lettersOf(results).map((letter) => [
    ...[`${letter}`, titleOf(letter)],
    ...contenders.map(([name]) => {
      const result = results.find((each) => each.letter === letter && each.contender === name);
      const cell = result ? cellOf(result) : '–';
      return name === 'ours' ? `**${cell}**` : cell;
    }),
  ]);
  const head = ['', 'operation', ...contenders.map(([, title]) => title)];
  const lines = [head, head.map((_, column) => (column < 2 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Users a second, as a multiple of those created one by one. */
function timesOne(results: readonly Result[]): string {
  const [many, one] = [perUser(results, 'G'), perUser(results, 'D')];
  return many && one ? `${(many.perSecond / one.perSecond).toFixed(1)} × D` : '–';
}
