import { z } from 'zod';
import { parseOptions, readCommandLine, run, UsageError } from '../../src/commands/command-line.ts';
import { COMMANDS, type Command, type Options } from './commands.ts';
import { CONTENDERS } from './contenders.ts';
import { chooseInputs, removeNewcomers } from './inputs.ts';
import { LETTERS, OPERATIONS } from './operations.ts';
import { openBenchDatabase, withClient } from './seed.ts';

const USAGE = `Usage:
  npm run bench -- [--quick] [--users 1000000] [--only A,C] [--contenders ours,limit] [--rounds 5] [--seconds 2]
                    [--connections 16]
  npm run bench -- search                    the service's searches, by kind of term
  npm run bench -- growth [--users 1000000]  the service with so many users and with ten times as many
  npm run bench -- soak [--minutes 10]       requests of all kinds for a long time beside exports and bulks, then ever more at once
  npm run bench -- beside                    checks beside strangers, bulks of 500 and exports
  npm run bench -- import                    what the search index costs at writing
  npm run bench -- indexes                   what each index costs for each user who is created
  npm run bench -- wal                       what the search index writes to the log, by bound of its pending list
  npm run bench -- export                    the file of an export against COPY of the same columns
  npm run bench -- profile [--only A,B]      where the service's time goes
  npm run bench -- processes                 one process beside several
  npm run bench -- flood                     good callers beside a flood of bad keys from their address
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
  users: number(10_000, 10_000_000).optional(),
  rounds: number(1, 100).optional(),
  seconds: number(0.5, 60).optional(),
  connections: number(1, 256).default(16),
  minutes: number(0.1, 600).default(10),
  only: listOf(LETTERS).optional(),
  contenders: listOf(CONTENDERS.map(({ name }) => name)).optional(),
});

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
