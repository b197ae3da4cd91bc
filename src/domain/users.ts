import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { type Db, retryLostRaces, transact } from '../database/connection.ts';
import { deleteMemberships, insertMemberships, listEnvironmentIdsOfUser } from '../database/memberships.ts';
import { findPreconditions, insertUser } from '../database/new-users.ts';
import type { UserRow } from '../database/tables.ts';
import { deleteUserRow, lockUser, updateUserRow } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit, auditEvent } from './audit.ts';
import { environmentMissing, findMissingEnvironments } from './environments.ts';
import { findEarlierUser, readIdempotencyKey, rememberUser } from './idempotency.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { describeConflicts, findConflicts } from './user-conflicts.ts';
import {
  changedFields,
  NOBODY,
  PROFILE_FIELDS,
  profileColumns,
  readUserForm,
  type UserFormFields,
} from './user-form.ts';

export type CreateUserInput = UserFormFields & {
  projectId: string;
  environmentIds?: readonly string[] | null;
  idempotencyKey?: string | null;
};

/** Adds an INVITED user with at least one environment; asked again under the same key, answers the same user. */
export async function createUser({ actor, db }: DomainContext, input: CreateUserInput): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId } = input;
  if (scope !== null && !scope.includes(projectId)) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
  const form = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, input[field] ?? null]));
  const environmentIds = [...new Set(input.environmentIds ?? [])];
  const request = readIdempotencyKey(actor, input.idempotencyKey, [form, environmentIds.toSorted()]);
  const add = (db: Db) => addUser({ actor, db }, projectId, form, environmentIds);
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
): Promise<UserRow> {
  const problems: Problem[] = [];
  const profile = readUserForm(form, NOBODY, problems);
  const columns = profileColumns(profile);
  const found = await findPreconditions(db, { projectId, environmentIds, ...columns });
  if (!found.isProject) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
  problems.push(...(await describeConflicts(db, projectId, profile, found)));
  if (environmentIds.length === 0) {
    problems.push(problem('environmentIds', 'ENVIRONMENT_REQUIRED', 'Please select at least one environment'));
  }
  if (found.environments < environmentIds.length) problems.push(environmentMissing());
  refuseIf(inOrderOfForm(problems));
  const user = { projectId, id: uuid(), creationSource: 'INVITED', ...columns } as const;
  const event = auditEvent(actor, 'USER_CREATED', user);
  return insertUser(db, { user, environmentIds, identity: null, event });
}

export type UpdateUserInput = UserFormFields & {
  id: string;
  expectedVersion?: number | null;
  environmentIds?: readonly string[] | null;
};

/** Changes what is given; the version rises only if that makes a difference. */
export function updateUser({ actor, db }: DomainContext, input: UpdateUserInput): Promise<UserRow> {
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
    problems.push(...(await findMissingEnvironments(tx, user.projectId, added)));
    refuseIf(inOrderOfForm(problems));

    const changes = profileColumns(profile, identities);
    const changed = changedFields(user, changes);
    if (added.length + removed.length > 0) changed.push('environments');
    if (changed.length === 0) return user;
    await insertMemberships(tx, user, added);
    await deleteMemberships(tx, user, removed);
    const updated = await updateUserRow(tx, user, changes);
    await audit(tx, actor, 'USER_UPDATED', user, changed);
    return updated;
  });
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

function staleVersion(user: UserRow, expected: number | null | undefined): Problem | undefined {
  if (expected === undefined || expected === null || expected === user.version) return undefined;
  return problem('expectedVersion', 'VERSION_CONFLICT', 'The user was changed by somebody else meanwhile', user);
}

const ORDER = [...PROFILE_FIELDS, 'environmentIds'].map(String);

function inOrderOfForm(problems: Problem[]): Problem[] {
  const place = ({ field }: Problem) => ORDER.indexOf(field?.[0] ?? '');
  return problems.toSorted((a, b) => place(a) - place(b));
}
