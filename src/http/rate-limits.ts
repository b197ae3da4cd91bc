import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CallerError } from '../domain/refusal.ts';

export type RateLimits = { requestsPerMinute: number; costPerMinute: number; failedKeysPerMinute: number };

export type RateLimiter = {
  /** Throws RATE_LIMITED, with the seconds to wait, when the minute's allowance is spent. */
  charge(who: string, points: number): Promise<void>;
  /** Whether it is spent already; charges nothing. */
  requireSome(who: string): Promise<void>;
};

/** An allowance for each minute, kept in this process. It may be spent at once: webhooks come in bursts. */
export function createRateLimiter(points: number, what: string): RateLimiter {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  const refuse = (spent: RateLimiterRes) => {
    const message = `At most ${points} ${what} a minute.`;
    throw new CallerError('RATE_LIMITED', message, Math.max(1, Math.ceil(spent.msBeforeNext / 1000)));
  };
  return {
    async charge(who, charged) {
      try {
        await limiter.consume(who, charged);
      } catch (spent) {
        if (spent instanceof RateLimiterRes) refuse(spent);
        throw spent;
      }
    },
    async requireSome(who) {
      const spent = await limiter.get(who);
      if (spent && spent.consumedPoints >= points) refuse(spent);
    },
  };
}
