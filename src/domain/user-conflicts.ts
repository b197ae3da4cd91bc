import type { Db } from '../database/connection.ts';
import { findSurroundings, type Surroundings } from '../database/new-users.ts';
import { listUsersByIds } from '../database/users.ts';
import { formatInternational } from './phone-number.ts';
import { type Problem, problem } from './refusal.ts';
import { type Profile, profileColumns } from './user-form.ts';

/** Other users of the project who have this phone number or e-mail address. */
export async function findConflicts(db: Db, projectId: string, profile: Profile, ownId?: string): Promise<Problem[]> {
  const found = await findSurroundings(db, { projectId, environmentIds: [], ...profileColumns(profile) });
  return describeConflicts(db, projectId, profile, found, ownId);
}

/** The same when they were looked for already. */
export async function describeConflicts(
  db: Db,
  projectId: string,
  { phoneNumber, email }: Pick<Profile, 'phoneNumber' | 'email'>,
  { idByPhone, idByEmail }: Surroundings,
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
