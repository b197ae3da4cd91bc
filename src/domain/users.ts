import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers, markFromBeforePhone } from '../database/channel-identities.ts';
import { type Db, retryLostRaces, transact } from '../database/engine/connection.ts';
import { findPreconditions, insertUser } from '../database/new-users.ts';
import type { ChannelIdentityRow, LinkOrigin, UserRow } from '../database/tables.ts';
import {
  deleteMemberships,
  insertMemberships,
  listEnvironmentIdsOfUser,
  saveExpiries,
} from '../database/user-environments.ts';
import { deleteUserRow, lockUser } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit, auditEvent } from './audit-events.ts';
import {
  type ChannelIdentityInput,
  lastIdentity,
  readFreeIdentities,
  readIdentities,
  removeIdentities,
  saveUser,
} from './channel-identities.ts';
import { closeRequestsOf, closeRequestsWith } from './close-requests.ts';
import { followBlocks } from './follow-blocks.ts';
import { gather, isGood, Wrong, wrong } from './form.ts';
import { findEarlierUser, readIdempotencyKey, rememberUser } from './idempotency.ts';
import { identifiersOf } from './identifiers.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { environmentMissing, notFound } from './shared-problems.ts';
import { type AccessExpiryInput, readAccessExpiries, readChosenEnvironments } from './user-access.ts';
import { describeConflicts, findConflicts } from './user-conflicts.ts';
import {
  changedContacts,
  changedFields,
  goodProfile,
  isOtherEmail,
  isOtherPhone,
  NOBODY,
  PROFILE_FIELDS,
  type Profile,
  profileColumns,
  readUserForm,
  type UserFormFields,
} from './user-form.ts';

export type CreateUserInput = UserFormFields & {
  projectId: string;
  environmentIds?: readonly string[] | null;
  channelIdentities?: readonly ChannelIdentityInput[] | null;
  idempotencyKey?: string | null;
};

/** Adds an INVITED user with at least one environment. Asked again with the same idempotency key, returns the same user. */
export async function createUser({ actor, db }: DomainContext, input: CreateUserInput): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId } = input;
  if (scope !== null && !scope.includes(projectId)) return refuse(notFound('project', 'projectId'));
  const form = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, input[field] ?? null]));
  const environmentIds = [...new Set(input.environmentIds ?? [])];
  const identities = input.channelIdentities ?? [];
  const request = readIdempotencyKey(actor, input.idempotencyKey, [form, environmentIds.toSorted(), ...identities]);
  const add = (db: Db) => addUser({ actor, db }, projectId, form, environmentIds, identities);
  // A user is written by one statement. A transaction is needed only to store an idempotency key with it.
  if (!request) return retryLostRaces(() => add(db));
  return transact(db, async (tx) => {
    const earlier = await findEarlierUser(tx, projectId, request);
    if (earlier) return earlier;
    const user = await add(tx);
    await rememberUser(tx, user, request);
    return user;
  });
}

async function addUser(
  { actor, db }: DomainContext,
  projectId: string,
  fields: UserFormFields,
  environmentIds: readonly string[],
  identityInputs: readonly ChannelIdentityInput[],
): Promise<UserRow> {
  const form = readUserForm(fields, NOBODY);
  const profile = goodProfile(form, NOBODY);
  const listed = readIdentities(identityInputs);
  const identities = listed.filter(isGood);
  const columns = profileColumns(profile, identities);
  const found = await findPreconditions(db, { projectId, environmentIds, ...columns });
  if (!found.isProject) return refuse(notFound('project', 'projectId'));
  gather({
    ...form,
    ...(await describeConflicts(db, projectId, profile, found)),
    environmentIds: judgeEnvironments(environmentIds, found.environments),
    channelIdentities: await readFreeIdentities(db, projectId, listed),
  });
  const user = { projectId, id: uuid(), creationSource: 'INVITED', ...columns } as const;
  const event = auditEvent(actor, 'USER_CREATED', user);
  const insert = (db: Db) => insertUser(db, { user, environmentIds, identities, event });
  if (!found.isAwaited && identities.length === 0) return insert(db);
  const insertAwaited = async (tx: Db) => {
    const added = await insert(tx);
    await closeRequestsOf(tx, added);
    return added;
  };
  return db.isTransaction ? insertAwaited(db) : db.transaction().execute(insertAwaited);
}

function judgeEnvironments(ids: readonly string[], found: number): readonly string[] | Wrong {
  if (ids.length === 0) {
    return wrong('environmentIds', 'ENVIRONMENT_REQUIRED', 'Please select at least one environment');
  }
  return found < ids.length ? new Wrong(environmentMissing()) : ids;
}

export type UpdateUserInput = UserFormFields & {
  id: string;
  expectedVersion?: number | null;
  environmentIds?: readonly string[] | null;
  accessExpiries?: readonly AccessExpiryInput[] | null;
};

export type UpdatedUser = { user: UserRow; unlinkedIdentities: ChannelIdentityRow[] };

/**
 * Changes the given fields; the version rises only if that makes a difference. Identities that were linked by the phone number or
 * e-mail address are unlinked when it changes: somebody with a mistyped number must not stay in under the right one's name.
 */
export function updateUser({ actor, db }: DomainContext, input: UpdateUserInput): Promise<UpdatedUser> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const user = await lockUser(tx, scope, input.id);
    if (!user) return refuse(notFound('user'));
    refuseIf([staleVersion(user, input.expectedVersion)]);
    const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
    const mayLackPhoneNumber = user.phoneNumber === null && identities.length > 0;
    const form = readUserForm(input, { ...user, mayLackPhoneNumber });
    const next = goodProfile(form, user);
    const current = await listEnvironmentIdsOfUser(tx, user);
    const wanted = input.environmentIds === undefined ? current : [...new Set(input.environmentIds ?? [])];
    const added = wanted.filter((id) => !current.includes(id));
    const removed = current.filter((id) => !wanted.includes(id));
    const lost = identities.filter(({ linkedBy }) => goesWithChange(linkedBy, user, next));
    // The form does not let a user lose a phone number.
    const hasPhone = user.phoneNumber !== null || next.phoneNumber !== null;
    const losesAll = lost.length > 0 && lost.length === identities.length && !hasPhone;
    const { expiries, ...profile } = gather({
      ...form,
      ...(losesAll && { email: new Wrong(lastIdentity('email')) }),
      ...(await findConflicts(tx, user.projectId, changedContacts(user, next), user.id)),
      environmentIds: await readChosenEnvironments(tx, user, wanted, { added, isAnyLost: removed.length > 0 }),
      expiries: await readAccessExpiries(tx, user, wanted, input.accessExpiries ?? []),
    });

    const changed = changedFields(user, profile);
    if (added.length + removed.length > 0) changed.push('environments');
    if (expiries.length > 0) changed.push('accessExpiries');
    if (changed.length === 0) return { user, unlinkedIdentities: [] };
    if (isOtherPhone(user, profile))
      await followBlocks(tx, user.projectId, identifiersOf(user, identities), identifiersOf(profile, []));
    await insertMemberships(tx, user, added);
    await deleteMemberships(tx, user, removed);
    await saveExpiries(tx, user, expiries);
    await removeIdentities(tx, actor, user, lost);
    if (isOtherPhone(user, profile)) await markFromBeforePhone(tx, user);
    const updated = await saveUser(tx, user, profile);
    const lostNumber = isOtherPhone(user, profile) ? user.phoneNumber : null;
    const lostEmail = isOtherEmail(user, profile) ? user.email : null;
    await closeRequestsWith(tx, user.projectId, identifiersOf({ phoneNumber: lostNumber }, lost), lostEmail);
    await audit(tx, actor, 'USER_UPDATED', user, { changedFields: changed });
    return { user: updated, unlinkedIdentities: lost };
  });
}

/** Whether the number or address by which the identity was linked changes. Another writing of the same one is no change. */
function goesWithChange(linkedBy: LinkOrigin, before: Profile, after: Profile): boolean {
  if (linkedBy === 'PHONE_NUMBER') return isOtherPhone(before, after);
  return linkedBy === 'EMAIL' && isOtherEmail(before, after);
}

/** Deletes the user from all environments at once; the audit trail keeps only the fact. Returns the id. */
export function deleteUser({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const user = await lockUser(tx, scope, input.id);
    if (!user) return refuse(notFound('user'));
    const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
    await deleteUserRow(tx, user);
    await closeRequestsWith(tx, user.projectId, identifiersOf(user, identities), user.email);
    await audit(tx, actor, 'USER_DELETED', user);
    return user.id;
  });
}

export function staleVersion(user: UserRow, expected: number | null | undefined): Problem | undefined {
  if (expected === undefined || expected === null || expected === user.version) return undefined;
  return problem('expectedVersion', 'VERSION_CONFLICT', 'The user was changed by somebody else meanwhile', user);
}
