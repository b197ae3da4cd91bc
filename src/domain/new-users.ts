import { v7 as uuid } from 'uuid';
import type { Db } from '../database/engine/connection.ts';
import { insertUsers } from '../database/new-users.ts';
import type { UserRow } from '../database/tables.ts';
import type { Actor } from './actor.ts';
import { auditEvent } from './audit-events.ts';
import {
  type ChannelIdentityInput,
  judgeIdentities,
  type ListedIdentity,
  readIdentities,
} from './channel-identities.ts';
import { isGood, Wrong, wrong } from './form.ts';
import { environmentMissing } from './shared-problems.ts';
import { conflictsOf, type FoundPerson, type SoughtPerson } from './user-conflicts.ts';
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
  const added = people.map(({ columns, environmentIds, identities }) => {
    const user = { projectId, id: uuid(), creationSource: 'INVITED', ...columns } as const;
    return { user, environmentIds, identities, event: auditEvent(actor, 'USER_CREATED', user) };
  });
  return insertUsers(db, added);
}
