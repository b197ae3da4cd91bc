import type { Redemption, Refusal, Replacement } from './answers.ts';
import type { Ask } from './ask.ts';
import { REDEEM, REPLACE } from './documents.ts';
import { reasonForSender, reasonOfRefusal, unknownEnvironment } from './gateway-error.ts';
import { codeIn } from './invitation-code.ts';
import { readSender } from './read-sender.ts';
import type { Sender } from './sender.ts';
import type { Settings } from './settings.ts';

export function createReplace({ environmentId, totalMs, report }: Settings, ask: Ask) {
  return async (givenPrevious: Sender, givenCurrent: Sender): Promise<Replacement> => {
    const previous = readSender(givenPrevious);
    const current = readSender(givenCurrent);
    if (!previous || !current) return nothing('INVALID_SENDER');
    const input = { environmentId, previous, current };
    const until = performance.now() + totalMs;
    return ask(REPLACE, { input }, until, (data) => changeOf(data.replaceSender, report)).catch(noAnswer);
  };
}

export function createRedeem({ environmentId, totalMs, report }: Settings, ask: Ask) {
  return async (givenSender: Sender, text: string): Promise<Redemption> => {
    // Gateways may pass any message, so what has no code in it is not sent.
    const code = typeof text === 'string' ? codeIn(text) : null;
    if (code === null) return nothing('INVITATION_INVALID');
    const sender = readSender(givenSender);
    if (!sender) return nothing('INVALID_SENDER');
    const input = { environmentId, sender, code };
    const until = performance.now() + totalMs;
    return ask(REDEEM, { input }, until, (data) => changeOf(data.redeemInvitation, report)).catch(noAnswer);
  };
}

type Payload<Outcome, User> = { outcome: Outcome | null; user: User | null; userErrors: { code: string }[] };

function changeOf<Outcome, User>({ outcome, user, userErrors }: Payload<Outcome, User>, report: Settings['report']) {
  const reason = reasonOfRefusal(userErrors);
  if (typeof (reason ?? outcome) !== 'string') throw new TypeError('Neither an outcome nor a refusal');
  if (reason === 'UNKNOWN_ENVIRONMENT') report(unknownEnvironment());
  return reason === null ? { outcome, reason, user } : { ...nothing(reason), user };
}

function nothing(reason: Refusal) {
  return { outcome: null, reason, user: null };
}

function noAnswer(error: unknown) {
  return nothing(reasonForSender(error));
}
