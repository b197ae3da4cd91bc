import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { ProjectRow } from './tables.ts';

export function listProjects(db: Db, scope: Scope): Promise<ProjectRow[]> {
  return db
    .selectFrom('projects')
    .selectAll()
    .where(isInScope('projects.id', scope))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export function listProjectsByIds(db: Db, scope: Scope, ids: readonly string[]): Promise<ProjectRow[]> {
  return db
    .selectFrom('projects')
    .selectAll()
    .where(isOneOf('projects.id', ids))
    .where(isInScope('projects.id', scope))
    .execute();
}

export function insertProject(db: Tx, project: { id: string; name: string }): Promise<ProjectRow> {
  return db.insertInto('projects').values(project).returningAll().executeTakeFirstOrThrow();
}

export function lockProject(db: Tx, scope: Scope, id: string): Promise<ProjectRow | undefined> {
  return db
    .selectFrom('projects')
    .selectAll()
    .where('id', '=', id)
    .where(isInScope('projects.id', scope))
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps the project from being deleted while something is added to it. */
export function holdProject(db: Tx, scope: Scope, id: string): Promise<ProjectRow | undefined> {
  return db
    .selectFrom('projects')
    .selectAll()
    .where('id', '=', id)
    .where(isInScope('projects.id', scope))
    .forKeyShare()
    .executeTakeFirst();
}

export function updateProjectName(db: Tx, id: string, name: string): Promise<ProjectRow> {
  return db.updateTable('projects').set({ name }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

export async function deleteProjectRow(db: Tx, id: string): Promise<void> {
  await db.deleteFrom('projects').where('id', '=', id).execute();
}
