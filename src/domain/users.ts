import { type Db, retryLostRaces, transact } from '../database/engine/connection.ts';
import { holdEnvironments } from '../database/environments.ts';
import { inItsProject } from '../database/project-of.ts';
import type { ChannelIdentityRow, UserRow } from '../database/tables.ts';
import { lockUser } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import type { ChannelIdentityInput } from './channel-identities.ts';
import { closeRequestsOf } from './close-requests.ts';
import { gather } from './form.ts';
import { findEarlierUser, readIdempotencyKey, rememberUser } from './idempotency.ts';
import { addUserIfFree, addUsers, judgeNewUser, type NewUserFields, readNewUser } from './new-users.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { removeUsers } from './removed-users.ts';
import { notFound } from './shared-problems.ts';
import { listSubjects } from './subjects.ts';
import { type AccessExpiryInput, readAccessExpiries } from './user-access.ts';
import { applyChanges, differences, judgeChange, planChange, soughtBy } from './user-changes.ts';
import { describePeople, lookUpPeople } from './user-conflicts.ts';
import { PROFILE_FIELDS, type UserFormFields } from './user-form.ts';

export type CreateUserInput = UserFormFields & {
  projectId: string;
  environmentIds?: readonly string[] | null;
  channelIdentities?: readonly ChannelIdentityInput[] | null;
  idempotencyKey?: string | null;
  dryRun?: boolean;
};

/**
 * Adds an INVITED user with at least one environment. Asked again with the same idempotency key, returns the same user. A dry run
 * returns null.
 */
export async function createUser({ actor, db }: DomainContext, input: CreateUserInput): Promise<UserRow | null> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId } = input;
  if (scope !== null && !scope.includes(projectId)) return refuse(notFound('project', 'projectId'));
  const form = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, input[field] ?? null]));
  const environmentIds = [...new Set(input.environmentIds ?? [])];
  const identities = input.channelIdentities ?? [];
  const request = readIdempotencyKey(actor, input.idempotencyKey, [form, environmentIds.toSorted(), ...identities]);
  const fields = { ...form, environmentIds, channelIdentities: identities };
  const add = (db: Db) => addUser({ actor, db }, projectId, fields);
  if (input.dryRun) {
    await transact(db, add, { dryRun: true });
    return null;
  }
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

async function addUser({ actor, db }: DomainContext, projectId: string, fields: NewUserFields): Promise<UserRow> {
  const read = readNewUser(fields);
  const { inserted, isProject, people, environmentIds } = await addUserIfFree(db, actor, projectId, read);
  if (inserted) return inserted;
  if (!isProject) return refuse(notFound('project', 'projectId'));
  const [person] = await describePeople(db, projectId, [read], people);
  gather(judgeNewUser(read, person, new Set(environmentIds)));
  const add = async (tx: Db) => {
    const [user] = await addUsers(tx, actor, projectId, [read]);
    const added = user ?? refuse(notFound('user'));
    await closeRequestsOf(tx, projectId, [added]);
    return added;
  };
  return db.isTransaction ? add(db) : db.transaction().execute(add);
}

export type UpdateUserInput = UserFormFields & {
  id: string;
  expectedVersion?: number | null;
  environmentIds?: readonly string[] | null;
  accessExpiries?: readonly AccessExpiryInput[] | null;
  dryRun?: boolean;
};

export type UpdatedUser = { user: UserRow; unlinkedIdentities: ChannelIdentityRow[] };

/** Changes the given fields; the version rises only if that makes a difference. A dry run returns the user as it is. */
export function updateUser({ actor, db }: DomainContext, input: UpdateUserInput): Promise<UpdatedUser> {
  const scope = requireRight(actor, 'writeUsers');
  const { id, expectedVersion, accessExpiries, dryRun = false, ...wish } = input;
  return transact(
    db,
    async (tx) => {
      const user = await inItsProject(tx, 'users', scope, id, lockUser);
      if (!user) return refuse(notFound('user'));
      refuseIf([staleVersion(user, expectedVersion)]);
      const { projectId } = user;
      const [subject] = await listSubjects(tx, projectId, [user]);
      if (!subject) throw new Error('A user without a subject.');
      const planned = planChange(subject, wish);
      // What was added cannot be deleted before the transaction ends.
      const needed = planned.removed.length > 0 ? planned.wanted : planned.added;
      const held = new Set((await holdEnvironments(tx, projectId, needed)).map((each) => each.id));
      const [person] = await lookUpPeople(tx, projectId, [soughtBy(planned)]);
      const { expiries } = gather({
        ...judgeChange(planned, person, held),
        expiries: readAccessExpiries(subject, planned.wanted, accessExpiries ?? []),
      });
      const change = { ...planned, expiries };
      if (differences(change).length === 0) return { user, unlinkedIdentities: [] };
      const [updated] = await applyChanges(tx, actor, projectId, [change]);
      return { user: dryRun || !updated ? user : updated, unlinkedIdentities: change.lost };
    },
    { dryRun },
  );
}

/** Deletes the user from all environments at once; the audit trail keeps only the fact. Returns the id. */
export function deleteUser({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const user = await inItsProject(tx, 'users', scope, input.id, lockUser);
    if (!user) return refuse(notFound('user'));
    await removeUsers(tx, actor, user.projectId, [user]);
    return user.id;
  });
}

export function staleVersion(user: UserRow, expected: number | null | undefined): Problem | undefined {
  if (expected === undefined || expected === null || expected === user.version) return undefined;
  return problem('expectedVersion', 'VERSION_CONFLICT', 'The user was changed meanwhile: read it again', user);
}
