import type { Channel, UserChanges, UserRow } from '../database/tables.ts';
import { NAMELESS } from '../database/user-order.ts';
import { type Problem, problem } from './refusal.ts';
import { trimInvisible } from './values/characters.ts';
import { emailKey, parseEmailAddress } from './values/email-address.ts';
import { fold } from './values/fold.ts';
import { fullName, NAME_MAXIMUM, normalizeName } from './values/person-name.ts';
import {
  isBlankPhoneNumber,
  isSamePhoneNumber,
  lacksPlus,
  type PhoneNumber,
  parsePhoneNumber,
  phoneMatchKey,
} from './values/phone-number.ts';
import { searchText } from './values/search-text.ts';

/** What the form sends: undefined means untouched, null or blank cleared. */
export type UserFormFields = {
  phoneNumber?: string | null;
  email?: string | null;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
};

export type Profile = {
  phoneNumber: PhoneNumber | null;
  email: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
};

type Current = Profile & { mayLackPhoneNumber: boolean };

export const NOBODY: Current = {
  phoneNumber: null,
  email: null,
  firstName: null,
  middleName: null,
  lastName: null,
  mayLackPhoneNumber: false,
};

/** The profile that the form makes of the current one; every problem is told, in the order of the form. */
export function readUserForm(form: UserFormFields, current: Current, problems: Problem[]): Profile {
  const read = <T>(text: string | null | undefined, stored: T, parse: (text: string) => T): T =>
    text === undefined ? stored : parse(text?.trim() ?? '');
  return {
    phoneNumber: read(form.phoneNumber, current.phoneNumber, (text) => readPhoneNumber(text, current, problems)),
    email: read(form.email, current.email, (text) => (text === current.email ? text : readEmail(text, problems))),
    firstName: read(form.firstName, current.firstName, (text) =>
      readName(text, 'firstName', problems, problem('firstName', 'FIRST_NAME_REQUIRED', 'First name is required')),
    ),
    middleName: read(form.middleName, current.middleName, (text) => readName(text, 'middleName', problems)),
    lastName: read(form.lastName, current.lastName, (text) =>
      readName(text, 'lastName', problems, problem('lastName', 'LAST_NAME_REQUIRED', 'Last name is required')),
    ),
  };
}

function readPhoneNumber(text: string, current: Current, problems: Problem[]): PhoneNumber | null {
  if (isBlankPhoneNumber(text)) {
    if (!current.mayLackPhoneNumber) {
      problems.push(problem('phoneNumber', 'PHONE_NUMBER_REQUIRED', 'Phone number is required'));
    }
    return null;
  }
  // A number once stored is not judged again.
  if (current.phoneNumber !== null && isSamePhoneNumber(text, current.phoneNumber)) return current.phoneNumber;
  const phoneNumber = parsePhoneNumber(text);
  if (phoneNumber === undefined) problems.push(phoneNumberInvalid('phoneNumber', lacksPlus(text)));
  return phoneNumber ?? null;
}

/** Told of a national number apart: it is right as it stands, but for what it leaves out. */
export function phoneNumberInvalid(field: string | string[], hasNoPlus: boolean): Problem {
  const message = hasNoPlus
    ? 'Phone number must begin with + and the country code, with at least 10 digits in all, e.g. +1 555-123-4567'
    : 'Phone number must be in international format with at least 10 digits, e.g. +1 555-123-4567';
  return problem(field, 'PHONE_NUMBER_INVALID', message);
}

export function readEmail(text: string, problems: Problem[]): string | null {
  if (trimInvisible(text) === '') return null;
  const email = parseEmailAddress(text);
  if (email === undefined) problems.push(problem('email', 'EMAIL_INVALID', 'Invalid Email'));
  return email ?? null;
}

const LABELS = { firstName: 'First name', middleName: 'Middle name', lastName: 'Last name' };

function readName(text: string, field: keyof typeof LABELS, problems: Problem[], missing?: Problem): string | null {
  const name = normalizeName(text);
  if (name === undefined && missing) problems.push(missing);
  if (name !== undefined && [...name].length > NAME_MAXIMUM) {
    problems.push(problem(field, 'TOO_LONG', `${LABELS[field]} can be at most ${NAME_MAXIMUM} characters long`));
  }
  return name ?? null;
}

/** The profile's columns: what is shown, and what uniqueness, search and order compare; of a user with these identities, oldest first. */
export function profileColumns(
  profile: Profile,
  identities: readonly { channel: Channel; externalId: string }[] = [],
): Profile & Required<Keys> {
  return {
    ...profile,
    phoneKey: profile.phoneNumber === null ? null : phoneMatchKey(profile.phoneNumber),
    emailKey: profile.email === null ? null : emailKey(profile.email),
    searchText: searchText({ ...profile, channelIdentities: identities }),
    nameKey: nameKey(profile, identities[0]?.externalId),
  };
}

function nameKey(profile: Profile, externalId = ''): string {
  const name = fullName(profile);
  return name === undefined ? NAMELESS + fold(profile.phoneNumber ?? externalId) : fold(name);
}

type Keys = { phoneKey: string | null; emailKey: string | null; searchText: string; nameKey: string };

export const PROFILE_FIELDS = ['phoneNumber', 'email', 'firstName', 'middleName', 'lastName'] as const;

export function changedFields(current: UserRow, next: UserChanges): string[] {
  return PROFILE_FIELDS.filter((field) => current[field] !== next[field]);
}
