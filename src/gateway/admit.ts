import type { Admission } from './answers.ts';
import type { Ask } from './ask.ts';
import type { CheckSender } from './checks.ts';
import { toCheck } from './decisions.ts';
import { REGISTER } from './documents.ts';
import { reasonForSender, reasonOfRefusal } from './gateway-error.ts';
import { readProfile, readSender } from './read-sender.ts';
import type { Profile, Sender } from './sender.ts';
import type { Settings } from './settings.ts';

type Admit = (sender: Sender, profile?: Profile) => Promise<Admission>;

/** Check; if `shouldRegister`, register; obey the last decision. */
export function createAdmit({ environmentId, totalMs }: Settings, ask: Ask, check: CheckSender): Admit {
  return async (givenSender, givenProfile) => {
    const until = performance.now() + totalMs;
    const sender = readSender(givenSender);
    if (!sender) return no('INVALID_SENDER');
    const profile = readProfile(givenProfile);
    try {
      const { shouldRegister, matchedBy: _, ...decision } = await check(sender, until);
      const checked: Admission = { ...decision, outcome: null };
      if (!shouldRegister) return checked;
      const registered = register(ask, { environmentId, sender, ...profile }, until);
      // Whom the check let in may talk, though their id could not be linked now. Their next message tries again.
      return await (checked.allowed ? registered.catch(() => checked) : registered);
    } catch (error) {
      return no(reasonForSender(error));
    }
  };
}

type Input = Profile & { environmentId: string; sender: Sender };

function register(ask: Ask, input: Input, until: number): Promise<Admission> {
  return ask(REGISTER, { input }, until, ({ selfRegisterUser: { decision, outcome, userErrors } }) => {
    if (!decision) return no(reasonOfRefusal(userErrors) ?? 'UNAVAILABLE');
    const { allowed, reason, user } = toCheck(decision);
    return { allowed, reason, user, outcome: outcome ?? null };
  });
}

function no(reason: string): Admission {
  return { allowed: false, reason, user: null, outcome: null };
}
