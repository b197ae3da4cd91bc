import { sql } from 'kysely';
import { isNamedBy, isOneOf, type Scope } from './conditions.ts';
import { batchById } from './engine/batch-reads.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { ProjectRow } from './tables.ts';

export const PROJECT_COLUMNS = [
  'id',
  'name',
  'keepsDeniedAttempts',
  'telegramBot',
  'whatsAppNumber',
  'createdAt',
] as const;

export function listProjects(db: Reader, scope: Scope): Promise<ProjectRow[]> {
  return db
    .selectFrom('projects')
    .select(PROJECT_COLUMNS)
    .where(isNamedBy('id', scope))
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function listProjectsByIds(db: Reader, scope: Scope, ids: readonly string[]): Promise<ProjectRow[]> {
  const visible = ids.filter((id) => scope === null || scope.includes(id));
  const projects = await Promise.all(visible.map((id) => loadProject(db, id)));
  return projects.filter((project) => project !== undefined);
}

const loadProject = batchById<ProjectRow>((db, ids) => selectProjects(db, { ids }));

const selectProjects = compileOnce<{ ids: readonly string[] }, ProjectRow>((db, parameter) =>
  db
    .selectFrom('projects')
    .select(PROJECT_COLUMNS)
    .where(isOneOf('id', parameter('ids')))
    .where('removedAt', 'is', null)
    .compile(),
);

export async function findProject(db: Tx, scope: Scope, id: string): Promise<ProjectRow | undefined> {
  const [project] = scope === null || scope.includes(id) ? await selectProjects(db, { ids: [id] }) : [];
  return project;
}

export function insertProject(db: Tx, project: { id: string; name: string }): Promise<ProjectRow> {
  return db.insertInto('projects').values(project).returning(PROJECT_COLUMNS).executeTakeFirstOrThrow();
}

// `removedAt` is checked on the locked row: another transaction may have removed the project while this one waited for the lock.
export function lockProject(db: Tx, scope: Scope, id: string): Promise<ProjectRow | undefined> {
  return db
    .selectFrom('projects')
    .select(PROJECT_COLUMNS)
    .where('id', '=', id)
    .where(isNamedBy('id', scope))
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Locks the project while something is added to one of its lists, so that it cannot be deleted. When two add at once, the second
 * waits and sees what the first added, so counts stay true. Users can be added meanwhile.
 */
export function holdProject(db: Tx, scope: Scope, id: string): Promise<ProjectRow | undefined> {
  return db
    .selectFrom('projects')
    .select(PROJECT_COLUMNS)
    .where('id', '=', id)
    .where(isNamedBy('id', scope))
    .where('removedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type ProjectSettings = Pick<ProjectRow, 'name' | 'telegramBot' | 'whatsAppNumber' | 'keepsDeniedAttempts'>;

export function updateProjectRow(db: Tx, id: string, changes: ProjectSettings): Promise<ProjectRow> {
  return db
    .updateTable('projects')
    .set(changes)
    .where('id', '=', id)
    .returning(PROJECT_COLUMNS)
    .executeTakeFirstOrThrow();
}

/** From now on the project is gone for everybody; the purge deletes its rows. */
export async function markProjectRemoved(db: Tx, id: string): Promise<void> {
  await db.updateTable('projects').set({ removedAt: sql`now()` }).where('id', '=', id).execute();
}
