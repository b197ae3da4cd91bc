import type { Tx } from '../database/engine/connection.ts';
import { insertIdempotencyKey } from '../database/idempotency-keys.ts';
import { listUsersByIds } from '../database/users.ts';
import { findEarlier, type Repeatable } from './idempotency.ts';
import type { Problem, RefusalCode } from './refusal.ts';
import type { RowResult } from './row-results.ts';
import { emailProblem, phoneNumberProblem } from './user-conflicts.ts';
import type { Profile } from './user-form.ts';

type RememberedResult = Pick<RowResult, 'outcome' | 'duplicateOf'> & {
  userId: string | null;
  problems: RememberedProblem[];
};

/** `message` is null where it would quote a value. */
type RememberedProblem = Pick<Problem, 'field' | 'code'> & { message: string | null; conflictingUserId: string | null };

/** Keeps what became of each row, without what is personal: numbers, addresses and messages that quote them. */
export function rememberResults(
  tx: Tx,
  projectId: string,
  request: Repeatable,
  results: readonly RowResult[],
): Promise<void> {
  const remembered: RememberedResult[] = results.map(({ outcome, user, duplicateOf, userErrors }) => ({
    outcome,
    userId: user?.id ?? null,
    duplicateOf,
    problems: userErrors.map(({ field, code, message, conflictingUser }) => ({
      field,
      code,
      message: QUOTING.includes(code) ? null : message,
      conflictingUserId: conflictingUser?.id ?? null,
    })),
  }));
  return insertIdempotencyKey(tx, { projectId, userId: null, results: JSON.stringify(remembered), ...request });
}

const QUOTING: readonly RefusalCode[] = ['PHONE_NUMBER_TAKEN', 'EMAIL_TAKEN'];

/**
 * The results of the first request with this key, their users as they are now; undefined when this is the first. `profiles` are what
 * the same rows give: messages that quote them are made again.
 */
export async function findEarlierResults(
  tx: Tx,
  projectId: string,
  request: Repeatable,
  profiles: readonly Profile[],
): Promise<RowResult[] | undefined> {
  const earlier = await findEarlier(tx, projectId, request);
  if (!earlier?.results) return undefined;
  const remembered: RememberedResult[] = JSON.parse(earlier.results);
  const ids = remembered.flatMap(({ userId, problems }) => [userId, ...problems.map((each) => each.conflictingUserId)]);
  const users = await listUsersByIds(tx, projectId, [...new Set(ids.filter((id) => id !== null))]);
  const byId = new Map(users.map((user) => [user.id, user]));
  return remembered.map(({ outcome, userId, duplicateOf, problems }, index) => ({
    index,
    outcome,
    user: byId.get(userId ?? '') ?? null,
    phoneNumber: null,
    duplicateOf,
    userErrors: problems.map((each) => ({
      ...tell(each, profiles[index]),
      conflictingUser: byId.get(each.conflictingUserId ?? '') ?? null,
    })),
  }));
}

function tell({ field, code, message }: RememberedProblem, profile: Profile | undefined): Problem {
  if (code === 'PHONE_NUMBER_TAKEN' && profile?.phoneNumber)
    return { ...phoneNumberProblem(profile.phoneNumber), field };
  if (code === 'EMAIL_TAKEN' && profile?.email) return { ...emailProblem(profile.email), field };
  return { field, code, message: message ?? '' };
}
