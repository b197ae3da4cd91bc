import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { ChannelIdentityRow, UserRow } from '../database/tables.ts';
import { listMemberships } from '../database/user-environments.ts';

/** A locked user with what belongs to it. */
export type Subject = {
  user: UserRow;
  identities: ChannelIdentityRow[];
  /** Until when the user may talk, by the ids of their environments; null: for ever. */
  access: ReadonlyMap<string, Date | null>;
};

/** What belongs to locked users of one project, in their order. */
export async function listSubjects(tx: Tx, projectId: string, users: readonly UserRow[]): Promise<Subject[]> {
  const ids = users.map(({ id }) => id);
  const identities = Map.groupBy(await listIdentitiesByUsers(tx, projectId, ids), ({ userId }) => userId);
  const memberships = Map.groupBy(await listMemberships(tx, projectId, ids), ({ userId }) => userId);
  return users.map((user) => ({
    user,
    identities: identities.get(user.id) ?? [],
    access: new Map((memberships.get(user.id) ?? []).map(({ environmentId, expiresAt }) => [environmentId, expiresAt])),
  }));
}
