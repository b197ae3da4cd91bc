import { sql } from 'kysely';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import { batchById } from './engine/batch-reads.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Db, Reader, Tx } from './engine/connection.ts';
import { ENVIRONMENT_COLUMNS } from './environments.ts';
import type { AccessKeyRow, EnvironmentRow, Role } from './tables.ts';

export const ACCESS_KEY_COLUMNS = [
  'projectId',
  'id',
  'name',
  'role',
  'boundToEnvironments',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
] as const;

export type KeyInUse = {
  id: string;
  projectId: string | null;
  name: string;
  role: Role;
  secretHash: Buffer;
  environmentIds: string[] | null;
  isStale: boolean;
};

/** The key with this public id, unless it is revoked or expired. `environmentIds` is null unless it is bound to environments. */
export const findKeyInUse = batchById<KeyInUse>((db, ids) => selectKeysInUse(db, { ids }));

const selectKeysInUse = compileOnce<{ ids: readonly string[] }, KeyInUse>((db, parameter) =>
  db
    .selectFrom('accessKeys as k')
    .select(['k.id', 'k.projectId', 'k.name', 'k.role', 'k.secretHash'])
    .select(
      sql<string[] | null>`case when k.bound_to_environments then array(
        select e.environment_id::text from access_key_environments e
        where e.project_id = k.project_id and e.access_key_id = k.id) end`.as('environmentIds'),
    )
    .select(sql<boolean>`k.last_used_at is null or k.last_used_at < now() - interval '1 minute'`.as('isStale'))
    .where(isOneOf('k.id', parameter('ids')))
    .where('k.revokedAt', 'is', null)
    .where((eb) => eb.or([eb('k.expiresAt', 'is', null), eb('k.expiresAt', '>', sql<Date>`now()`)]))
    .compile(),
);

type KeyIdentity = Pick<AccessKeyRow, 'projectId' | 'id'>;

export async function touchKey(db: Db, { projectId, id }: KeyIdentity): Promise<void> {
  await db
    .updateTable('accessKeys')
    .set({ lastUsedAt: sql`now()` })
    .where('projectId', 'is not distinct from', projectId)
    .where('id', '=', id)
    .execute();
}

/** Newest first, at most `most` keys per project; keys in use take precedence over revoked and expired ones. */
export function listKeysByProjects(db: Reader, projectIds: readonly string[], most: number): Promise<AccessKeyRow[]> {
  const place = sql<string>`row_number() over (
    partition by project_id order by ${isInUse} desc, created_at desc, id desc)`.as('place');
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('accessKeys')
        .select([...ACCESS_KEY_COLUMNS, place])
        .where(isOneOf('projectId', projectIds))
        .as('keys'),
    )
    .select(ACCESS_KEY_COLUMNS)
    .where('place', '<=', String(most))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function countKeysInUse(db: Tx, projectId: string): Promise<number> {
  const { count } = await db
    .selectFrom('accessKeys')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('projectId', '=', projectId)
    .where(isInUse)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const isInUse = sql<boolean>`(revoked_at is null and (expires_at is null or expires_at > now()))`;

/** All keys of the scope with the name of their project. The workspace's own keys are included if the scope is the workspace. */
export function listKeys(db: Reader, scope: Scope): Promise<(AccessKeyRow & { project: string | null })[]> {
  return db
    .selectFrom('accessKeys as k')
    .leftJoin('projects as p', 'p.id', 'k.projectId')
    .select(ACCESS_KEY_COLUMNS.map((column) => `k.${column}` as const))
    .select('p.name as project')
    .$if(scope !== null, (query) => query.where(isInScope('k.projectId', scope)))
    .orderBy('k.createdAt')
    .orderBy('k.id')
    .execute();
}

export function listEnvironmentsByKeys(
  db: Reader,
  projectId: string,
  keyIds: readonly string[],
): Promise<(EnvironmentRow & { accessKeyId: string })[]> {
  return db
    .selectFrom('accessKeyEnvironments as b')
    .innerJoin('environments as e', (join) =>
      join.onRef('e.projectId', '=', 'b.projectId').onRef('e.id', '=', 'b.environmentId'),
    )
    .select(ENVIRONMENT_COLUMNS.map((column) => `e.${column}` as const))
    .select('b.accessKeyId')
    .where('b.projectId', '=', projectId)
    .where(isOneOf('b.accessKeyId', keyIds))
    .where('e.removedAt', 'is', null)
    .orderBy('e.type')
    .orderBy(sql`lower(e.name)`)
    .orderBy('e.id')
    .execute();
}

export type NewAccessKey = {
  id: string;
  projectId: string | null;
  name: string;
  role: Role;
  secretHash: Buffer;
  expiresAt: Date | null;
  boundToEnvironments: boolean;
};

export function insertKey(db: Tx, key: NewAccessKey): Promise<AccessKeyRow> {
  return db.insertInto('accessKeys').values(key).returning(ACCESS_KEY_COLUMNS).executeTakeFirstOrThrow();
}

export async function insertKeyEnvironments(
  db: Tx,
  { projectId, id }: KeyIdentity,
  environmentIds: readonly string[],
): Promise<void> {
  if (projectId === null || environmentIds.length === 0) return;
  await db
    .insertInto('accessKeyEnvironments')
    .values(environmentIds.map((environmentId) => ({ projectId, accessKeyId: id, environmentId })))
    .execute();
}

export function lockKey(db: Tx, scope: Scope, id: string): Promise<AccessKeyRow | undefined> {
  return db
    .selectFrom('accessKeys')
    .select(ACCESS_KEY_COLUMNS)
    .where('id', '=', id)
    .$if(scope !== null, (query) => query.where(isInScope('projectId', scope)))
    .forUpdate()
    .executeTakeFirst();
}

export function revokeKeyRow(db: Tx, { projectId, id }: KeyIdentity): Promise<AccessKeyRow> {
  return db
    .updateTable('accessKeys')
    .set({ revokedAt: sql`now()` })
    .where('projectId', 'is not distinct from', projectId)
    .where('id', '=', id)
    .returning(ACCESS_KEY_COLUMNS)
    .executeTakeFirstOrThrow();
}

export async function deleteKeysOfProject(db: Tx, projectId: string): Promise<void> {
  await db.deleteFrom('accessKeys').where('projectId', '=', projectId).execute();
}

/** Whether a key with all rights was ever created, revoked ones included. */
export async function hadWorkspaceAdministrator(db: Reader): Promise<boolean> {
  const key = await db
    .selectFrom('accessKeys')
    .select('id')
    .where('projectId', 'is', null)
    .where('role', '=', 'ADMINISTRATOR')
    .limit(1)
    .executeTakeFirst();
  return key !== undefined;
}
