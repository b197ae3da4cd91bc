import { sql } from 'kysely';
import { batchReads } from './batch-reads.ts';
import { compileOnce } from './compile-once.ts';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { EnvironmentRow, EnvironmentType, SelfRegistrationMode } from './tables.ts';

export function listEnvironmentsByProjects(db: Db, projectIds: readonly string[]): Promise<EnvironmentRow[]> {
  return db
    .selectFrom('environments')
    .selectAll()
    .where(isOneOf('projectId', projectIds))
    .orderBy('type')
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

type UserIdentity = { projectId: string; id: string };

/** A list a user, in their order. */
export async function listEnvironmentsByUsers(db: Db, users: readonly UserIdentity[]): Promise<EnvironmentRow[][]> {
  const byUser = await findEnvironmentsByUsers(db, users);
  return users.map(({ id }) => byUser.get(id) ?? []);
}

const findEnvironmentsByUsers = batchReads<readonly UserIdentity[], Map<string, EnvironmentRow[]>>(
  async (db, asked) => {
    const users = asked.flat();
    const environments = await selectEnvironmentsByUsers(db, {
      projectIds: [...new Set(users.map(({ projectId }) => projectId))],
      userIds: [...new Set(users.map(({ id }) => id))],
    });
    const byUser = new Map<string, EnvironmentRow[]>();
    for (const { userIds, ...environment } of environments) {
      for (const id of userIds.split(' ')) byUser.set(id, [...(byUser.get(id) ?? []), environment]);
    }
    return asked.map(() => byUser);
  },
);

type OfUsers = { projectIds: readonly string[]; userIds: readonly string[] };

// Each environment once, with those of the users who have it: a page of them has few.
const selectEnvironmentsByUsers = compileOnce<OfUsers, EnvironmentRow & { userIds: string }>((db, parameter) =>
  db
    .selectFrom('userEnvironments as m')
    .innerJoin('environments as e', (join) =>
      join.onRef('e.projectId', '=', 'm.projectId').onRef('e.id', '=', 'm.environmentId'),
    )
    .selectAll('e')
    .select(sql<string>`string_agg(m.user_id::text, ' ')`.as('userIds'))
    .where(isOneOf('m.projectId', parameter('projectIds')))
    .where(isOneOf('m.userId', parameter('userIds')))
    .groupBy(['e.projectId', 'e.id'])
    .orderBy('e.type')
    .orderBy(sql`lower(e.name)`)
    .orderBy('e.id')
    .compile(),
);

export function countUsersByEnvironments(
  db: Db,
  projectIds: readonly string[],
  ids: readonly string[],
): Promise<{ environmentId: string; count: string }[]> {
  return db
    .selectFrom('userEnvironments')
    .select(['environmentId', (eb) => eb.fn.countAll<string>().as('count')])
    .where(isOneOf('projectId', projectIds))
    .where(isOneOf('environmentId', ids))
    .groupBy('environmentId')
    .execute();
}

/** Those of the ids that are environments of the project; none can be deleted before the transaction ends. */
export function holdEnvironments(db: Tx, projectId: string, ids: readonly string[]): Promise<EnvironmentRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectHeldEnvironments(db, { projectId, ids });
}

const selectHeldEnvironments = compileOnce<{ projectId: string; ids: readonly string[] }, EnvironmentRow>(
  (db, parameter) =>
    db
      .selectFrom('environments')
      .selectAll()
      .where('projectId', '=', parameter('projectId'))
      .where(isOneOf('id', parameter('ids')))
      .orderBy('id')
      .forKeyShare()
      .compile(),
);

/** For update: no membership can be added to it meanwhile. */
export function lockEnvironment(db: Tx, scope: Scope, id: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom('environments')
    .selectAll()
    .where(isInScope('projectId', scope))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function findEnvironment(db: Db, scope: Scope, id: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom('environments')
    .selectAll()
    .where(isInScope('projectId', scope))
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findEnvironmentByName(db: Tx, projectId: string, name: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom('environments')
    .selectAll()
    .where('projectId', '=', projectId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
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
  return db.insertInto('environments').values(environment).returningAll().executeTakeFirstOrThrow();
}

export function insertEnvironments(db: Tx, environments: NewEnvironment[]): Promise<EnvironmentRow[]> {
  return db.insertInto('environments').values(environments).returningAll().execute();
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
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteEnvironmentRow(db: Tx, { projectId, id }: EnvironmentRow): Promise<void> {
  await db.deleteFrom('environments').where('projectId', '=', projectId).where('id', '=', id).execute();
}
