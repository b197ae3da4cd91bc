import { createAdmit } from './admit.ts';
import type { Admission, ApprovalPage, Check, Redemption, Replacement } from './answers.ts';
import { createDecided } from './approvals.ts';
import { createAsk } from './ask.ts';
import { createRedeem, createReplace } from './changes.ts';
import { createChecks } from './checks.ts';
import { noCheck } from './decisions.ts';
import { reasonForSender } from './gateway-error.ts';
import { readSender } from './read-sender.ts';
import type { Profile, Sender } from './sender.ts';
import { type GatewaySettings, readSettings } from './settings.ts';

/** Asks the service for a gateway. No function throws: what got no answer is a no, with the reason UNAVAILABLE. */
export type Gateway = {
  /**
   * Whether the sender of a message may talk. Registers a newcomer where the environment takes them, or asks the owner to let them in,
   * and links the id with which a known person writes. Call it for every message. The names serve a new user alone.
   */
  admit(sender: Sender, profile?: Profile): Promise<Admission>;
  /** Whether these senders may talk, in their order, without registering any. */
  checkMany(senders: readonly Sender[]): Promise<Check[]>;
  /** Follows a person whose number or id was changed on the channel, when the channel says so. May be repeated. */
  replace(previous: Sender, current: Sender): Promise<Replacement>;
  /**
   * Links the sender of an invitation's code to the user who was invited. Pass the text of a private message, such as `/start um-…`, or
   * the code alone. It lets nobody in: `admit` the sender afterwards, whatever came of it.
   */
  redeem(sender: Sender, text: string): Promise<Redemption>;
  /** Whom the owner let in since the page that ended with this cursor. Without one, of the last 7 days. */
  decided(options?: { after?: string | null }): Promise<ApprovalPage>;
};

/** Throws a TypeError for settings that cannot be right. */
export function createGateway(given: GatewaySettings): Gateway {
  const settings = readSettings(given);
  // Each with turns of its own, so that no change which waits for a lock holds back a check.
  const [read, change] = [createAsk(settings), createAsk(settings)];
  const check = createChecks(settings, read);

  const checkOne = async (given: unknown): Promise<Check> => {
    const sender = readSender(given);
    if (!sender) return noCheck('INVALID_SENDER');
    return check(sender, performance.now() + settings.totalMs).catch((error) => noCheck(reasonForSender(error)));
  };
  return {
    admit: createAdmit(settings, change, check),
    checkMany: async (senders) => Promise.all(Array.isArray(senders) ? Array.from(senders, checkOne) : []),
    replace: createReplace(settings, change),
    redeem: createRedeem(settings, change),
    decided: createDecided(settings, read),
  };
}
