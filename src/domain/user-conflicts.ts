import type { Db } from '../database/engine/connection.ts';
import { findPreconditions, type Preconditions } from '../database/new-users.ts';
import { listUsersByIds } from '../database/users.ts';
import { Wrong } from './form.ts';
import { emailTaken, phoneNumberBlocked, phoneNumberTaken } from './shared-problems.ts';
import type { Profile } from './user-form.ts';
import { emailKey } from './values/email-address.ts';
import { formatInternational, phoneMatchKey } from './values/phone-number.ts';

/** Conflicts by field of the form. */
type Conflicts = { phoneNumber?: Wrong; email?: Wrong };

/** Finds other users of the project who have this phone number or e-mail address, and whether the number is blocked. */
export async function findConflicts(
  db: Db,
  projectId: string,
  { phoneNumber, email }: Pick<Profile, 'phoneNumber' | 'email'>,
  ownId?: string,
): Promise<Conflicts> {
  if (phoneNumber === null && email === null) return {};
  const phoneKey = phoneNumber && phoneMatchKey(phoneNumber);
  const found = await findPreconditions(db, {
    projectId,
    phoneKey,
    emailKey: email && emailKey(email),
    environmentIds: [],
  });
  return describeConflicts(db, projectId, { phoneNumber, email }, found, ownId);
}

/** Like findConflicts, from preconditions that were read already. */
export async function describeConflicts(
  db: Db,
  projectId: string,
  { phoneNumber, email }: Pick<Profile, 'phoneNumber' | 'email'>,
  { idByPhone, idByEmail, isPhoneBlocked }: Preconditions,
  ownId?: string,
): Promise<Conflicts> {
  const ids = [idByPhone, idByEmail].flatMap((id) => (id === null || id === ownId ? [] : id));
  const others = ids.length === 0 ? [] : await listUsersByIds(db, [projectId], ids);
  const byPhone = phoneNumber === null ? undefined : others.find(({ id }) => id === idByPhone);
  const byEmail = others.find(({ id }) => id === idByEmail);
  return {
    ...(isPhoneBlocked && { phoneNumber: new Wrong(phoneNumberBlocked()) }),
    ...(byPhone && {
      phoneNumber: new Wrong(phoneNumberTaken(`the phone number ${formatInternational(phoneNumber ?? '')}`, byPhone)),
    }),
    ...(byEmail && { email: new Wrong(emailTaken(`the e-mail address ${email}`, byEmail)) }),
  };
}
