import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { parseOptions, readCommandLine, run, UsageError } from '../../src/commands/command-line.ts';
import { compare } from './compare.ts';
import { CONTENDERS } from './contenders.ts';
import { chooseInputs, type Inputs } from './inputs.ts';
import { LETTERS, type Letter, OPERATIONS } from './operations.ts';
import { toSvg } from './plot.ts';
import { profile } from './profile.ts';
import { describeMachine, type Report, toMarkdown, toTables } from './report.ts';
import { BENCH_FOLDER, type BenchDatabase, openBenchDatabase } from './seed.ts';

const USAGE = `Usage:
  npm run bench -- [--quick] [--users 1000000] [--only A,C] [--contenders ours,limit] [--rounds 7] [--seconds 3]
  npm run bench -- profile [--only A,B] [--seconds 8]         where the service's time goes

The operations: ${OPERATIONS.map(({ letter, title }) => `\n  ${letter}  ${title}`).join('')}
The contenders: ${CONTENDERS.map(({ name }) => name).join(', ')}
--quick takes 100,000 users and few, short rounds. The data is made the first time and kept in .data/bench.`;

const number = (least: number, most: number) =>
  z.coerce
    .number(`must be a number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
const listOf = (known: readonly string[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .refine((names) => names.every((name) => known.includes(name)), `must list some of ${known.join(',')}`);

const shape = z.strictObject({
  quick: z.boolean().default(false),
  users: number(10_000, 20_000_000).optional(),
  rounds: number(1, 100).optional(),
  seconds: number(0.5, 60).optional(),
  only: listOf(LETTERS).optional(),
  contenders: listOf(CONTENDERS.map(({ name }) => name)).optional(),
});

type Options = {
  users: number;
  rounds: number;
  seconds: number;
  letters: readonly Letter[];
  contenders: readonly string[];
};

type Work = (database: BenchDatabase, db: pg.Client, inputs: Inputs, options: Options) => Promise<void>;

const COMMANDS: Record<string, Work> = {
  async compare(database, db, inputs, { contenders, ...options }) {
    const chosen = CONTENDERS.filter(({ name }) => contenders.includes(name));
    const results = await compare(database, db, inputs, { ...options, contenders: chosen });
    const { users, rounds, seconds } = options;
    const report: Report = { users, rounds, seconds, machine: describeMachine(), node: process.version, results };
    const folder = join(BENCH_FOLDER, 'report');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'speed.json'), JSON.stringify(report, null, 2));
    writeFileSync(join(folder, 'speed.md'), `${toMarkdown(report)}\n`);
    writeFileSync(join(folder, 'speed.svg'), toSvg(report));
    console.log(
      `\n${toTables(report)}\n\n${toMarkdown(report)}\n\nWritten to ${folder}: speed.json, speed.md, speed.svg`,
    );
  },

  async profile(database, _db, inputs, { letters, seconds }) {
    const [ours] = CONTENDERS;
    if (!ours) return;
    for (const operation of OPERATIONS.filter(({ letter }) => letters.includes(letter) && letter !== 'E')) {
      console.log(await profile(database, ours, operation, () => operation.variables(inputs, []), seconds));
    }
  },
};

await run(USAGE, async () => {
  const { words, values } = readCommandLine({
    quick: { type: 'boolean' },
    users: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    contenders: { type: 'string' },
  });
  const [command = 'compare', ...rest] = words;
  const work = COMMANDS[command];
  if (!work || rest.length > 0) throw new UsageError(`There is no "${words.join(' ')}".`);
  const { quick, users, rounds, seconds, only, contenders } = parseOptions(shape, values);
  const options = {
    users: users ?? (quick ? 100_000 : 1_000_000),
    rounds: rounds ?? (quick ? 3 : 7),
    seconds: seconds ?? (quick ? 0.5 : 3),
    letters: LETTERS.filter((letter) => only?.includes(letter) ?? true),
    contenders: contenders ?? CONTENDERS.map(({ name }) => name),
  };
  await withBenchDatabase(options, work);
});

async function withBenchDatabase(options: Options, work: Work): Promise<void> {
  // An exit takes the embedded PostgreSQL along, and the contenders: each ends with its database.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const database = await openBenchDatabase(options.users);
  const db = new pg.Client({ connectionString: database.connectionString });
  try {
    await db.connect();
    await work(database, db, await chooseInputs(db, database.seeded, options.users), options);
  } finally {
    await db.end();
    await database.stop();
  }
}
