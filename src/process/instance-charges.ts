import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Db } from '../database/engine/connection.ts';
import { describeFault } from '../database/engine/errors.ts';
import { addCharges, forgetCharges, type SpentInMinute } from '../database/shared-charges.ts';
import type { Charge, ChargeChannel } from '../http/shared-charges.ts';

// In one statement. When more callers come at once, as in a flood, each instance counts those who spent least by itself.
const MOST_SPENDERS = 500;
const REMEMBERED = 50_000;
// After each statement, until nothing is left: more than one statement adds.
const MOST_FORGOTTEN = 1000;
const FORGET_MS = 60_000;

/**
 * How the instances of one database learn what the others charged: one statement for all that was charged since the last one, and
 * nothing while nobody asks. No request waits for it. While the database is away, each instance counts alone.
 */
export function createInstanceCharges(
  db: Db,
  onEvent: (message: string) => void,
): ChargeChannel & { stop(): Promise<void> } {
  let waiting = new Map<string, Charge>();
  // The sums that the last statement answered. What is more in the next answer, others charged.
  const known = new LRUCache<string, { points: number; endsAt?: number }>({ max: REMEMBERED });
  let receive: (charges: Charge[]) => void = () => {};
  let exchanging: Promise<void> | undefined;
  let isAway = false;
  let isStopped = false;
  let forgetAt = 0;

  const exchange = async () => {
    const charges = new Map(mostOf(waiting).map((charge) => [hashOf(charge), charge]));
    waiting = new Map();
    try {
      receive(othersOf(charges, await addCharges(db, toRows(charges))));
      await forget();
      isAway = false;
    } catch (error) {
      assumeWritten(charges);
      if (!isAway)
        onEvent(`Each instance counts requests by itself until the database answers (${describeFault(error)}).`);
      isAway = true;
    }
  };
  const othersOf = (charges: Map<string, Charge>, sums: SpentInMinute[]) =>
    sums.flatMap(({ spender, points, endsIn, endsAt }): Charge[] => {
      const name = spender.toString('hex');
      const before = known.get(name);
      known.set(name, { points, endsAt });
      const charge = charges.get(name);
      charges.delete(name);
      if (!charge) return [];
      const isSameMinute = before && (before.endsAt ?? endsAt) === endsAt;
      const others = points - charge.points - (isSameMinute ? before.points : 0);
      return others > 0 ? [{ ...charge, points: others, minuteEndsIn: endsIn }] : [];
    });
  // Perhaps only the answer was lost. Told again, it might count twice, or in a later minute than it was charged in.
  const assumeWritten = (charges: Map<string, Charge>) => {
    for (const [name, { points }] of charges) {
      const before = known.get(name);
      known.set(name, { ...before, points: points + (before?.points ?? 0) });
    }
  };
  const forget = async () => {
    if (performance.now() < forgetAt) return;
    const isAll = (await forgetCharges(db, MOST_FORGOTTEN)) < MOST_FORGOTTEN;
    if (isAll) forgetAt = performance.now() + FORGET_MS;
  };
  const run = async () => {
    do await exchange();
    while (waiting.size > 0 && !isAway);
    exchanging = undefined;
  };

  return {
    send(charges) {
      if (isStopped) return;
      for (const charge of charges) {
        const name = `${charge.allowance}\n${charge.who}`;
        waiting.set(name, { ...charge, points: charge.points + (waiting.get(name)?.points ?? 0) });
      }
      exchanging ??= run();
    },
    onReceive(take) {
      receive = take;
    },
    async stop() {
      isStopped = true;
      waiting.clear();
      await exchanging;
    },
  };
}

function mostOf(waiting: Map<string, Charge>): Charge[] {
  const charges = [...waiting.values()];
  if (charges.length <= MOST_SPENDERS) return charges;
  return charges.toSorted((one, other) => other.points - one.points).slice(0, MOST_SPENDERS);
}

function hashOf({ allowance, who }: Charge): string {
  return createHash('sha256').update(`${allowance}\n${who}`).digest('hex').slice(0, 32);
}

function toRows(charges: Map<string, Charge>): { spender: Buffer; points: number }[] {
  return Array.from(charges, ([name, { points }]) => ({ spender: Buffer.from(name, 'hex'), points }));
}
