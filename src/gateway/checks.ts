import type { Check } from './answers.ts';
import type { Ask } from './ask.ts';
import { toCheck } from './decisions.ts';
import { CHECK } from './documents.ts';
import { reasonOf, unknownEnvironment } from './gateway-error.ts';
import type { Sender } from './sender.ts';
import type { Settings } from './settings.ts';

/** The check of a sender that `readSender` took. Throws a GatewayError when there is no answer at `until`. */
export type CheckSender = (sender: Sender, until: number) => Promise<Check>;

type Waiting = { sender: Sender; until: number; resolve: (check: Check) => void; reject: (error: unknown) => void };

const LARGEST_BATCH = 100;
// How long others wait for the answer to the batch before theirs. So a slow answer holds back nobody for long.
const HELD_MS = 100;

/**
 * Checks that are asked for at once, or while a batch is under way, travel as one. Whoever is alone does not wait.
 */
export function createChecks({ environmentId, report }: Settings, ask: Ask): CheckSender {
  const waiting: Waiting[] = [];
  let underWay: Waiting[] | undefined;
  let isLeaving = false;

  function leaveSoon() {
    const isHeld = underWay !== undefined && waiting.length < LARGEST_BATCH;
    if (isLeaving || isHeld || waiting.length === 0) return;
    isLeaving = true;
    // After all that this turn of the event loop asks for.
    setImmediate(leave);
  }

  function leave() {
    isLeaving = false;
    const batch = waiting.splice(0, LARGEST_BATCH);
    underWay = batch;
    const letGo = () => {
      clearTimeout(timer);
      if (underWay === batch) underWay = undefined;
      leaveSoon();
    };
    const timer = setTimeout(letGo, HELD_MS);
    void answer(batch).finally(letGo);
    leaveSoon();
  }

  async function answer(batch: Waiting[]): Promise<void> {
    const senders = batch.map(({ sender }) => sender);
    const until = Math.max(...batch.map((each) => each.until));
    try {
      const checks = await ask(CHECK, { environmentId, senders }, until, ({ checkAccessBatch }) => {
        if (checkAccessBatch.length !== batch.length) throw new TypeError('There is not one decision for each sender');
        return checkAccessBatch.map(toCheck);
      });
      for (const [index, check] of checks.entries()) batch[index]?.resolve(check);
      if (checks[0]?.reason === 'UNKNOWN_ENVIRONMENT') report(unknownEnvironment());
    } catch (error) {
      // A sender whom the service does not take, though we did, must not spoil the others.
      if (reasonOf(error) === 'BAD_USER_INPUT' && batch.length > 1) await Promise.all(halves(batch).map(answer));
      else for (const { reject } of batch) reject(error);
    }
  }

  return (sender, until) =>
    new Promise((resolve, reject) => {
      waiting.push({ sender, until, resolve, reject });
      leaveSoon();
    });
}

function halves<Item>(items: Item[]): Item[][] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
