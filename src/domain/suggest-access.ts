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
  const isNoted = (isSuch: (request: AccessRequestRow) => boolean) =>
    noted.some(
      (request) => isSuch(request) && denied.some(({ environment }) => environment.id === request.environmentId),
    );
  const people = new Set(decisions.flatMap(({ decision }) => decision.userId ?? []));

  if (denied.length === 0) return null;
  if (says('BLOCKED')) return 'UNBLOCK';
  if (people.size > 1 || isNoted(({ reason }) => reason === 'IDENTITY_CONFLICT')) return 'MERGE';
  if (says('AWAITING_APPROVAL') || isNoted(({ status }) => status === 'PENDING')) return 'APPROVE';
  if (says('EXPIRED')) return 'EXTEND';
  if (says('NOT_IN_ENVIRONMENT')) return 'ADD_ENVIRONMENT';
  return says('UNKNOWN_SENDER') ? 'ADD_USER' : null;
}
