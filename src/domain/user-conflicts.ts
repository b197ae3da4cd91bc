import { listBlocks } from '../database/blocked-senders.ts';
import { listIdentitiesByExternalIds } from '../database/channel-identities.ts';
import type { Db } from '../database/engine/connection.ts';
import { findPreconditions, type PersonKeys, type PersonRow } from '../database/preconditions.ts';
import type { BlockedSenderRow, Channel, UserRow } from '../database/tables.ts';
import { listUsersByIds } from '../database/users.ts';
import { Wrong } from './form.ts';
import type { Problem } from './refusal.ts';
import { emailTaken, phoneNumberBlocked, phoneNumberTaken } from './shared-problems.ts';
import type { Profile } from './user-form.ts';
import { emailKey } from './values/email-address.ts';
import { formatInternational, phoneMatchKey } from './values/phone-number.ts';

type Identity = { channel: Channel; externalId: string };

/** What is looked up of somebody: the keys of the phone number and the e-mail address, and the ids on channels. */
export type SoughtPerson = PersonKeys & { identities: readonly Identity[] };

/** Whom the project has already by these, and what of it is blocked. */
export type FoundPerson = {
  byPhone: UserRow | undefined;
  byEmail: UserRow | undefined;
  isPhoneBlocked: boolean;
  ownerOf(identity: Identity): UserRow | undefined;
  isBlocked(identity: Identity): boolean;
};

/** What is found of somebody whose number, address and ids stay as they are. */
export const FOUND_NOBODY: FoundPerson = {
  byPhone: undefined,
  byEmail: undefined,
  isPhoneBlocked: false,
  ownerOf: () => undefined,
  isBlocked: () => false,
};

/** Looks people up in a project, in their order: a few statements for however many. */
export async function lookUpPeople(
  db: Db,
  projectId: string,
  people: readonly SoughtPerson[],
): Promise<[FoundPerson, ...FoundPerson[]]> {
  const isAnyKey = people.some(({ phoneKey, emailKey }) => phoneKey !== null || emailKey !== null);
  const found = isAnyKey ? await findPreconditions(db, { projectId, people, environmentIds: [] }) : { people: [] };
  return describePeople(db, projectId, people, found.people);
}

/** Like lookUpPeople, when phone numbers and e-mail addresses were looked up already. */
export async function describePeople(
  db: Db,
  projectId: string,
  people: readonly SoughtPerson[],
  rows: readonly PersonRow[],
): Promise<[FoundPerson, ...FoundPerson[]]> {
  const identities = people.flatMap((person) => person.identities);
  const linked = await listIdentitiesByExternalIds(db, projectId, identities);
  const blocks = await listBlocks(db, projectId, identities);
  const ids = [
    ...rows.flatMap(({ idByPhone, idByEmail }) => [idByPhone, idByEmail]),
    ...linked.map(({ userId }) => userId),
  ];
  const userIds = [...new Set(ids.filter((id) => id !== null))];
  const users = userIds.length === 0 ? [] : await listUsersByIds(db, projectId, userIds);
  const byId = new Map(users.map((user) => [user.id, user]));
  const owners = new Map(linked.map((each) => [textOf(each), byId.get(each.userId)]));
  const blocked = new Set(blocks.map(textOf));
  const describe = (row: PersonRow | undefined): FoundPerson => ({
    byPhone: byId.get(row?.idByPhone ?? ''),
    byEmail: byId.get(row?.idByEmail ?? ''),
    isPhoneBlocked: row?.isPhoneBlocked ?? false,
    ownerOf: (identity) => owners.get(textOf(identity)),
    isBlocked: (identity) => blocked.has(textOf(identity)),
  });
  const [first, ...others] = people.map((_, index) => describe(rows[index]));
  return [first ?? FOUND_NOBODY, ...others];
}

function textOf({ channel, externalId }: Identity | BlockedSenderRow): string {
  return `${channel} ${externalId}`;
}

/** Conflicts by field of the form. */
type Conflicts = { phoneNumber?: Wrong; email?: Wrong };
type Contacts = Pick<Profile, 'phoneNumber' | 'email'>;

/** Finds other users of the project who have this phone number or e-mail address, and whether the number is blocked. */
export async function findConflicts(db: Db, projectId: string, contacts: Contacts): Promise<Conflicts> {
  const [person] = await lookUpPeople(db, projectId, [{ ...contactKeys(contacts), identities: [] }]);
  return conflictsOf(contacts, person);
}

export function contactKeys({ phoneNumber, email }: Contacts): PersonKeys {
  return { phoneKey: phoneNumber && phoneMatchKey(phoneNumber), emailKey: email && emailKey(email) };
}

/** Like findConflicts, of a person who was looked up by these contacts. What is missing conflicts with nobody. */
export function conflictsOf({ phoneNumber, email }: Contacts, person: FoundPerson, ownId?: string): Conflicts {
  const { byPhone, byEmail, isPhoneBlocked } = person;
  const isOther = (user: UserRow | undefined) => user !== undefined && user.id !== ownId;
  const ofPhone =
    phoneNumber === null
      ? []
      : [
          ...(isOther(byPhone) ? [phoneNumberProblem(phoneNumber, byPhone)] : []),
          ...(isPhoneBlocked ? [phoneNumberBlocked()] : []),
        ];
  return {
    ...(ofPhone.length > 0 && { phoneNumber: new Wrong(...ofPhone) }),
    ...(email !== null && isOther(byEmail) && { email: new Wrong(emailProblem(email, byEmail)) }),
  };
}

// As the other user has it: another writing of the number or address would be looked for in vain.
export function phoneNumberProblem(phoneNumber: string, user?: UserRow): Problem {
  return phoneNumberTaken(`the phone number ${formatInternational(user?.phoneNumber ?? phoneNumber)}`, user);
}

export function emailProblem(email: string, user?: UserRow): Problem {
  return emailTaken(`the e-mail address ${user?.email ?? email}`, user);
}
