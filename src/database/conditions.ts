import { type RawBuilder, sql } from 'kysely';

/** True for rows whose column is one of the ids. The SQL text is the same for any number of ids, so it is prepared once. */
export function isOneOf(column: string, ids: readonly string[] | RawBuilder<readonly string[]>): RawBuilder<boolean> {
  return sql`${sql.ref(column)} = any(${ids}::uuid[])`;
}

/** The ids of some projects, or null for the whole workspace. */
export type Scope = readonly string[] | null;

/** True for rows whose column names a project of the scope that is not removed. For tables that belong to no project alone. */
export function isInScope(column: string, scope: Scope | RawBuilder<Scope>): RawBuilder<boolean> {
  return sql`(${isNamedBy(column, scope)} and ${isOfProjectInUse(column)})`;
}

/** Like isInScope, but does not check whether the project is removed. For rows that are marked as removed with their project. */
export function isNamedBy(column: string, scope: Scope | RawBuilder<Scope>): RawBuilder<boolean> {
  return sql`(${scope}::uuid[] is null or ${sql.ref(column)} = any(${scope}::uuid[]))`;
}

/**
 * True for rows whose column names an environment of the project that is not removed. The memberships of a removed one, and the requests
 * to it, wait for the purge, unseen.
 */
export function isOfEnvironmentInUse(column: string, projectId: string): RawBuilder<boolean> {
  return sql`${sql.ref(column)} <> all (array(
    select e.id from environments e where e.project_id = ${projectId} and e.removed_at is not null))`;
}

/** True for rows whose column names a project that is not removed. */
export function isOfProjectInUse(column: string): RawBuilder<boolean> {
  return isInUse(sql.ref(column));
}

/** True for the rows of a project that is not removed. A removed project's rows wait for the purge, unseen. */
export function isOfProject(projectId: string): RawBuilder<boolean> {
  return sql`(project_id = ${projectId} and ${isInUse(projectId)})`;
}

function isInUse(projectId: unknown): RawBuilder<boolean> {
  return sql`not exists (select from projects r where r.id = ${projectId} and r.removed_at is not null)`;
}
