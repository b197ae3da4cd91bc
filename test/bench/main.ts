import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseOptions, readCommandLine, run, UsageError } from '../../src/commands/command-line.ts';
import { compare } from './compare.ts';
import { CONTENDERS } from './contenders.ts';
import { measureExport, toExportText } from './export.ts';
import { measureFlood, toFloodTable } from './flood.ts';
import { measureImport, toImportText } from './import.ts';
import { chooseInputs, type Inputs, removeNewcomers } from './inputs.ts';
import { LETTERS, type Letter, OPERATIONS } from './operations.ts';
import { toSvg } from './plot.ts';
import { measureProcesses, toProcessesTable } from './processes.ts';
import { profile } from './profile.ts';
import { measureRemovals, toRemovalsTable } from './removals.ts';
import { describeMachine, type Report, toMarkdown, toTables } from './report.ts';
import { measureSearch, toSearchTable } from './search.ts';
import { BENCH_FOLDER, type BenchDatabase, openBenchDatabase, withClient } from './seed.ts';
import { soak, toSoakTables } from './soak.ts';
import { measureStrangers, toStrangersTable } from './strangers.ts';
import { chooseTerms } from './terms.ts';
import { measureWal, toWalTable } from './wal.ts';

const USAGE = `Usage:
  npm run bench -- [--quick] [--users 1000000] [--only A,C] [--contenders ours,limit] [--rounds 5] [--seconds 2]
                    [--connections 16]
  npm run bench -- search                    the service's searches, by kind of term
  npm run bench -- soak [--minutes 10]       mixed requests for a long time, then ever more at once
  npm run bench -- import                    what the search index costs at writing
  npm run bench -- wal                       what the search index writes to the log, by bound of its pending list
  npm run bench -- export                    the file of an export against COPY of the same columns
  npm run bench -- profile [--only A,B]      where the service's time goes
  npm run bench -- processes                 one process beside several
  npm run bench -- flood                     good callers beside a flood of bad keys from their address
  npm run bench -- strangers                 people who are let in beside 1,000 strangers a second
  npm run bench -- removals                  checks beside the removal of an environment, old keys and the project

--quick takes 100,000 users and few, short rounds. The data is made the first time and kept in .data/bench.
Operations: ${OPERATIONS.map(({ letter, title }) => `\n  ${letter}  ${title}`).join('')}
Contenders: ${CONTENDERS.map(({ name }) => name).join(', ')}`;

const number = (least: number, most: number) => {
  const message = `must be a number from ${least} to ${most}`;
  return z.coerce.number(message).min(least, message).max(most, message);
};
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
  connections: number(1, 256).default(16),
  minutes: number(0.1, 600).default(10),
  only: listOf(LETTERS).optional(),
  contenders: listOf(CONTENDERS.map(({ name }) => name)).optional(),
});

type Options = {
  users: number;
  rounds: number;
  seconds: number;
  connections: number;
  minutes: number;
  letters: readonly Letter[];
  contenders: readonly string[];
};
type Command = (database: BenchDatabase, inputs: Inputs, options: Options) => Promise<void>;

const COMMANDS: Record<string, Command> = {
  async compare(database, inputs, { contenders, ...options }) {
    const chosen = CONTENDERS.filter(({ name }) => contenders.includes(name));
    const results = await compare(database, inputs, { ...options, contenders: chosen });
    const { users, rounds, seconds } = options;
    const report: Report = { users, rounds, seconds, machine: describeMachine(), node: process.version, results };
    write('speed.json', JSON.stringify(report, null, 2));
    write('speed.md', `${toMarkdown(report)}\n`);
    write('speed.svg', toSvg(report));
    console.log(`\n${toTables(report)}\n\n${toMarkdown(report)}`);
  },

  async search(database, _inputs, options) {
    const classes = await withClient(database.connectionString, (db) => chooseTerms(db, database.seeded.projectId));
    const results = await measureSearch(database, classes, options);
    write('search.json', JSON.stringify(results, null, 2));
    console.log(toSearchTable(results));
  },

  async soak(database, inputs, { minutes }) {
    const result = await soak(database, inputs, minutes);
    write('soak.json', JSON.stringify(result, null, 2));
    console.log(toSoakTables(result));
  },

  async import(database, inputs, options) {
    const report = await measureImport(database, inputs, options);
    write('import.json', JSON.stringify(report, null, 2));
    console.log(toImportText(report, options.users));
  },

  async wal(database, inputs, options) {
    const results = await measureWal(database, inputs, options);
    write('wal.json', JSON.stringify(results, null, 2));
    console.log(toWalTable(results));
  },

  async export(database, _inputs, { rounds }) {
    const report = await measureExport(database, rounds);
    write('export.json', JSON.stringify(report, null, 2));
    console.log(toExportText(report));
  },

  async profile(database, inputs, { letters, seconds }) {
    const [ours] = CONTENDERS;
    if (!ours) return;
    for (const operation of OPERATIONS.filter(({ letter }) => letters.includes(letter) && letter !== 'E')) {
      console.log(await profile(database, ours, operation, operation.variables(inputs, []), seconds));
    }
  },

  async processes(database, inputs, options) {
    const results = await measureProcesses(database, inputs, options);
    write('processes.json', JSON.stringify(results, null, 2));
    console.log(toProcessesTable(results));
  },

  async flood(database, inputs, options) {
    const results = await measureFlood(database, inputs, options);
    write('flood.json', JSON.stringify(results, null, 2));
    console.log(toFloodTable(results));
  },

  async strangers(database, inputs, options) {
    const results = await measureStrangers(database, inputs, options);
    write('strangers.json', JSON.stringify(results, null, 2));
    console.log(toStrangersTable(results));
  },

  async removals(database, inputs, { users }) {
    const results = await measureRemovals(database, inputs, users);
    write('removals.json', JSON.stringify(results, null, 2));
    console.log(toRemovalsTable(results));
  },
};

await run(USAGE, async () => {
  const { words, values } = readCommandLine({
    quick: { type: 'boolean' },
    users: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    minutes: { type: 'string' },
    only: { type: 'string' },
    contenders: { type: 'string' },
  });
  const [name = 'compare', ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || rest.length > 0) throw new UsageError(`There is no "${words.join(' ')}".`);
  const { quick, users, rounds, seconds, connections, minutes, only, contenders } = parseOptions(shape, values);
  await withBenchDatabase(command, {
    users: users ?? (quick ? 100_000 : 1_000_000),
    rounds: rounds ?? (quick ? 3 : 5),
    seconds: seconds ?? (quick ? 0.5 : 2),
    connections,
    minutes,
    letters: LETTERS.filter((letter) => only?.includes(letter) ?? true),
    contenders: contenders ?? CONTENDERS.map(({ name }) => name),
  });
});

async function withBenchDatabase(command: Command, options: Options): Promise<void> {
  // An exit takes PostgreSQL and the contenders along; a signal alone would leave them behind.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const database = await openBenchDatabase(options.users);
  const { connectionString, seeded } = database;
  try {
    // A run that was broken off may have left some behind.
    await withClient(connectionString, (db) => removeNewcomers(db, seeded.projectId));
    const inputs = await withClient(connectionString, (db) => chooseInputs(db, seeded, options.users));
    await command(database, inputs, options);
  } finally {
    await withClient(connectionString, (db) => removeNewcomers(db, seeded.projectId));
    await database.stop();
  }
}

function write(file: string, text: string): void {
  const folder = join(BENCH_FOLDER, 'report');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
  console.log(`Written: ${join(folder, file)}`);
}
