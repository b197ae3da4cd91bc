import type { AccessRequestRow, Channel, UserChanges, UserRow } from '../database/tables.ts';
import { NAMELESS } from '../database/user-order.ts';
import { goodOr, Wrong, wrong } from './form.ts';
import { type Problem, problem } from './refusal.ts';
import { trimInvisible } from './values/characters.ts';
import { emailKey, parseEmailAddress } from './values/email-address.ts';
import { fold } from './values/fold.ts';
import { fullName, NAME_MAXIMUM, normalizeName } from './values/person-name.ts';
import {
  explainPhoneNumber,
  isBlankPhoneNumber,
  isSamePhoneNumber,
  type PhoneNumber,
  parsePhoneNumber,
  phoneMatchKey,
} from './values/phone-number.ts';
import { searchText } from './values/search-text.ts';

/** What a form sends: undefined means unchanged, null or blank means cleared. */
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

/** A form as it was read: the value of each field, or what is wrong with it, in the order of the form. */
export type ReadForm = { [Field in keyof Profile]: Profile[Field] | Wrong };

/** Reads the form on top of the current profile. */
export function readUserForm(form: UserFormFields, current: Current): ReadForm {
  const read = <T>(text: string | null | undefined, stored: T, parse: (text: string) => T | Wrong): T | Wrong =>
    text === undefined ? stored : parse(text?.trim() ?? '');
  return {
    phoneNumber: read(form.phoneNumber, current.phoneNumber, (text) => readPhoneNumber(text, current)),
    email: read(form.email, current.email, (text) => (text === current.email ? text : readEmail(text))),
    firstName: read(form.firstName, current.firstName, (text) =>
      readName(text, 'firstName', wrong('firstName', 'FIRST_NAME_REQUIRED', 'First name is required')),
    ),
    middleName: read(form.middleName, current.middleName, (text) => readName(text, 'middleName', null)),
    lastName: read(form.lastName, current.lastName, (text) =>
      readName(text, 'lastName', wrong('lastName', 'LAST_NAME_REQUIRED', 'Last name is required')),
    ),
  };
}

/** The names and address of somebody who comes in through a channel: none is required. */
export type OptionalNames = Omit<UserFormFields, 'phoneNumber'>;

/**
 * Reads such a form; what is omitted is taken from `known`, but an address that the channel confirmed is not: that recognises, and never
 * fills a profile.
 */
export function readOptionalForm(
  form: OptionalNames,
  known: Pick<AccessRequestRow, 'firstName' | 'lastName' | 'email' | 'emailKey'>,
): Omit<ReadForm, 'phoneNumber'> {
  const name = (field: 'firstName' | 'middleName' | 'lastName', otherwise: string | null) =>
    form[field] === undefined ? otherwise : readName(form[field] ?? '', field, null);
  return {
    firstName: name('firstName', known.firstName),
    middleName: name('middleName', null),
    lastName: name('lastName', known.lastName),
    email: readEmail((form.email === undefined && known.emailKey === null ? known.email : form.email) ?? ''),
  };
}

/** The current profile with the good fields of the form: used to look for conflicts before the form is refused. */
export function goodProfile(read: ReadForm, current: Profile): Profile {
  return {
    phoneNumber: goodOr(read.phoneNumber, current.phoneNumber),
    email: goodOr(read.email, current.email),
    firstName: goodOr(read.firstName, current.firstName),
    middleName: goodOr(read.middleName, current.middleName),
    lastName: goodOr(read.lastName, current.lastName),
  };
}

function readPhoneNumber(text: string, current: Current): PhoneNumber | null | Wrong {
  if (isBlankPhoneNumber(text)) {
    return current.mayLackPhoneNumber
      ? null
      : wrong('phoneNumber', 'PHONE_NUMBER_REQUIRED', 'Phone number is required');
  }
  // A stored number is not checked again: today's rule might refuse it.
  if (current.phoneNumber !== null && isSamePhoneNumber(text, current.phoneNumber)) return current.phoneNumber;
  return parsePhoneNumber(text) ?? new Wrong(phoneNumberInvalid('phoneNumber', text));
}

export function phoneNumberInvalid(field: string | string[], text: string, channel?: Channel): Problem {
  return problem(field, 'PHONE_NUMBER_INVALID', explainPhoneNumber(text, channel));
}

export function readEmail(text: string): string | null | Wrong {
  if (trimInvisible(text) === '') return null;
  return parseEmailAddress(text) ?? wrong('email', 'EMAIL_INVALID', 'Invalid Email');
}

const LABELS = { firstName: 'First name', middleName: 'Middle name', lastName: 'Last name' };

function readName(text: string, field: keyof typeof LABELS, whenMissing: null | Wrong): string | null | Wrong {
  const name = normalizeName(text);
  if (name === undefined) return whenMissing;
  if ([...name].length <= NAME_MAXIMUM) return name;
  return wrong(field, 'TOO_LONG', `${LABELS[field]} can be at most ${NAME_MAXIMUM} characters long`);
}

/**
 * The columns of a user with this profile and these identities, oldest first: those shown, and those for uniqueness, search and
 * order.
 */
export function profileColumns(
  { phoneNumber, email, firstName, middleName, lastName }: Profile,
  identities: readonly { channel: Channel; externalId: string }[] = [],
): Profile & Required<Keys> {
  const profile = { phoneNumber, email, firstName, middleName, lastName };
  return {
    ...profile,
    phoneKey: keyOf(phoneNumber, phoneMatchKey),
    emailKey: keyOf(email, emailKey),
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

/** Whether the number changes. Another writing of the same one is no change; so it is with the e-mail address. */
export function isOtherPhone(before: Profile, after: Profile): boolean {
  return keyOf(before.phoneNumber, phoneMatchKey) !== keyOf(after.phoneNumber, phoneMatchKey);
}

export function isOtherEmail(before: Profile, after: Profile): boolean {
  return keyOf(before.email, emailKey) !== keyOf(after.email, emailKey);
}

/** The phone number and the e-mail address as far as they change: those that stay are the user's own already. */
export function changedContacts(before: Profile, after: Profile): Pick<Profile, 'phoneNumber' | 'email'> {
  return {
    phoneNumber: isOtherPhone(before, after) ? after.phoneNumber : null,
    email: isOtherEmail(before, after) ? after.email : null,
  };
}

function keyOf(value: string | null, toKey: (value: string) => string): string | null {
  return value === null ? null : toKey(value);
}
