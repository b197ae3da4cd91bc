import { createWriteStream, openSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { userFile } from '../contact-files/user-file.ts';
import { OPERATOR } from '../domain/operator.ts';
import { refuse } from '../domain/refusal.ts';
import { notFound } from '../domain/shared-problems.ts';
import { exportUsers } from '../domain/user-exports.ts';
import { readSelection } from '../domain/user-selection.ts';
import { parseOptions, readCommandLine, readFileName, run } from './command-line.ts';
import { projectId } from './find-project.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `Usage:
  npm run export -- FILE --project ID [--search TEXT]

Writes the users of a project, or those whom the search finds, to a CSV file that npm run import and the page read again.
Only its owner can read it. Names and the like that a spreadsheet would run as a formula have an apostrophe in front.`;

const shape = z.strictObject({
  project: projectId,
  search: z.string().optional(),
});

await run(USAGE, async () => {
  const { words, values } = readCommandLine({ project: { type: 'string' }, search: { type: 'string' } });
  const path = readFileName(words, 'write');
  const { project, search } = parseOptions(shape, values);
  await withDatabase(async (db) => {
    const found = await exportUsers({ actor: OPERATOR, db }, readSelection(project, { search }));
    if (!found) return refuse(notFound('project', 'projectId'));
    let users = 0;
    const counted = async function* () {
      for await (const page of found.pages) {
        users += page.users;
        yield page;
      }
    };
    // A file that was broken off must not look whole, and what there is of it goes with the process, by whatever signal that ends.
    const part = `${path}.part`;
    const file = openSync(part, 'w', 0o600);
    process.once('exit', () => rmSync(part, { force: true }));
    await pipeline(userFile(counted()), createWriteStream(part, { fd: file }));
    await rename(part, path);
    console.log(`${users} users are in ${path}.`);
  });
});
