import { v7 as uuid } from 'uuid';
import type { Db } from '../database/engine/connection.ts';
import { insertUserIfFree, insertUsers, type NewUserInFull } from '../database/new-users.ts';
import { findPreconditions, type Preconditions } from '../database/preconditions.ts';
import type { UserRow } from '../database/tables.ts';
import type { Actor } from './actor.ts';
import { auditEvent } from './audit-events.ts';
import {
  type ChannelIdentityInput,
  judgeIdentities,
  type ListedIdentity,
  readIdentities,
} from './channel-identities.ts';
import { isGood, problemsOf, Wrong, wrong } from './form.ts';
import { environmentMissing } from './shared-problems.ts';
import { conflictsOf, FOUND_NOBODY, type FoundPerson, type SoughtPerson } from './user-conflicts.ts';
import {
  goodProfile,
  NOBODY,
  type Profile,
  profileColumns,
  type ReadForm,
  readUserForm,
  type UserFormFields,
} from './user-form.ts';

export type NewUserFields = UserFormFields & {
  environmentIds?: readonly string[] | null;
  channelIdentities?: readonly ChannelIdentityInput[] | null;
};

/** A new user's form as it was read: its good parts, and what is wrong with the others. */
export type ReadNewUser = SoughtPerson & {
  form: ReadForm;
  profile: Profile;
  columns: ReturnType<typeof profileColumns>;
  environmentIds: readonly string[];
  listed: readonly (ListedIdentity | Wrong)[];
  identities: readonly ListedIdentity[];
};

export function readNewUser({ environmentIds, channelIdentities, ...fields }: NewUserFields): ReadNewUser {
  const form = readUserForm({ ...EMPTY, ...fields }, NOBODY);
  const profile = goodProfile(form, NOBODY);
  const listed = readIdentities(channelIdentities ?? []);
  const identities = listed.filter(isGood);
  const columns = profileColumns(profile, identities);
  const { phoneKey, emailKey } = columns;
  const distinct = [...new Set(environmentIds ?? [])];
  return { form, profile, columns, phoneKey, emailKey, environmentIds: distinct, listed, identities };
}

const EMPTY = { phoneNumber: null, email: null, firstName: null, middleName: null, lastName: null };

/** Judges a new user by whom the project has already and by its environments: the form's fields, Wrong in place of those that are not good. */
export function judgeNewUser(
  { form, profile, environmentIds, listed }: ReadNewUser,
  person: FoundPerson,
  environments: ReadonlySet<string>,
): object {
  return {
    ...form,
    ...conflictsOf(profile, person),
    environmentIds: judgeEnvironments(environmentIds, environments),
    channelIdentities: judgeIdentities(listed, person),
  };
}

function judgeEnvironments(ids: readonly string[], environments: ReadonlySet<string>): readonly string[] | Wrong {
  if (ids.length === 0) {
    return wrong('environmentIds', 'ENVIRONMENT_REQUIRED', 'Please select at least one environment');
  }
  return ids.every((id) => environments.has(id)) ? ids : new Wrong(environmentMissing());
}

/** Adds INVITED users whose forms were judged good, in one statement. Returns them in their order. */
export function addUsers(db: Db, actor: Actor, projectId: string, people: readonly ReadNewUser[]): Promise<UserRow[]> {
  const added = people.map((each) => newUser(actor, projectId, each));
  return insertUsers(db, added);
}

/**
 * Adds the INVITED user at once if the form is good by itself and conflicts with nobody, in one statement. Otherwise adds nobody: what was
 * found says why not. A user with identities, or with a request to close, is never added so.
 */
export async function addUserIfFree(
  db: Db,
  actor: Actor,
  projectId: string,
  read: ReadNewUser,
): Promise<Preconditions & { inserted?: UserRow }> {
  const { environmentIds, identities } = read;
  const problems = problemsOf(judgeNewUser(read, FOUND_NOBODY, new Set(environmentIds)));
  return problems.length === 0 && identities.length === 0
    ? insertUserIfFree(db, newUser(actor, projectId, read))
    : findPreconditions(db, { projectId, environmentIds, people: [read] });
}

function newUser(actor: Actor, projectId: string, { columns, environmentIds, identities }: ReadNewUser): NewUserInFull {
  const user = { projectId, id: uuid(), creationSource: 'INVITED', ...columns } as const;
  return { user, environmentIds, identities, event: auditEvent(actor, 'USER_CREATED', user) };
}
