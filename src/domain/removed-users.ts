import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { UserRow } from '../database/tables.ts';
import { deleteUserRows } from '../database/users.ts';
import type { Actor } from './actor.ts';
import { auditAll } from './audit-events.ts';
import { closeRequestsWith } from './close-requests.ts';
import { identifiersOf } from './identifiers.ts';

/** Deletes locked users of one project from all environments, a few statements for however many. */
export async function removeUsers(tx: Tx, actor: Actor, projectId: string, users: readonly UserRow[]): Promise<void> {
  const ids = users.map(({ id }) => id);
  const identities = await listIdentitiesByUsers(tx, projectId, ids);
  await deleteUserRows(tx, projectId, ids);
  const identifiers = [
    ...users.flatMap((user) => identifiersOf(user, [])),
    ...identifiersOf({ phoneNumber: null }, identities),
  ];
  await closeRequestsWith(
    tx,
    projectId,
    identifiers,
    users.map(({ email }) => email),
  );
  await auditAll(
    tx,
    actor,
    users.map((user) => ({ action: 'USER_DELETED', subject: user })),
  );
}
