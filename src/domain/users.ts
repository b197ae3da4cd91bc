import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { transact } from '../database/connection.ts';
import { deleteMemberships, insertMemberships, listEnvironmentIdsOfUser } from '../database/memberships.ts';
import { holdProject } from '../database/projects.ts';
import type { UserRow } from '../database/tables.ts';
import { deleteUserRow, insertUser, lockUser, updateUserRow } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit.ts';
import { findMissingEnvironments } from './environments.ts';
import { findEarlierUser, readIdempotencyKey, rememberUser } from './idempotency.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { findConflicts } from './user-conflicts.ts';
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
export function createUser({ actor, db }: DomainContext, input: CreateUserInput): Promise<UserRow> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
    const form = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, input[field] ?? null]));
    const environmentIds = [...new Set(input.environmentIds ?? [])];
    const request = readIdempotencyKey(actor, input.idempotencyKey, [form, environmentIds.toSorted()]);
    const earlier = request && (await findEarlierUser(tx, project.id, request));
    if (earlier) return earlier;
    const problems: Problem[] = [];
    const profile = readUserForm(form, NOBODY, problems);
    problems.push(...(await findConflicts(tx, project.id, profile)));
    if (environmentIds.length === 0) {
      problems.push(problem('environmentIds', 'ENVIRONMENT_REQUIRED', 'Please select at least one environment'));
    }
    problems.push(...(await findMissingEnvironments(tx, project.id, environmentIds)));
    refuseIf(inOrderOfForm(problems));
    const user = await insertUser(tx, {
      projectId: project.id,
      id: uuid(),
      creationSource: 'INVITED',
      ...profileColumns(profile),
    });
    await insertMemberships(tx, user, environmentIds);
    if (request) await rememberUser(tx, user, request);
    await audit(tx, actor, 'USER_CREATED', user);
    return user;
  });
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

    const changes = profileColumns(profile, identities[0]?.externalId);
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
