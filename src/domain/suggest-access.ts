import type { AccessRequestRow, EnvironmentRow } from '../database/tables.ts';
import type { AccessDecision } from './access.ts';

export type AccessSuggestion = 'UNBLOCK' | 'MERGE' | 'APPROVE' | 'EXTEND' | 'ADD_ENVIRONMENT' | 'ADD_USER';

type ToldReading = {
  /** Whether somebody is known by it: a user, somebody who knocked, or somebody who is blocked. */
  isKnown: boolean;
  decisions: { environment: EnvironmentRow; decision: AccessDecision }[];
};

/** The step that helps first, over all environments that say no; null when none does, or nothing helps. */
export function suggest(readings: readonly ToldReading[], noted: readonly AccessRequestRow[]): AccessSuggestion | null {
  // Digits may be an id that nobody has, besides the phone number of somebody who may talk.
  const known = readings.filter(({ isKnown }) => isKnown);
  const decisions = (known.length > 0 ? known : readings).flatMap(({ decisions }) => decisions);
  const denied = decisions.filter(({ decision }) => !decision.allowed);
  const says = (reason: AccessDecision['reason']) => denied.some(({ decision }) => decision.reason === reason);
  const isWaiting = noted.some(
    ({ status, environmentId }) =>
      status === 'PENDING' && denied.some(({ environment }) => environment.id === environmentId),
  );
  // What was pasted is a part of what such a sender came with: it may be let in where they were not.
  const isConflictNoted = noted.some(({ reason }) => reason === 'IDENTITY_CONFLICT');
  const people = new Set(decisions.flatMap(({ decision }) => decision.userId ?? []));

  if (says('BLOCKED')) return 'UNBLOCK';
  if (isConflictNoted) return 'MERGE';
  if (denied.length === 0) return null;
  if (people.size > 1) return 'MERGE';
  if (says('AWAITING_APPROVAL') || isWaiting) return 'APPROVE';
  if (says('EXPIRED')) return 'EXTEND';
  if (says('NOT_IN_ENVIRONMENT')) return 'ADD_ENVIRONMENT';
  return says('UNKNOWN_SENDER') ? 'ADD_USER' : null;
}
