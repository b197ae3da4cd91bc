import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ImportOptions } from '../contact-files/chunks.ts';
import { FIELDS } from '../contact-files/columns.ts';
import { openContactFile } from '../contact-files/contact-file.ts';
import { problemFile } from '../contact-files/problem-file.ts';
import { inProse } from '../contact-files/row-problem.ts';
import { type GoodRow, readRows } from '../contact-files/rows.ts';
import { type BadRecord, type Counts, createTally } from '../contact-files/tally.ts';
import type { Db } from '../database/engine/connection.ts';
import { listEnvironmentsByProjects } from '../database/environments.ts';
import { parseOptions, printable, readCommandLine, readFileName, run, UsageError } from './command-line.ts';
import { findProject, projectId } from './find-project.ts';
import { begin, forgetBegun } from './import/begun.ts';
import { chooseColumns, describeFile } from './import/choose-columns.ts';
import { sendRows } from './import/send-rows.ts';
import { withDatabase } from './with-database.ts';

const POLICIES = { skip: 'SKIP', 'add-environments': 'ADD_ENVIRONMENTS', update: 'UPDATE' } as const;

const USAGE = `Usage:
  npm run import -- FILE --project ID [--environment NAME ...] [--if-existing ${Object.keys(POLICIES).join('|')}]
                    [--column HEADER=FIELD ...] [--ignore-unknown-columns] [--dry-run]

Adds the people of a CSV file or of vCards to a project. --environment is for rows that name none themselves, once for each.
Columns are guessed from their headers; --column says what one is: ${FIELDS.join(', ')},
or nothing to leave it out. Rows that are not good are written to FILE.problems.csv, to be mended and imported again.
Ctrl-C stops after the rows that are being written. The same command goes on where it stopped, also after a crash: FILE.begun
says when it began, until it is done. From then on the same command imports the file anew.

Ends with 0 when everybody is in, 3 when some rows were not good, 64 or 65 when the command or the file was not understood and
nothing was written, 66 when there is no such file, 130 after Ctrl-C.`;

const SOME_BAD = 3;
const STOPPED = 130;
// Problems in the terminal.
const SHOWN = 10;

const shape = z.strictObject({
  project: projectId,
  environment: z.array(z.string()).default([]),
  'if-existing': z
    .enum(['skip', 'add-environments', 'update'], 'must be skip, add-environments or update')
    .default('skip'),
  column: z.array(z.string()).default([]),
  'ignore-unknown-columns': z.boolean().default(false),
  'dry-run': z.boolean().default(false),
});

await run(USAGE, async () => {
  const { words, values } = readCommandLine({
    project: { type: 'string' },
    environment: { type: 'string', multiple: true },
    'if-existing': { type: 'string' },
    column: { type: 'string', multiple: true },
    'ignore-unknown-columns': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  const path = readFileName(words, 'import');
  const options = parseOptions(shape, values);
  const file = openContactFile(await readFile(path));
  const columns = chooseColumns(file.columns, options.column, options['ignore-unknown-columns']);
  console.log(printable(describeFile(file, columns)));
  const stopping = new AbortController();
  const work = async (db: Db) => {
    const project = await findProject(db, options.project);
    const environments = await listEnvironmentsByProjects(db, [project.id]);
    const dryRun = options['dry-run'];
    const sent: ImportOptions = {
      projectId: project.id,
      ifExisting: POLICIES[options['if-existing']],
      environmentIds: options.environment.map((name) => idNamed(name, environments)),
      ...(!dryRun && { begunAt: await begin(path) }),
    };
    const tally = createTally();
    const rows: GoodRow[] = [];
    for await (const { good, bad } of readRows(file, columns, environments)) {
      rows.push(...good);
      tally.addBad(bad.map(({ record, problems }) => ({ record, problem: inProse(problems) })));
    }
    const isStopped = await sendRows(db, rows, sent, { tally, dryRun, signal: stopping.signal });
    if (!isStopped && !dryRun) await forgetBegun(path);
    console.log(describeCounts(tally.counts, dryRun));
    if (isStopped) console.log('Stopped. The same command goes on.');
    await tellProblems(`${path}.problems.csv`, columns, tally.bad, dryRun);
    if (isStopped || tally.counts.refused > 0) process.exitCode = isStopped ? STOPPED : SOME_BAD;
  };
  await withDatabase(work, { onStop: () => stopping.abort() });
});

function idNamed(name: string, environments: readonly { id: string; name: string }[]): string {
  const found = environments.find((environment) => environment.name.toLowerCase() === name.toLowerCase());
  if (found) return found.id;
  const names = environments.map((environment) => environment.name).join(', ');
  throw new UsageError(`--environment: there is no "${name}" in this project, but ${names}.`);
}

function describeCounts({ created, updated, present, twins, refused }: Counts, dryRun: boolean): string {
  const would = dryRun ? ' would be' : '';
  return [
    `${created}${would} new, ${updated}${would} changed, ${present} here already, ${twins} twice in the file, ${refused} not good.`,
    ...(dryRun ? ['Nothing was written.'] : []),
  ].join(' ');
}

async function tellProblems(
  path: string,
  columns: Parameters<typeof problemFile>[0],
  problems: readonly BadRecord[],
  dryRun: boolean,
): Promise<void> {
  for (const { record, problem } of problems.slice(0, SHOWN))
    console.log(printable(`  line ${record.line}: ${problem}`));
  if (problems.length > SHOWN) console.log(`  and ${problems.length - SHOWN} more`);
  if (dryRun) return;
  // One of an earlier run would be taken for this one's.
  if (problems.length === 0) return rm(path, { force: true });
  await writeFile(path, problemFile(columns, problems), { mode: 0o600 });
  console.log(`They are in ${path}, to be mended and imported again.`);
}
