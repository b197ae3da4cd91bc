import { insertIdentities, markFromBeforePhone } from '../database/channel-identities.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { ChannelIdentityRow, LinkOrigin, UserRow } from '../database/tables.ts';
import {
  deleteMemberships,
  type Expiry,
  insertMemberships,
  membershipsOf,
  saveExpiries,
} from '../database/user-environments.ts';
import type { Actor } from './actor.ts';
import { auditAll } from './audit-events.ts';
import {
  judgeIdentities,
  type ListedIdentity,
  lastIdentity,
  removeIdentities,
  saveUsers,
} from './channel-identities.ts';
import { closeRequestsOf, closeRequestsWith } from './close-requests.ts';
import { followBlocks } from './follow-blocks.ts';
import { isGood, Wrong } from './form.ts';
import { identifiersOf } from './identifiers.ts';
import { environmentMissing, lastEnvironment } from './shared-problems.ts';
import type { Subject } from './subjects.ts';
import { conflictsOf, contactKeys, type FoundPerson, type SoughtPerson } from './user-conflicts.ts';
import {
  changedContacts,
  changedFields,
  goodProfile,
  isOtherEmail,
  isOtherPhone,
  type Profile,
  type ReadForm,
  readUserForm,
  type UserFormFields,
} from './user-form.ts';

/** What a user is to become: omitted is untouched, and ids are linked beside those that the user has. */
export type Wish = UserFormFields & {
  environmentIds?: readonly string[] | null;
  listed?: readonly (ListedIdentity | Wrong)[];
};

/** A change as it was read; what is wrong with it stands in `form` and `listed`. */
export type Change = Subject & {
  form: ReadForm;
  /** The profile afterwards. */
  next: Profile;
  /** The environments afterwards, and what that changes. */
  wanted: readonly string[];
  added: readonly string[];
  removed: readonly string[];
  /** The identities that go with a phone number or e-mail address that changes. */
  lost: ChannelIdentityRow[];
  listed: readonly (ListedIdentity | Wrong)[];
  /** Ends of access that change. */
  expiries: readonly Expiry[];
};

export function planChange(subject: Subject, { environmentIds, listed = [], ...fields }: Wish): Change {
  const { user, identities, access } = subject;
  const current = [...access.keys()];
  const mayLackPhoneNumber = user.phoneNumber === null && identities.length > 0;
  const form = readUserForm(fields, { ...user, mayLackPhoneNumber });
  const next = goodProfile(form, user);
  const wanted = environmentIds === undefined ? current : [...new Set(environmentIds ?? [])];
  return {
    ...subject,
    form,
    next,
    wanted,
    added: wanted.filter((id) => !current.includes(id)),
    removed: current.filter((id) => !wanted.includes(id)),
    lost: identities.filter(({ linkedBy }) => goesWithChange(linkedBy, user, next)),
    listed,
    expiries: [],
  };
}

/** Whether the number or address by which the identity was linked changes. Another writing of the same one is no change. */
function goesWithChange(linkedBy: LinkOrigin, before: Profile, after: Profile): boolean {
  if (linkedBy === 'PHONE_NUMBER') return isOtherPhone(before, after);
  return linkedBy === 'EMAIL' && isOtherEmail(before, after);
}

/** What must be looked up to judge the change. */
export function soughtBy({ user, next, listed }: Change): SoughtPerson {
  return { ...contactKeys(changedContacts(user, next)), identities: listed.filter(isGood) };
}

/** Judges a change: the form's fields, Wrong in place of those that are not good. `held` are environments that cannot be deleted meanwhile. */
export function judgeChange(change: Change, person: FoundPerson, held: ReadonlySet<string>): object {
  const { user, identities, form, next, lost, listed } = change;
  const linked = identities.length - lost.length;
  const linkedNow = newIdentities(change);
  const linkedAgain = lost.filter((each) => linkedNow.some(isSame(each))).length;
  // The form does not let a user lose a phone number.
  const hasPhone = user.phoneNumber !== null || next.phoneNumber !== null;
  const losesAll = lost.length > 0 && linked === 0 && !hasPhone;
  return {
    ...form,
    ...(losesAll && { email: new Wrong(lastIdentity('email')) }),
    ...conflictsOf(changedContacts(user, next), person, user.id),
    environmentIds: judgeChosen(change, held),
    channelIdentities: judgeIdentities(listed, person, { id: user.id, linked: linked + linkedAgain }),
  };
}

function judgeChosen({ wanted, added, removed }: Change, held: ReadonlySet<string>): readonly string[] | Wrong {
  if (wanted.length === 0) return new Wrong(lastEnvironment());
  // Environments that are being removed are not held. A user who loses others must keep one that stays.
  const isMissing = added.some((id) => !held.has(id)) || (removed.length > 0 && !wanted.some((id) => held.has(id)));
  return isMissing ? new Wrong(environmentMissing()) : wanted;
}

/** The fields that the change changes; none when the user has everything already. */
export function differences(change: Change): string[] {
  const { user, next, added, removed, expiries } = change;
  const environments = added.length + removed.length > 0 ? ['environments'] : [];
  const ends = expiries.length > 0 ? ['accessExpiries'] : [];
  const identities = newIdentities(change).length > 0 ? ['channelIdentities'] : [];
  return [...changedFields(user, next), ...environments, ...ends, ...identities];
}

/** Those to be linked; again, where one is listed that goes with the number or address by which it was linked. */
function newIdentities({ identities, lost, listed }: Change): ListedIdentity[] {
  const stay = identities.filter((each) => !lost.includes(each));
  return listed.filter(isGood).filter((each) => !stay.some(isSame(each)));
}

function isSame({ channel, externalId }: Pick<ChannelIdentityRow, 'channel' | 'externalId'>) {
  return (other: Pick<ChannelIdentityRow, 'channel' | 'externalId'>) =>
    other.channel === channel && other.externalId === externalId;
}

/**
 * Makes changes that were judged good, of users of one project, in a dozen statements for however many. Each must change something.
 * Identities that were linked by the phone number or e-mail address are unlinked when it changes: somebody with a mistyped number must
 * not stay in under the right one's name. Returns the users in no order.
 */
export async function applyChanges(
  tx: Tx,
  actor: Actor,
  projectId: string,
  changes: readonly Change[],
): Promise<UserRow[]> {
  if (changes.length === 0) return [];
  const renumbered = changes.filter(({ user, next }) => isOtherPhone(user, next));
  const moves = changes.map((change) => {
    const to = identifiersOf(renumbered.includes(change) ? change.next : NO_NUMBER, newIdentities(change));
    return { user: change.user, from: identifiersOf(change.user, change.identities), to };
  });
  await followBlocks(tx, actor, projectId, moves);
  await insertMemberships(
    tx,
    projectId,
    changes.flatMap(({ user, added }) => membershipsOf(user, added)),
  );
  const ends = changes.flatMap(({ user, expiries }) => expiries.map((expiry) => ({ userId: user.id, ...expiry })));
  await saveExpiries(tx, projectId, ends);
  const lost = changes.flatMap((change) => change.lost);
  await removeIdentities(tx, actor, projectId, lost);
  // The order matters: ids of before are from before the number.
  await markFromBeforePhone(
    tx,
    projectId,
    renumbered.map(({ user }) => user),
  );
  const links = changes.flatMap((change) => newIdentities(change).map((each) => ({ userId: change.user.id, ...each })));
  await insertIdentities(tx, projectId, links);
  const saved = await saveUsers(
    tx,
    projectId,
    changes.map(({ user, next }) => ({ id: user.id, ...next })),
  );
  // Not before: of a user who is written already, the loss of memberships is not written again.
  await deleteMemberships(
    tx,
    projectId,
    changes.flatMap(({ user, removed }) => membershipsOf(user, removed)),
  );
  await closeRequestsOf(tx, projectId, saved);
  const lostNumbers = renumbered.flatMap(({ user }) => identifiersOf(user, []));
  const lostEmails = changes.flatMap(({ user, next }) => (isOtherEmail(user, next) ? [user.email] : []));
  await closeRequestsWith(tx, projectId, [...lostNumbers, ...identifiersOf(NO_NUMBER, lost)], lostEmails);
  const updates = changes.map((change) => ({
    action: 'USER_UPDATED' as const,
    subject: change.user,
    changedFields: differences(change),
  }));
  await auditAll(tx, actor, updates);
  return saved;
}

const NO_NUMBER = { phoneNumber: null };
