import { type RawBuilder, sql } from 'kysely';

/** Holds for rows whose column is one of the ids: one text for lists of any length, so that it is prepared once. */
export function isOneOf(column: string, ids: readonly string[] | RawBuilder<readonly string[]>): RawBuilder<boolean> {
  return sql`${sql.ref(column)} = any(${ids}::uuid[])`;
}

/** Some projects by their ids, or (null) all of the workspace. */
export type Scope = readonly string[] | null;

/** Holds for rows whose column names a project of the scope that is not removed. */
export function isInScope(column: string, scope: Scope | RawBuilder<Scope>): RawBuilder<boolean> {
  return sql`(${isNamedBy(column, scope)} and ${isOfProjectInUse(column)})`;
}

/** The same without a look at the project, for rows that are marked themselves when it is removed. */
export function isNamedBy(column: string, scope: Scope | RawBuilder<Scope>): RawBuilder<boolean> {
  return sql`(${scope}::uuid[] is null or ${sql.ref(column)} = any(${scope}::uuid[]))`;
}

/** Holds for rows whose column names a project that is not removed: the rows of one that is are going, and not there for anybody. */
export function isOfProjectInUse(column: string): RawBuilder<boolean> {
  return sql`not exists (select from projects r where r.id = ${sql.ref(column)} and r.removed_at is not null)`;
}
