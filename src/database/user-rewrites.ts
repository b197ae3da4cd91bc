import { sql } from 'kysely';
import { listIdentitiesByUsers } from './channel-identities.ts';
import { type Db, retryLostRaces, type Tx } from './engine/connection.ts';
import type { ChannelIdentityRow, UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

/** The columns that are computed from a user, for search, order and uniqueness. */
type MadeColumns = {
  phoneKey: string | null;
  emailKey: string | null;
  searchText: string;
  nameKey: string;
};

export type Rewrite = {
  version: number;
  /** Users per step. */
  size: number;
  make: (user: UserRow, identities: ChannelIdentityRow[]) => MadeColumns;
};

/** `users` is how many were looked at; `collisions` are the ids of those who keep a former key, because the new one is taken. */
export type RewriteStep = { users: number; collisions: string[] };

/**
 * Takes one step through all users, project by project and from the highest ids down, and updates the columns that today's code
 * computes differently. It blocks nobody: a user whose version changed meanwhile was written by today's code and is skipped. Returns 0
 * users when there are no more, or while another process does this.
 */
export function rewriteUsers(db: Db, { version, size, make }: Rewrite): Promise<RewriteStep> {
  return retryLostRaces(() =>
    db.transaction().execute(async (tx) => {
      const place = await lockPlace(tx, version);
      const next = place && (await findUsersBefore(tx, place, size));
      if (place) await movePlace(tx, version, next);
      if (!next) return { users: 0, collisions: [] };
      const { projectId, users } = next;
      const ids = users.map(({ id }) => id);
      const ofUser = Map.groupBy(await listIdentitiesByUsers(tx, projectId, ids), ({ userId }) => userId);
      const made = users.map((user) => ({ ...user, ...make(user, ofUser.get(user.id) ?? []) }));
      const collisions = await keepTakenKeys(tx, projectId, users, made);
      await updateColumns(
        tx,
        projectId,
        made.filter((user, at) => COLUMNS.some((column) => user[column] !== users[at]?.[column])),
      );
      return { users: users.length, collisions };
    }),
  );
}

type StoredUser = UserRow & MadeColumns;
type Place = { lastProjectId: string | null; lastUserId: string | null };

const COLUMNS = ['phoneKey', 'emailKey', 'searchText', 'nameKey'] as const;

function lockPlace(tx: Tx, version: number): Promise<Place | undefined> {
  return tx
    .selectFrom('userRewrites')
    .select(['lastProjectId', 'lastUserId'])
    .where('version', '=', version)
    .where('finishedAt', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

type UsersOfProject = { projectId: string; users: StoredUser[] };

/** The next users in the project of the place, or else in the next project that has some. */
async function findUsersBefore(tx: Tx, place: Place, size: number): Promise<UsersOfProject | undefined> {
  let projectId = place.lastProjectId ?? (await findProjectBefore(tx, null));
  let before = place.lastUserId;
  while (projectId !== undefined) {
    const users = await listUsersBefore(tx, projectId, before, size);
    if (users.length > 0) return { projectId, users };
    projectId = await findProjectBefore(tx, projectId);
    before = null;
  }
  return undefined;
}

async function findProjectBefore(tx: Tx, id: string | null): Promise<string | undefined> {
  const project = await tx
    .selectFrom('projects')
    .select('id')
    .$if(id !== null, (query) => query.where('id', '<', id))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return project?.id;
}

function listUsersBefore(tx: Tx, projectId: string, id: string | null, size: number): Promise<StoredUser[]> {
  return tx
    .selectFrom('users')
    .select([...USER_COLUMNS, 'phoneKey', 'emailKey', 'searchText'])
    .where('projectId', '=', projectId)
    .$if(id !== null, (query) => query.where('id', '<', id))
    .orderBy('id', 'desc')
    .limit(size)
    .execute();
}

/**
 * When two users get the same new key, only one can have it: whoever has it in the database already, else the newer one. Returns
 * the ids of those who keep their former key.
 */
async function keepTakenKeys(tx: Tx, projectId: string, users: StoredUser[], made: StoredUser[]): Promise<string[]> {
  const kept: string[] = [];
  for (const key of ['phoneKey', 'emailKey'] as const) {
    const moving = made.filter((user, at) => user[key] !== users[at]?.[key]);
    if (moving.length === 0) continue;
    const takers = await tx
      .selectFrom('users')
      .select(['id', key])
      .where('projectId', '=', projectId)
      .where(key, 'in', [...new Set(moving.map((user) => user[key]))])
      .execute();
    const taken = new Map(takers.map((user) => [user[key], user.id]));
    for (const user of moving) {
      if (!taken.has(user[key])) taken.set(user[key], user.id);
      if (taken.get(user[key]) === user.id) continue;
      user[key] = users.find(({ id }) => id === user.id)?.[key] ?? null;
      kept.push(user.id);
    }
  }
  return [...new Set(kept)];
}

async function updateColumns(tx: Tx, projectId: string, users: StoredUser[]): Promise<void> {
  if (users.length === 0) return;
  const all = <K extends keyof StoredUser>(column: K) => users.map((user) => user[column]);
  await sql`update users set phone_key = made.phone_key, email_key = made.email_key,
      search_text = made.search_text, name_key = made.name_key
    from unnest(${all('id')}::uuid[], ${all('version')}::int[], ${all('phoneKey')}::text[],
      ${all('emailKey')}::text[], ${all('searchText')}::text[], ${all('nameKey')}::text[])
      as made (id, version, phone_key, email_key, search_text, name_key)
    where users.project_id = ${projectId} and users.id = made.id and users.version = made.version`.execute(tx);
}

async function movePlace(tx: Tx, version: number, next: UsersOfProject | undefined): Promise<void> {
  const last = next?.users.at(-1);
  const changes = last ? { lastProjectId: last.projectId, lastUserId: last.id } : { finishedAt: sql<Date>`now()` };
  await tx.updateTable('userRewrites').set(changes).where('version', '=', version).execute();
}
