import type { Db } from '../database/engine/connection.ts';
import { findPreconditions, type Preconditions } from '../database/new-users.ts';
import { listUsersByIds } from '../database/users.ts';
import { type Problem, problem } from './refusal.ts';
import type { Profile } from './user-form.ts';
import { emailKey } from './values/email-address.ts';
import { formatInternational, phoneMatchKey } from './values/phone-number.ts';

/** Other users of the project who have this phone number or e-mail address. */
export async function findConflicts(
  db: Db,
  projectId: string,
  { phoneNumber, email }: Pick<Profile, 'phoneNumber' | 'email'>,
  ownId?: string,
): Promise<Problem[]> {
  if (phoneNumber === null && email === null) return [];
  const phoneKey = phoneNumber && phoneMatchKey(phoneNumber);
  const found = await findPreconditions(db, {
    projectId,
    phoneKey,
    emailKey: email && emailKey(email),
    environmentIds: [],
  });
  return describeConflicts(db, projectId, { phoneNumber, email }, found, ownId);
}

/** The same when they were looked for already. */
export async function describeConflicts(
  db: Db,
  projectId: string,
  { phoneNumber, email }: Pick<Profile, 'phoneNumber' | 'email'>,
  { idByPhone, idByEmail }: Preconditions,
  ownId?: string,
): Promise<Problem[]> {
  const ids = [idByPhone, idByEmail].flatMap((id) => (id === null || id === ownId ? [] : id));
  const others = ids.length === 0 ? [] : await listUsersByIds(db, [projectId], ids);
  const problems: Problem[] = [];
  for (const other of others) {
    if (phoneNumber !== null && other.id === idByPhone) {
      const message = `Another user has the phone number ${formatInternational(phoneNumber)}`;
      problems.push(problem('phoneNumber', 'PHONE_NUMBER_TAKEN', message, other));
    }
    if (other.id === idByEmail) {
      problems.push(problem('email', 'EMAIL_TAKEN', `Another user has the e-mail address ${email}`, other));
    }
  }
  return problems;
}
