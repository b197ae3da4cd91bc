import { sql } from 'kysely';
import { isNamedBy, isOneOf, type Scope } from './conditions.ts';
import { batchReads } from './engine/batch-reads.ts';
import { askByProject } from './engine/by-project.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { EnvironmentRow, EnvironmentType, SelfRegistrationMode } from './tables.ts';

export const ENVIRONMENT_COLUMNS = ['projectId', 'id', 'name', 'type', 'selfRegistration', 'createdAt'] as const;

export function listEnvironmentsByProjects(db: Reader, projectIds: readonly string[]): Promise<EnvironmentRow[]> {
  return db
    .selectFrom('environments')
    .select(ENVIRONMENT_COLUMNS)
    .where(isOneOf('projectId', projectIds))
    .where('removedAt', 'is', null)
    .orderBy('type')
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

export async function countEnvironments(db: Tx, projectId: string): Promise<number> {
  const { count } = await db
    .selectFrom('environments')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('projectId', '=', projectId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One list for each of these users of a project, in their order. */
export async function listEnvironmentsByUsers(
  db: Reader,
  projectId: string,
  userIds: readonly string[],
): Promise<EnvironmentRow[][]> {
  const byUser = await findEnvironmentsByUsers(db, { projectId, userIds });
  return userIds.map((id) => byUser.get(id) ?? []);
}

type OfUsers = { projectId: string; userIds: readonly string[] };

// `largest` counts pages, each of up to a hundred users.
const findEnvironmentsByUsers = batchReads<OfUsers, Map<string, EnvironmentRow[]>>(
  (db, asked) =>
    askByProject(asked, async (projectId, pages) => {
      const userIds = [...new Set(pages.flatMap((page) => page.userIds))];
      const byUser = new Map<string, EnvironmentRow[]>(userIds.map((id) => [id, []]));
      for (const { userIds: theirs, ...environment } of await selectEnvironmentsByUsers(db, { projectId, userIds })) {
        for (const id of theirs.split(' ')) byUser.get(id)?.push(environment);
      }
      return pages.map(() => byUser);
    }),
  { largest: 20 },
);

// Selects each environment once, with the ids of the users who have it: the users of a page share few environments. Without `offset 0`
// the planner may walk through everybody of the project: where one project is large and many are small, it expects few rows.
const selectEnvironmentsByUsers = compileOnce<OfUsers, EnvironmentRow & { userIds: string }>((db, parameter) =>
  sql<EnvironmentRow & { userIds: string }>`
    select e.project_id, e.id, e.name, e.type, e.self_registration, e.created_at,
      string_agg(m.user_id::text, ' ') as user_ids
    from unnest(${parameter('userIds')}::uuid[]) as asked (user_id)
    cross join lateral (
      select user_id, environment_id from user_environments
      where project_id = ${parameter('projectId')} and user_id = asked.user_id offset 0
    ) as m
    join environments e on e.project_id = ${parameter('projectId')} and e.id = m.environment_id
    where e.removed_at is null
    group by e.project_id, e.id
    order by e.type, lower(e.name), e.id`.compile(db),
);

/** How many users each of these environments of a project has; one without any is left out. */
export function countUsersByEnvironments(
  db: Reader,
  projectId: string,
  ids: readonly string[],
): Promise<{ environmentId: string; count: string }[]> {
  return db
    .selectFrom('userEnvironments')
    .select(['environmentId', (eb) => eb.fn.countAll<string>().as('count')])
    .where('projectId', '=', projectId)
    .where(isOneOf('environmentId', ids))
    .groupBy('environmentId')
    .execute();
}

/** Returns those of the ids that are environments of the project. No removal of them can begin before the transaction ends. */
export function holdEnvironments(db: Tx, projectId: string, ids: readonly string[]): Promise<EnvironmentRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('environments')
    .select(ENVIRONMENT_COLUMNS)
    .where('projectId', '=', projectId)
    .where(isOneOf('id', ids))
    .where('removalTransaction', 'is', null)
    .orderBy('id')
    .forKeyShare()
    .execute();
}

/** Locks the environment: nobody else changes it before the transaction ends. */
export function lockEnvironment(db: Tx, scope: Scope, id: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom('environments')
    .select(ENVIRONMENT_COLUMNS)
    .where(isNamedBy('projectId', scope))
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export function findEnvironment(db: Reader, scope: Scope, id: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom('environments')
    .select(ENVIRONMENT_COLUMNS)
    .where(isNamedBy('projectId', scope))
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
}

/** The environments with these ids, of whatever projects. Removed ones are left out. */
export function listEnvironmentsByIds(db: Reader, ids: readonly string[]): Promise<EnvironmentRow[]> {
  return db
    .selectFrom('environments')
    .select(ENVIRONMENT_COLUMNS)
    .where(isOneOf('id', ids))
    .where('removedAt', 'is', null)
    .execute();
}

export function findEnvironmentByName(db: Tx, projectId: string, name: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom('environments')
    .select(ENVIRONMENT_COLUMNS)
    .where('projectId', '=', projectId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
}

export type NewEnvironment = {
  projectId: string;
  id: string;
  name: string;
  type: EnvironmentType;
  selfRegistration: SelfRegistrationMode;
};

export function insertEnvironment(db: Tx, environment: NewEnvironment): Promise<EnvironmentRow> {
  return db.insertInto('environments').values(environment).returning(ENVIRONMENT_COLUMNS).executeTakeFirstOrThrow();
}

export function insertEnvironments(db: Tx, environments: NewEnvironment[]): Promise<EnvironmentRow[]> {
  return db.insertInto('environments').values(environments).returning(ENVIRONMENT_COLUMNS).execute();
}

export function updateEnvironmentRow(
  db: Tx,
  environment: EnvironmentRow,
  changes: Partial<Pick<NewEnvironment, 'name' | 'type' | 'selfRegistration'>>,
): Promise<EnvironmentRow> {
  return db
    .updateTable('environments')
    .set(changes)
    .where('projectId', '=', environment.projectId)
    .where('id', '=', environment.id)
    .returning(ENVIRONMENT_COLUMNS)
    .executeTakeFirstOrThrow();
}
