import { checkBackup, type Loading, loadBackup } from '../backup/load.ts';
import { printable, readCommandLine, readFileName, run } from './command-line.ts';
import { createProgress } from './progress.ts';
import { migrateAsOwner, withConnection } from './with-database.ts';

const USAGE = `Usage:
  npm run restore -- FILE

Fills an empty database from what npm run backup wrote: a new DATA_DIR, or a new database of any PostgreSQL from 15 on. The file
is checked to its end first. Then all of it is restored and migrated to the newest schema, or nothing: a command that was cut
short can be run again. The service is started afterwards; access keys are those of the backup.`;

await run(USAGE, async () => {
  const path = readFileName(readCommandLine({}).words, 'restore');
  const progress = createProgress();
  const { header, rows, bytes } = await check(path, progress);
  await withConnection(async (connectionString, role) => {
    progress.begin('Restoring', bytes);
    const loading: Loading = {
      onBytes: progress.advance,
      beginBuild: (definitions) => progress.begin('Building keys and indexes of', definitions),
      onBuild: (table) => progress.advance(1, table),
      onForeign: (table) => console.error(printable(`${table} is left out: it is no table of this service.`)),
    };
    await loadBackup(connectionString, path, header, { role, progress: loading }).finally(progress.end);
    await migrateAsOwner(connectionString, role, (message) => console.error(message));
    const total = rows.reduce((sum, count) => sum + count, 0);
    console.log(`${total} rows were restored from ${path}, as they were at ${header.createdAt}.`);
  });
});

async function check(path: string, progress: ReturnType<typeof createProgress>) {
  let isBegun = false;
  const onBytes = (read: number, of: number) => {
    if (!isBegun) progress.begin('Checking the file', of);
    isBegun = true;
    progress.advance(read);
  };
  return checkBackup(path, onBytes).finally(progress.end);
}
