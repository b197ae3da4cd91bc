import {
  deleteIdentities,
  findIdentity,
  insertIdentities,
  listIdentitiesByExternalIds,
  listIdentitiesByUsers,
  type NewIdentity,
} from '../database/channel-identities.ts';
import { type Db, type Tx, transact } from '../database/engine/connection.ts';
import type { Channel, ChannelIdentityRow, UserRow } from '../database/tables.ts';
import { listUsersByIds, lockUser, updateUserRow } from '../database/users.ts';
import { type Actor, type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit.ts';
import { type Problem, problem, RefusalError, refuse, refuseIf, tooMany } from './refusal.ts';
import { externalIdProblem } from './sender-problem.ts';
import { type Profile, profileColumns } from './user-form.ts';
import { MAXIMUM_IDENTITIES, parseExternalId } from './values/sender.ts';

export type LinkChannelIdentityInput = { userId: string; channel: Channel; externalId?: string | null };

/** Says that an id is this user's. What the user has already stays as it is, its origin too. */
export function linkChannelIdentity(
  { actor, db }: DomainContext,
  input: LinkChannelIdentityInput,
): Promise<{ user: UserRow; channelIdentity: ChannelIdentityRow }> {
  const scope = requireRight(actor, 'writeUsers');
  const { channel } = input;
  return transact(db, async (tx) => {
    const user = await lockUser(tx, scope, input.userId);
    if (!user) return refuse('userId', 'NOT_FOUND', 'There is no such user');
    const externalId = parseExternalId(channel, input.externalId ?? '');
    if (externalId === undefined)
      throw new RefusalError([externalIdProblem('externalId', channel, input.externalId ?? '')]);
    const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
    const linked = identities.find((each) => each.channel === channel && each.externalId === externalId);
    if (linked) return { user, channelIdentity: linked };
    const [taken] = await listIdentitiesByExternalIds(tx, user.projectId, [{ channel, externalId }]);
    if (taken) {
      const [other] = await listUsersByIds(tx, [user.projectId], [taken.userId]);
      throw new RefusalError([identityTaken('externalId', other)]);
    }
    refuseIf([identities.length >= MAXIMUM_IDENTITIES && tooManyIdentities()]);
    const [channelIdentity] = await addIdentities(tx, actor, user, [{ channel, externalId, linkedBy: 'OWNER' }]);
    if (!channelIdentity) throw new Error('The insert returned no identity.');
    return { user: await saveUser(tx, user), channelIdentity };
  });
}

/** Takes an id from its user, unless nothing else could recognise them. */
export function unlinkChannelIdentity({ actor, db }: DomainContext, input: { id: string }): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const found = await findIdentity(tx, scope, input.id);
    // The user is locked before its identities are counted; meanwhile this one may have gone, or moved to another user.
    const user = found && (await lockUser(tx, [found.projectId], found.userId));
    const identities = user ? await listIdentitiesByUsers(tx, [user.projectId], [user.id]) : [];
    const identity = identities.find(({ id }) => id === input.id);
    if (!user || !identity) return refuse('id', 'NOT_FOUND', 'There is no such channel identity');
    refuseIf([user.phoneNumber === null && identities.length === 1 && lastIdentity('id')]);
    await removeIdentities(tx, actor, user, [identity]);
    return saveUser(tx, user);
  });
}

export type ChannelIdentityInput = { channel: Channel; externalId?: string | null };

/** An id that a form gives, at this place of its list. */
type ListedIdentity = NewIdentity & { place: number };

/** The ids that a form gives a new user, each once. */
export function readIdentities(inputs: readonly ChannelIdentityInput[], problems: Problem[]): ListedIdentity[] {
  const identities = new Map<string, ListedIdentity>();
  for (const [place, { channel, externalId }] of inputs.entries()) {
    const id = parseExternalId(channel, externalId ?? '');
    const key = `${channel} ${id}`;
    if (id === undefined) problems.push(externalIdProblem(fieldOf(place), channel, externalId ?? ''));
    else if (!identities.has(key)) identities.set(key, { channel, externalId: id, linkedBy: 'OWNER', place });
  }
  if (identities.size > MAXIMUM_IDENTITIES) problems.push({ ...tooManyIdentities(), field: ['channelIdentities'] });
  return [...identities.values()];
}

/** Those that other users of the project have already. */
export async function findTakenIdentities(
  db: Db,
  projectId: string,
  identities: readonly ListedIdentity[],
): Promise<Problem[]> {
  const taken = await listIdentitiesByExternalIds(db, projectId, identities);
  if (taken.length === 0) return [];
  const ids = taken.map(({ userId }) => userId);
  const users = new Map((await listUsersByIds(db, [projectId], ids)).map((user) => [user.id, user]));
  const ownerOf = ({ channel, externalId }: NewIdentity) =>
    users.get(taken.find((each) => each.channel === channel && each.externalId === externalId)?.userId ?? '');
  return identities.flatMap((identity) => {
    const owner = ownerOf(identity);
    return owner ? [identityTaken(fieldOf(identity.place), owner)] : [];
  });
}

function fieldOf(index: number): string[] {
  return ['channelIdentities', String(index), 'externalId'];
}

function identityTaken(field: string | string[], user: UserRow | undefined): Problem {
  return problem(field, 'IDENTITY_TAKEN', 'Another user has this id', user);
}

/** Links ids to a user who is locked, and tells it. The user's own row is left to `saveUser`. */
export async function addIdentities(
  tx: Tx,
  actor: Actor,
  user: UserRow,
  identities: readonly NewIdentity[],
): Promise<ChannelIdentityRow[]> {
  const added = await insertIdentities(tx, user, identities);
  for (const { id } of added) await audit(tx, actor, 'CHANNEL_IDENTITY_LINKED', user, { relatedId: id });
  return added;
}

/** The other way round. */
export async function removeIdentities(
  tx: Tx,
  actor: Actor,
  user: UserRow,
  identities: readonly ChannelIdentityRow[],
): Promise<void> {
  await deleteIdentities(
    tx,
    user.projectId,
    identities.map(({ id }) => id),
  );
  for (const { id } of identities) await audit(tx, actor, 'CHANNEL_IDENTITY_UNLINKED', user, { relatedId: id });
}

/** Writes the user with what changed, and what search and order make of it and of the identities as they are now. */
export async function saveUser(tx: Tx, user: UserRow, changes: Partial<Profile> = {}): Promise<UserRow> {
  const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
  const { phoneNumber, email, firstName, middleName, lastName } = { ...user, ...changes };
  return updateUserRow(tx, user, profileColumns({ phoneNumber, email, firstName, middleName, lastName }, identities));
}

export function tooManyIdentities() {
  return tooMany(MAXIMUM_IDENTITIES, 'channel identities', 'A user');
}

export function lastIdentity(field: string) {
  const message = 'Nothing else could recognise this user: there is no phone number and no other channel identity';
  return problem(field, 'LAST_IDENTITY', message);
}
