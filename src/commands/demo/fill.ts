import { SingleBar } from 'cli-progress';
import { openImporter } from '../../database/import-users.ts';
import { type ImportedUser, importUsers } from '../../domain/import-users.ts';
import { OPERATOR } from '../../domain/operator.ts';

const BATCH = 10_000;

/** Who the audit trail says it was. */
export const actor = { ...OPERATOR, name: 'demo data' };

/** Adds so many of the people to a project, with a bar that tells how far it is; whom the project knows already do not count. */
export async function fill(
  connectionString: string,
  projectId: string,
  people: Generator<ImportedUser, never>,
  users: number,
  role?: string,
): Promise<void> {
  const bar = new SingleBar({ format: '{bar} {percentage}% | {value} of {total} users | {eta_formatted} left' });
  const importer = await openImporter(connectionString, role);
  bar.start(users, 0);
  try {
    for (let written = 0; written < users; bar.update(written)) {
      const batch = Array.from({ length: Math.min(BATCH, users - written) }, () => people.next().value);
      written += await importUsers({ actor, importer }, projectId, batch);
    }
    await importer.finish();
  } finally {
    bar.stop();
    await importer.close();
  }
}
