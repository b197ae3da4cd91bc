import { msg } from '@lingui/core/macro';
import type { UpdateUserInput } from '../generated/graphql.ts';
import { words } from '../language/words.ts';
import type { UserToEdit } from './user-documents.ts';

const TEXT_FIELDS = ['phoneNumber', 'email', 'firstName', 'middleName', 'lastName'] as const;
export const FIELDS = [...TEXT_FIELDS, 'environmentIds'] as const;
export type Field = (typeof FIELDS)[number];

export const LABELS: Readonly<Record<Field, string>> = words({
  phoneNumber: msg`Phone Number`,
  email: msg`Email`,
  firstName: msg`First Name`,
  middleName: msg`Middle Name`,
  lastName: msg`Last Name`,
  environmentIds: msg`Environments`,
});

/** What stands in the form; an empty text is a field without a value. */
export type UserFormValues = Record<(typeof TEXT_FIELDS)[number], string> & { environmentIds: string[] };

export const EMPTY: UserFormValues = {
  phoneNumber: '',
  email: '',
  firstName: '',
  middleName: '',
  lastName: '',
  environmentIds: [],
};

export function toValues(user: UserToEdit): UserFormValues {
  return {
    phoneNumber: user.phoneNumber ?? '',
    email: user.email ?? '',
    firstName: user.firstName ?? '',
    middleName: user.middleName ?? '',
    lastName: user.lastName ?? '',
    environmentIds: user.environments.map(({ id }) => id),
  };
}

export function differ(a: UserFormValues, b: UserFormValues, field: Field): boolean {
  if (field !== 'environmentIds') return a[field] !== b[field];
  return a.environmentIds.toSorted().join() !== b.environmentIds.toSorted().join();
}

/** Whether what was typed is what is stored, which the API writes in its own way. */
export function isSame(typed: UserFormValues, stored: UserFormValues): boolean {
  return !FIELDS.some((field) => differ(asStored(typed), asStored(stored), field));
}

function asStored(values: UserFormValues): UserFormValues {
  const texts = TEXT_FIELDS.map((field) => [field, values[field].normalize('NFC').replace(/\s+/g, ' ').trim()]);
  return { ...values, ...Object.fromEntries(texts), phoneNumber: values.phoneNumber.replace(/\D/g, '') };
}

/** Only what was changed is sent: what is omitted the API leaves as it is. */
export function changesOf(values: UserFormValues, base: UserFormValues): Omit<UpdateUserInput, 'id'> {
  const fields = FIELDS.filter((field) => differ(values, base, field));
  return Object.fromEntries(fields.map((field) => [field, values[field] === '' ? null : values[field]]));
}

/** My changes on top of what somebody else saved meanwhile. */
export function rebase(values: UserFormValues, base: UserFormValues, theirs: UserFormValues): UserFormValues {
  const mine = FIELDS.filter((field) => differ(values, base, field));
  return { ...theirs, ...Object.fromEntries(mine.map((field) => [field, values[field]])) };
}
