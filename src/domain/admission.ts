import { v7 as uuid } from 'uuid';
import type { SenderRow } from '../database/access.ts';
import type { NewIdentity } from '../database/channel-identities.ts';
import type { Tx } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { insertUsers } from '../database/new-users.ts';
import type { Channel, EnvironmentRow, LinkOrigin, UserRow } from '../database/tables.ts';
import { insertMemberships, listEnvironmentIdsOfUser, membershipsOf } from '../database/user-environments.ts';
import { lockUser } from '../database/users.ts';
import type { Actor } from './actor.ts';
import { audit, auditEvent } from './audit-events.ts';
import { addIdentities, saveUser } from './channel-identities.ts';
import { closeRequestsOf } from './close-requests.ts';
import { type AccessMatch, lookUpIn, type RecognisedUser, recognise } from './recognition.ts';
import { type Profile, profileColumns } from './user-form.ts';
import type { Sender } from './values/sender.ts';

export type Known = { user: UserRow; recognised: RecognisedUser; row: SenderRow };

/** Locks the user whom the sender was recognised as, and recognises again: meanwhile it may be another, or nobody. */
export async function lockRecognised(
  tx: Tx,
  environment: Pick<EnvironmentRow, 'projectId' | 'id'>,
  sender: Sender,
  seen: RecognisedUser,
): Promise<Known> {
  const user = await lockUser(tx, environment.projectId, seen.userId);
  // While this waited for the lock, the user may have been deleted, merged, or given another number.
  const row = await lookUpIn(tx, environment, sender);
  const recognised = recognise(sender, row);
  if (!user || recognised.status !== 'USER' || recognised.userId !== user.id) throw new LostRaceError();
  return { user, recognised, row };
}

type Gain = {
  environmentIds: readonly string[];
  identities: readonly NewIdentity[];
  /** Whether the end of the user's time in an environment was just lifted. */
  isRenewed?: boolean;
};

/** Gives a locked user further environments and ids. With neither, and no more time, the user stays as it is. */
export async function letIn(
  tx: Tx,
  actor: Actor,
  user: UserRow,
  { environmentIds, identities, isRenewed = false }: Gain,
  changes: Partial<Profile> = {},
): Promise<UserRow> {
  const changedFields = [
    ...Object.keys(changes),
    ...(environmentIds.length > 0 ? ['environments'] : []),
    ...(isRenewed ? ['accessExpiries'] : []),
  ];
  if (changedFields.length + identities.length === 0) return user;
  await insertMemberships(tx, user.projectId, membershipsOf(user, environmentIds));
  if (changedFields.length > 0) await audit(tx, actor, 'USER_UPDATED', user, { changedFields });
  await addIdentities(tx, actor, user, identities);
  return saveUser(tx, user, changes);
}

/** Those of the environments that a locked user does not have yet. */
export async function listGained(tx: Tx, user: UserRow, environmentIds: readonly string[]): Promise<string[]> {
  const current = await listEnvironmentIdsOfUser(tx, user);
  return environmentIds.filter((id) => !current.includes(id));
}

/** A sender's id, to be linked for this reason; nothing without an id. */
export function identityOf(channel: Channel, externalId: string | null, linkedBy: LinkOrigin): NewIdentity[] {
  return externalId === null ? [] : [{ channel, externalId, linkedBy }];
}

/** Why the id of a recognised sender is taken to be the user's. */
export function originBy(matchedBy: AccessMatch): LinkOrigin {
  return matchedBy === 'EMAIL' ? 'EMAIL' : 'PHONE_NUMBER';
}

/** Creates a SELF_REGISTERED user for a sender whom nobody is. */
export async function admitNewcomer(
  tx: Tx,
  actor: Actor,
  { projectId, environmentIds }: { projectId: string; environmentIds: readonly string[] },
  { channel, externalId, phoneNumber }: Sender,
  profile: Omit<Profile, 'phoneNumber'>,
): Promise<UserRow> {
  // On WhatsApp the number belongs to the id. On other channels people share a contact, so the id is what registered.
  const linkedBy = channel === 'WHATSAPP' && phoneNumber !== null ? 'PHONE_NUMBER' : 'REGISTRATION';
  const identities = identityOf(channel, externalId, linkedBy);
  const newcomer = {
    projectId,
    id: uuid(),
    creationSource: 'SELF_REGISTERED',
    ...profileColumns({ ...profile, phoneNumber }, identities),
  } as const;
  const event = auditEvent(actor, 'USER_SELF_REGISTERED', newcomer);
  const [user] = await insertUsers(tx, [{ user: newcomer, environmentIds, identities, event }]);
  if (!user) throw new Error('The insert returned no user.');
  await closeRequestsOf(tx, projectId, [user]);
  return user;
}
