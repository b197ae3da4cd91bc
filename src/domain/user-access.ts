import type { Expiry } from '../database/user-environments.ts';
import { Wrong } from './form.ts';
import { type Problem, problem } from './refusal.ts';
import type { Subject } from './subjects.ts';

export type AccessExpiryInput = { environmentId: string; expiresAt?: Date | null };

/**
 * Those expiries of a locked user that the form changes; Wrong unless all are of the environments that the user is to have, and lie in the
 * future. One that stays as it is may be past: a form sends it along. Only null means for ever: what is omitted stays as it is.
 */
export function readAccessExpiries(
  { access }: Subject,
  environmentIds: readonly string[],
  inputs: readonly AccessExpiryInput[],
): Expiry[] | Wrong {
  const isStored = ({ environmentId, expiresAt }: Expiry) =>
    (access.get(environmentId)?.getTime() ?? null) === (expiresAt?.getTime() ?? null);
  const problems = inputs.flatMap(({ environmentId, expiresAt = null }, index): Problem[] => {
    const path = (field: string) => ['accessExpiries', String(index), field];
    const isPast = expiresAt !== null && expiresAt.getTime() <= Date.now() && !isStored({ environmentId, expiresAt });
    return [
      ...(environmentIds.includes(environmentId)
        ? []
        : [problem(path('environmentId'), 'ENVIRONMENT_NOT_FOUND', 'The user has no such environment')]),
      ...(isPast ? [problem(path('expiresAt'), 'EXPIRY_IN_PAST', 'The end of access must lie in the future')] : []),
    ];
  });
  if (problems.length > 0) return new Wrong(...problems);
  const given = inputs.flatMap(({ environmentId, expiresAt }) =>
    expiresAt === undefined ? [] : { environmentId, expiresAt },
  );
  const last = new Map(given.map((expiry) => [expiry.environmentId, expiry]));
  return [...last.values()].filter((expiry) => !isStored(expiry));
}
