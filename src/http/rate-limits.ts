import { LRUCache } from 'lru-cache';
import { CallerError } from '../domain/caller-error.ts';
import type { SharedCharges } from './shared-charges.ts';

export type RateLimits = { requestsPerMinute: number; costPerMinute: number; failedKeysPerMinute: number };

export type RateLimiter = {
  /** Charges the points, then throws RATE_LIMITED, with the seconds to wait, if more than the minute's allowance is spent. */
  charge(who: string, points: number): Promise<void>;
  /** Throws RATE_LIMITED if the minute's allowance is spent already. Charges nothing. */
  refuseIfSpent(who: string): Promise<void>;
};

const MINUTE_MS = 60_000;
// Others learn of such a part of an allowance at once, and of the first charge, for they may know what was spent before.
const MUCH = 1 / 20;
// About 10 MB. With more callers in one minute, those who asked least recently start again with a full allowance.
const REMEMBERED = 50_000;

/**
 * An allowance for each minute, counted in this process, which soon learns what other processes and instances charged. So one
 * connection can spend all of it, and no request waits for another process. It may be spent all at once, since webhooks come in
 * bursts.
 */
export function createRateLimiter(points: number, what: string, sharedCharges?: SharedCharges): RateLimiter {
  const minutes = new LRUCache<string, { spent: number; ends: number }>({ max: REMEMBERED });
  const current = (who: string) => {
    const now = performance.now();
    const known = minutes.get(who);
    if (known && known.ends > now) return known;
    const begun = { spent: 0, ends: now + MINUTE_MS };
    minutes.set(who, begun);
    return begun;
  };
  const refusal = ({ ends }: { ends: number }) => {
    const seconds = Math.max(1, Math.ceil((ends - performance.now()) / 1000));
    return new CallerError('RATE_LIMITED', `At most ${points} ${what} a minute.`, seconds);
  };
  sharedCharges?.onTold(what, ({ who, points: charged, minuteEndsIn }) => {
    const minute = current(who);
    minute.spent += charged;
    if (minuteEndsIn !== undefined) minute.ends = performance.now() + minuteEndsIn;
  });
  return {
    async charge(who, charged) {
      const minute = current(who);
      const { spent } = minute;
      // Who has spent all is refused everywhere, once that is told.
      if (spent < points)
        sharedCharges?.tell({ allowance: what, who, points: charged }, spent === 0 ? 0 : points * MUCH);
      minute.spent += charged;
      if (minute.spent > points) throw refusal(minute);
    },
    async refuseIfSpent(who) {
      const minute = current(who);
      if (minute.spent >= points) throw refusal(minute);
    },
  };
}
