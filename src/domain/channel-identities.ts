import { listBlocks } from '../database/blocked-senders.ts';
import {
  deleteIdentities,
  findIdentity,
  insertIdentities,
  listIdentitiesByExternalIds,
  listIdentitiesByUsers,
  type NewIdentity,
} from '../database/channel-identities.ts';
import { type Db, type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import type { Channel, ChannelIdentityRow, UserRow } from '../database/tables.ts';
import { listUsersByIds, lockUser, updateUserRow } from '../database/users.ts';
import { type Actor, type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { closeRequestsOf, closeRequestsWith } from './close-requests.ts';
import { followBlocks } from './follow-blocks.ts';
import { isGood, Wrong } from './form.ts';
import { identifiersOf } from './identifiers.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { externalIdProblem } from './sender-problem.ts';
import { notFound, senderBlocked, tooMany } from './shared-problems.ts';
import { type Profile, profileColumns } from './user-form.ts';
import { MAXIMUM_IDENTITIES, parseExternalId } from './values/sender.ts';

export type LinkChannelIdentityInput = { userId: string; channel: Channel; externalId?: string | null };

/** Links an id to a user. If the user has it already, nothing changes, its origin included. */
export function linkChannelIdentity(
  { actor, db }: DomainContext,
  input: LinkChannelIdentityInput,
): Promise<{ user: UserRow; channelIdentity: ChannelIdentityRow }> {
  const scope = requireRight(actor, 'writeUsers');
  const { channel } = input;
  return transact(db, async (tx) => {
    const user = await lockUser(tx, scope, input.userId);
    if (!user) return refuse(notFound('user', 'userId'));
    const externalId = parseExternalId(channel, input.externalId ?? '');
    if (externalId === undefined) return refuse(externalIdProblem('externalId', channel, input.externalId ?? ''));
    const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
    const linked = identities.find((each) => each.channel === channel && each.externalId === externalId);
    if (linked) return { user, channelIdentity: linked };
    const [taken] = await listIdentitiesByExternalIds(tx, user.projectId, [{ channel, externalId }]);
    if (taken) {
      const [other] = await listUsersByIds(tx, [user.projectId], [taken.userId]);
      return refuse(identityTaken('externalId', other));
    }
    refuseIf([
      (await listBlocks(tx, user.projectId, [{ channel, externalId }])).length > 0 && senderBlocked('externalId'),
      identities.length >= MAXIMUM_IDENTITIES && tooManyIdentities(),
    ]);
    await followBlocks(tx, user.projectId, identifiersOf(user, identities), [{ channel, externalId }]);
    const [channelIdentity] = await addIdentities(tx, actor, user, [{ channel, externalId, linkedBy: 'OWNER' }]);
    if (!channelIdentity) throw new Error('The insert returned no identity.');
    return { user: await saveUser(tx, user), channelIdentity };
  });
}

/** Unlinks an id from its user. Refused if nothing else could recognise the user. */
export function unlinkChannelIdentity({ actor, db }: DomainContext, input: { id: string }): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const found = await findIdentity(tx, scope, input.id);
    // The user is locked before its identities are counted. Meanwhile this identity may have been removed or moved.
    const user = found && (await lockUser(tx, [found.projectId], found.userId));
    const identities = user ? await listIdentitiesByUsers(tx, [user.projectId], [user.id]) : [];
    const identity = identities.find(({ id }) => id === input.id);
    if (!user || !identity) {
      if (await findIdentity(tx, scope, input.id)) throw new LostRaceError();
      return refuse(notFound('channel identity'));
    }
    refuseIf([user.phoneNumber === null && identities.length === 1 && lastIdentity('id')]);
    await removeIdentities(tx, actor, user, [identity]);
    const saved = await saveUser(tx, user);
    await closeRequestsWith(tx, user.projectId, identifiersOf({ phoneNumber: null }, [identity]));
    return saved;
  });
}

export type ChannelIdentityInput = { channel: Channel; externalId?: string | null };

/** The ids that a form gives a new user, duplicates left out; Wrong in place of an id that is malformed. */
export function readIdentities(inputs: readonly ChannelIdentityInput[]): (ListedIdentity | Wrong)[] {
  const seen = new Set<string>();
  return inputs.flatMap(({ channel, externalId }, place) => {
    const id = parseExternalId(channel, externalId ?? '');
    if (id === undefined) return new Wrong(externalIdProblem(fieldOf(place), channel, externalId ?? ''));
    const key = `${channel} ${id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return { channel, externalId: id, linkedBy: 'OWNER', place } as const;
  });
}

/** An id with its position in the form's list. */
type ListedIdentity = NewIdentity & { place: number };

/** Returns `listed` if all are good, not too many, and none is another user's or blocked; otherwise what is wrong. */
export async function readFreeIdentities(
  db: Db,
  projectId: string,
  listed: readonly (ListedIdentity | Wrong)[],
): Promise<readonly (ListedIdentity | Wrong)[] | Wrong> {
  const identities = listed.filter(isGood);
  const taken = await listIdentitiesByExternalIds(db, projectId, identities);
  const ids = taken.map(({ userId }) => userId);
  const users = ids.length > 0 ? await listUsersByIds(db, [projectId], ids) : [];
  const ownerOf = ({ channel, externalId }: NewIdentity) => {
    const other = taken.find((each) => each.channel === channel && each.externalId === externalId);
    return other && users.find(({ id }) => id === other.userId);
  };
  const blocks = await listBlocks(db, projectId, identities);
  const problems = listed.flatMap((each) => {
    if (!isGood(each)) return each.problems;
    const owner = ownerOf(each);
    if (owner) return [identityTaken(fieldOf(each.place), owner)];
    const isBlocked = blocks.some(
      ({ channel, externalId }) => channel === each.channel && externalId === each.externalId,
    );
    return isBlocked ? [senderBlocked(fieldOf(each.place))] : [];
  });
  if (identities.length > MAXIMUM_IDENTITIES)
    problems.unshift({ ...tooManyIdentities(), field: ['channelIdentities'] });
  return problems.length > 0 ? new Wrong(...problems) : listed;
}

function fieldOf(index: number): string[] {
  return ['channelIdentities', String(index), 'externalId'];
}

export function identityTaken(field: string | string[], user: UserRow | undefined): Problem {
  return problem(field, 'IDENTITY_TAKEN', 'Another user has this id', user);
}

/** Links ids to a locked user and writes audit events. It does not update the user's own row: call `saveUser`. */
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

/** Unlinks ids from a locked user and writes audit events. Call `saveUser` afterwards. */
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

/**
 * Writes the changes, and the search and order columns that follow from them and from the present identities. Requests of senders who
 * are let in as this user from now on are closed.
 */
export async function saveUser(tx: Tx, user: UserRow, changes: Partial<Profile> = {}): Promise<UserRow> {
  const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
  const saved = await updateUserRow(tx, user, profileColumns({ ...user, ...changes }, identities));
  await closeRequestsOf(tx, saved);
  return saved;
}

export function tooManyIdentities() {
  return tooMany(MAXIMUM_IDENTITIES, 'channel identities', 'A user');
}

export function lastIdentity(field: string) {
  const message = 'Nothing else could recognise this user: there is no phone number and no other channel identity';
  return problem(field, 'LAST_IDENTITY', message);
}
