import { saveBackup } from '../backup/save.ts';
import { findTarget } from '../backup/write-file.ts';
import { readCommandLine, readFileName, run, UsageError } from './command-line.ts';
import { createProgress } from './progress.ts';
import { withConnection } from './with-database.ts';

const USAGE = `Usage:
  npm run backup -- FILE

Writes everything that the database keeps to one file, as it is at one moment, also beside a running service and before an
upgrade: nothing is migrated. npm run restore reads it again, on any PostgreSQL from 15 on and with any later version of this
service. A FILE of before is replaced once the new one is whole. It holds personal data, and only its owner can read it.`;

await run(USAGE, async () => {
  const path = readFileName(readCommandLine({}).words, 'write');
  if (path === '-')
    throw new UsageError('"-" is not a file: a backup is written to one, and checked before it gets its name.');
  const target = await findTarget(path);
  const progress = createProgress();
  await withConnection(async (connectionString) => {
    const { header, rows, bytes } = await saveBackup(connectionString, target, {
      begin: (estimate) => progress.begin('Backing up', estimate),
      advance: progress.advance,
    }).finally(progress.end);
    console.log(`${rows} rows are in ${path} (${inWords(bytes)}), as they were at ${header.createdAt}.`);
  });
});

function inWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
