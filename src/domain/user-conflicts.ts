import type { Tx } from '../database/connection.ts';
import { findUserByEmail, findUserByPhone } from '../database/users.ts';
import { emailKey } from './email-address.ts';
import { formatInternational, phoneMatchKey } from './phone-number.ts';
import { type Problem, problem } from './refusal.ts';
import type { Profile } from './user-form.ts';

/** Other users of the project who have this phone number or e-mail address. */
export async function findConflicts(
  tx: Tx,
  projectId: string,
  { phoneNumber, email }: Pick<Profile, 'phoneNumber' | 'email'>,
  ownId?: string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const byPhone = phoneNumber && (await findUserByPhone(tx, projectId, phoneMatchKey(phoneNumber)));
  if (byPhone && byPhone.id !== ownId) {
    const message = `Another user has the phone number ${formatInternational(phoneNumber)}`;
    problems.push(problem('phoneNumber', 'PHONE_NUMBER_TAKEN', message, byPhone));
  }
  const byEmail = email && (await findUserByEmail(tx, projectId, emailKey(email)));
  if (byEmail && byEmail.id !== ownId) {
    problems.push(problem('email', 'EMAIL_TAKEN', `Another user has the e-mail address ${email}`, byEmail));
  }
  return problems;
}
