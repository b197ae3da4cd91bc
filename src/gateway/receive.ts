import { type Admission, isNoAnswer, type Redemption, type Replacement } from './answers.ts';
import type { Gateway } from './create-gateway.ts';
import { codeIn } from './invitation-code.ts';
import type { Incoming } from './payload.ts';
import type { WhatsAppEvent } from './whatsapp.ts';

export type Received = Admission & {
  /** Whether an invitation's code was redeemed. Such a message is not for the assistant. */
  isLinked: boolean;
  /**
   * Whether that is the service's word about the sender. Without one (no answer in time; a key or an environment that is not good) have the
   * channel send the message again, or keep it, and receive it once more: its sender may well be let in.
   */
  isDecided: boolean;
};

/**
 * Does all that is to be done about what a channel told: follows a changed number, redeems the code of an invitation that came in
 * private, and admits whoever wrote. Null, which tells of nobody, is INVALID_SENDER. Answer those who are `allowed`, and nobody else.
 */
export async function receive(gateway: Gateway, event: Incoming | WhatsAppEvent | null): Promise<Received> {
  if (typeof event !== 'object' || event === null)
    return nothingFurther({ outcome: null, reason: 'INVALID_SENDER', user: null });
  if ('previous' in event) return nothingFurther(await gateway.replace(event.previous, event.current));
  // In public a code is no secret: whoever is quicker would become the user.
  const code = event.isPublic ? null : codeIn(event.text);
  const redemption = code === null ? null : await gateway.redeem(event.sender, code);
  // A code that may be good is for no eyes but the service's, so it is not passed on until that is known.
  if (redemption && isNoAnswer(redemption.reason)) return nothingFurther(redemption);
  const admission = await gateway.admit(event.sender, event.profile);
  return { ...admission, isLinked: Boolean(redemption?.outcome), isDecided: !isNoAnswer(admission.reason) };
}

function nothingFurther({ outcome, reason, user }: Redemption | Replacement): Received {
  const isDecided = !isNoAnswer(reason);
  return { allowed: false, reason: reason ?? String(outcome), user, outcome: null, isLinked: false, isDecided };
}
