import type { Check } from './answers.ts';
import type { GatewayDecisionFragment } from './generated/operations.ts';

/** Throws for what is no decision. A yes for a reason that we do not know is a no. */
export function toCheck(decision: GatewayDecisionFragment): Check {
  const { allowed, reason, user = null, matchedBy = null, shouldRegister } = decision;
  if (typeof reason !== 'string') throw new TypeError('A decision without a reason');
  if (reason === 'ALLOWED' && allowed !== true) throw new TypeError('A no for the reason of a yes');
  return {
    allowed: allowed === true && reason === 'ALLOWED',
    reason,
    user,
    matchedBy,
    shouldRegister: shouldRegister === true,
  };
}

export function noCheck(reason: string): Check {
  return { allowed: false, reason, user: null, matchedBy: null, shouldRegister: false };
}
