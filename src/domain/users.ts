import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers, markFromBeforePhone } from '../database/channel-identities.ts';
import { type Db, retryLostRaces, transact } from '../database/engine/connection.ts';
import { findPreconditions, insertUser } from '../database/new-users.ts';
import type { ChannelIdentityRow, LinkOrigin, UserRow } from '../database/tables.ts';
import { deleteMemberships, insertMemberships, listEnvironmentIdsOfUser } from '../database/user-environments.ts';
import { deleteUserRow, lockUser } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit, auditEvent } from './audit.ts';
import {
  type ChannelIdentityInput,
  findTakenIdentities,
  lastIdentity,
  readIdentities,
  removeIdentities,
  saveUser,
} from './channel-identities.ts';
import { environmentMissing, findMissingEnvironments } from './environments.ts';
import { findEarlierUser, readIdempotencyKey, rememberUser } from './idempotency.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { describeConflicts, findConflicts } from './user-conflicts.ts';
import {
  changedFields,
  NOBODY,
  PROFILE_FIELDS,
  type Profile,
  profileColumns,
  readUserForm,
  type UserFormFields,
} from './user-form.ts';
import { emailKey } from './values/email-address.ts';
import { phoneMatchKey } from './values/phone-number.ts';

export type CreateUserInput = UserFormFields & {
  projectId: string;
  environmentIds?: readonly string[] | null;
  channelIdentities?: readonly ChannelIdentityInput[] | null;
  idempotencyKey?: string | null;
};

/** Adds an INVITED user with at least one environment; asked again under the same key, answers the same user. */
export async function createUser({ actor, db }: DomainContext, input: CreateUserInput): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId } = input;
  if (scope !== null && !scope.includes(projectId)) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
  const form = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, input[field] ?? null]));
  const environmentIds = [...new Set(input.environmentIds ?? [])];
  const identities = input.channelIdentities ?? [];
  const request = readIdempotencyKey(actor, input.idempotencyKey, [form, environmentIds.toSorted(), ...identities]);
  const add = (db: Db) => addUser({ actor, db }, projectId, form, environmentIds, identities);
  // It writes by one statement: only a key to be remembered with it takes a transaction.
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
  form: UserFormFields,
  environmentIds: readonly string[],
  identityInputs: readonly ChannelIdentityInput[],
): Promise<UserRow> {
  const problems: Problem[] = [];
  const profile = readUserForm(form, NOBODY, problems);
  const identities = readIdentities(identityInputs, problems);
  const columns = profileColumns(profile, identities);
  const found = await findPreconditions(db, { projectId, environmentIds, ...columns });
  if (!found.isProject) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
  problems.push(...(await describeConflicts(db, projectId, profile, found)));
  if (environmentIds.length === 0) {
    problems.push(problem('environmentIds', 'ENVIRONMENT_REQUIRED', 'Please select at least one environment'));
  }
  if (found.environments < environmentIds.length) problems.push(environmentMissing());
  problems.push(...(await findTakenIdentities(db, projectId, identities)));
  refuseIf(inOrderOfForm(problems));
  const user = { projectId, id: uuid(), creationSource: 'INVITED', ...columns } as const;
  const event = auditEvent(actor, 'USER_CREATED', user);
  return insertUser(db, { user, environmentIds, identities, event });
}

export type UpdateUserInput = UserFormFields & {
  id: string;
  expectedVersion?: number | null;
  environmentIds?: readonly string[] | null;
};

export type UpdatedUser = { user: UserRow; unlinkedIdentities: ChannelIdentityRow[] };

/**
 * Changes what is given; the version rises only if that makes a difference. What was linked by the phone number or by the e-mail
 * address goes with it: whoever had a mistyped number must not stay in under the right one's name.
 */
export function updateUser({ actor, db }: DomainContext, input: UpdateUserInput): Promise<UpdatedUser> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const user = await lockUser(tx, scope, input.id);
    if (!user) return refuse('id', 'NOT_FOUND', 'There is no such user');
    refuseIf([staleVersion(user, input.expectedVersion)]);
    const problems: Problem[] = [];
    const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
    const mayLackPhoneNumber = user.phoneNumber === null && identities.length > 0;
    const profile = readUserForm(input, { ...user, mayLackPhoneNumber }, problems);
    problems.push(...(await findConflicts(tx, user.projectId, profile, user.id)));
    const current = await listEnvironmentIdsOfUser(tx, user);
    const wanted = input.environmentIds === undefined ? current : [...new Set(input.environmentIds ?? [])];
    if (wanted.length === 0) {
      problems.push(problem('environmentIds', 'LAST_ENVIRONMENT', 'User must have at least one environment'));
    }
    const added = wanted.filter((id) => !current.includes(id));
    const removed = current.filter((id) => !wanted.includes(id));
    // Whoever loses some must keep one that is not being removed itself.
    const relied = removed.length > 0 ? wanted : added;
    problems.push(...(await findMissingEnvironments(tx, user.projectId, relied)));
    const lost = identities.filter(({ linkedBy }) => goesWithChange(linkedBy, user, profile));
    // Who has a number keeps one.
    const hasPhone = user.phoneNumber !== null || profile.phoneNumber !== null;
    const isRecognisable = hasPhone || lost.length < identities.length;
    if (lost.length > 0 && !isRecognisable) problems.push(lastIdentity('email'));
    refuseIf(inOrderOfForm(problems));

    const changed = changedFields(user, profile);
    if (added.length + removed.length > 0) changed.push('environments');
    if (changed.length === 0) return { user, unlinkedIdentities: [] };
    await insertMemberships(tx, user, added);
    await deleteMemberships(tx, user, removed);
    await removeIdentities(tx, actor, user, lost);
    if (isOtherPhone(user, profile)) await markFromBeforePhone(tx, user);
    const updated = await saveUser(tx, user, profile);
    await audit(tx, actor, 'USER_UPDATED', user, { changedFields: changed });
    return { user: updated, unlinkedIdentities: lost };
  });
}

/** Another way of writing the same number or address is no change. */
function goesWithChange(linkedBy: LinkOrigin, before: Profile, after: Profile): boolean {
  if (linkedBy === 'PHONE_NUMBER') return isOtherPhone(before, after);
  return linkedBy === 'EMAIL' && keyOf(before.email, emailKey) !== keyOf(after.email, emailKey);
}

function isOtherPhone(before: Profile, after: Profile): boolean {
  return keyOf(before.phoneNumber, phoneMatchKey) !== keyOf(after.phoneNumber, phoneMatchKey);
}

function keyOf(value: string | null, toKey: (value: string) => string): string | null {
  return value === null ? null : toKey(value);
}

/** Deletes the user at once from all environments; the trail keeps the fact alone. */
export function deleteUser({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const user = await lockUser(tx, scope, input.id);
    if (!user) return refuse('id', 'NOT_FOUND', 'There is no such user');
    await deleteUserRow(tx, user);
    await audit(tx, actor, 'USER_DELETED', user);
    return user.id;
  });
}

export function staleVersion(user: UserRow, expected: number | null | undefined): Problem | undefined {
  if (expected === undefined || expected === null || expected === user.version) return undefined;
  return problem('expectedVersion', 'VERSION_CONFLICT', 'The user was changed by somebody else meanwhile', user);
}

const ORDER = [...PROFILE_FIELDS, 'environmentIds', 'channelIdentities'].map(String);

function inOrderOfForm(problems: Problem[]): Problem[] {
  const place = ({ field }: Problem) => ORDER.indexOf(field?.[0] ?? '');
  const row = ({ field }: Problem) => Number(field?.[1] ?? -1);
  return problems.toSorted((a, b) => place(a) - place(b) || row(a) - row(b));
}
