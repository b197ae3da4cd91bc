import { listBlocks } from '../database/blocked-senders.ts';
import {
  deleteIdentities,
  findIdentity,
  insertIdentities,
  listIdentitiesByExternalIds,
  listIdentitiesByUsers,
  type NewIdentity,
} from '../database/channel-identities.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { inItsProject } from '../database/project-of.ts';
import type { Channel, ChannelIdentityRow, UserRow } from '../database/tables.ts';
import { listUsersByIds, lockUser, updateUserRows } from '../database/users.ts';
import { type Actor, type DomainContext, requireRight } from './actor.ts';
import { auditAll, type Deed } from './audit-events.ts';
import { closeRequestsOf, closeRequestsWith } from './close-requests.ts';
import { followBlocks } from './follow-blocks.ts';
import { isGood, Wrong } from './form.ts';
import { identifiersOf } from './identifiers.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { externalIdProblem } from './sender-problem.ts';
import { notFound, senderBlocked, tooMany } from './shared-problems.ts';
import type { FoundPerson } from './user-conflicts.ts';
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
    const user = await inItsProject(tx, 'users', scope, input.userId, lockUser);
    if (!user) return refuse(notFound('user', 'userId'));
    const externalId = parseExternalId(channel, input.externalId ?? '');
    if (externalId === undefined) return refuse(externalIdProblem('externalId', channel, input.externalId ?? ''));
    const identities = await listIdentitiesByUsers(tx, user.projectId, [user.id]);
    const linked = identities.find((each) => each.channel === channel && each.externalId === externalId);
    if (linked) return { user, channelIdentity: linked };
    const [taken] = await listIdentitiesByExternalIds(tx, user.projectId, [{ channel, externalId }]);
    const [other] = taken ? await listUsersByIds(tx, user.projectId, [taken.userId]) : [];
    refuseIf([
      taken && identityTaken('externalId', other),
      (await listBlocks(tx, user.projectId, [{ channel, externalId }])).length > 0 && senderBlocked('externalId'),
      identities.length >= MAXIMUM_IDENTITIES && tooManyIdentities(),
    ]);
    const move = { user, from: identifiersOf(user, identities), to: [{ channel, externalId }] };
    await followBlocks(tx, actor, user.projectId, [move]);
    const [channelIdentity] = await addIdentities(tx, actor, user, [{ channel, externalId, linkedBy: 'OWNER' }]);
    if (!channelIdentity) throw new Error('The insert returned no identity.');
    return { user: await saveUser(tx, user), channelIdentity };
  });
}

/** Unlinks an id from its user. Refused if nothing else could recognise the user. */
export function unlinkChannelIdentity({ actor, db }: DomainContext, input: { id: string }): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const found = await inItsProject(tx, 'channelIdentities', scope, input.id, findIdentity);
    // The user is locked before its identities are counted. Meanwhile this identity may have been removed or moved.
    const user = found && (await lockUser(tx, found.projectId, found.userId));
    const identities = user ? await listIdentitiesByUsers(tx, user.projectId, [user.id]) : [];
    const identity = identities.find(({ id }) => id === input.id);
    if (!user || !identity) {
      if (found && (await findIdentity(tx, found.projectId, input.id))) throw new LostRaceError();
      return refuse(notFound('channel identity'));
    }
    refuseIf([user.phoneNumber === null && identities.length === 1 && lastIdentity('id')]);
    await removeIdentities(tx, actor, user.projectId, [identity]);
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
export type ListedIdentity = NewIdentity & { place: number };

/**
 * Returns `listed` if all are good, not too many, and none is another user's or blocked; otherwise what is wrong. Those that `own` has
 * are good.
 */
export function judgeIdentities(
  listed: readonly (ListedIdentity | Wrong)[],
  person: FoundPerson,
  own: { id: string | null; linked: number } = { id: null, linked: 0 },
): readonly (ListedIdentity | Wrong)[] | Wrong {
  const isOwn = (each: ListedIdentity) => own.id !== null && person.ownerOf(each)?.id === own.id;
  const fresh = listed.filter(isGood).filter((each) => !isOwn(each));
  const problems = listed.flatMap((each) => {
    if (!isGood(each)) return each.problems;
    if (isOwn(each)) return [];
    const owner = person.ownerOf(each);
    return [
      ...(owner ? [identityTaken(fieldOf(each.place), owner)] : []),
      ...(person.isBlocked(each) ? [senderBlocked(fieldOf(each.place))] : []),
    ];
  });
  if (own.linked + fresh.length > MAXIMUM_IDENTITIES && fresh.length > 0)
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
  const links = identities.map((identity) => ({ userId: user.id, ...identity }));
  const added = await insertIdentities(tx, user.projectId, links);
  await auditAll(tx, actor, added.map(linked));
  return added;
}

/** Unlinks ids from locked users of one project and writes audit events. Call `saveUsers` afterwards. */
export async function removeIdentities(
  tx: Tx,
  actor: Actor,
  projectId: string,
  identities: readonly ChannelIdentityRow[],
): Promise<void> {
  const ids = identities.map(({ id }) => id);
  await deleteIdentities(tx, projectId, ids);
  await auditAll(tx, actor, identities.map(unlinked));
}

function linked({ projectId, userId, id }: ChannelIdentityRow): Deed {
  return { action: 'CHANNEL_IDENTITY_LINKED', subject: { projectId, id: userId }, relatedId: id };
}

function unlinked({ projectId, userId, id }: ChannelIdentityRow): Deed {
  return { action: 'CHANNEL_IDENTITY_UNLINKED', subject: { projectId, id: userId }, relatedId: id };
}

/**
 * Writes the changes, and the search and order columns that follow from them and from the present identities. Requests of senders who
 * are let in as this user from now on are closed.
 */
export async function saveUser(tx: Tx, user: UserRow, changes: Partial<Profile> = {}): Promise<UserRow> {
  const [saved] = await saveUsers(tx, user.projectId, [{ ...user, ...changes }]);
  if (!saved) throw new Error('The update returned no user.');
  await closeRequestsOf(tx, user.projectId, [saved]);
  return saved;
}

/** The same for several users of one project, but for their requests. Returns them in no order. */
export async function saveUsers(
  tx: Tx,
  projectId: string,
  users: readonly (Profile & { id: string })[],
): Promise<UserRow[]> {
  const ids = users.map(({ id }) => id);
  const byUser = Map.groupBy(await listIdentitiesByUsers(tx, projectId, ids), ({ userId }) => userId);
  const changed = users.map((user) => ({ id: user.id, ...profileColumns(user, byUser.get(user.id)) }));
  return updateUserRows(tx, projectId, changed);
}

export function tooManyIdentities() {
  return tooMany(MAXIMUM_IDENTITIES, 'channel identities', 'A user');
}

export function lastIdentity(field: string) {
  const message = 'Nothing else could recognise this user: there is no phone number and no other channel identity';
  return problem(field, 'LAST_IDENTITY', message);
}
