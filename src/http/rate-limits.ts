import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CallerError } from '../domain/refusal.ts';
import type { ChargeExchange } from './charge-exchange.ts';

export type RateLimits = { requestsPerMinute: number; costPerMinute: number; failedKeysPerMinute: number };

export type RateLimiter = {
  /** Throws RATE_LIMITED, with the seconds to wait, when the minute's allowance is spent. */
  charge(who: string, points: number): Promise<void>;
  /** Whether it is spent already; charges nothing. */
  requireSome(who: string): Promise<void>;
};

/**
 * An allowance for each minute, counted in this process, which hears in a moment what others charged: a caller of one
 * connection can spend it all, and none waits for another process. It may be spent at once: webhooks come in bursts.
 */
export function createRateLimiter(points: number, what: string, exchange?: ChargeExchange): RateLimiter {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  exchange?.onTold(what, (who, charged) => void limiter.penalty(who, charged));
  const refusal = ({ msBeforeNext }: RateLimiterRes) =>
    new CallerError('RATE_LIMITED', `At most ${points} ${what} a minute.`, Math.max(1, Math.ceil(msBeforeNext / 1000)));
  return {
    async charge(who, charged) {
      exchange?.tell(what, who, charged);
      await limiter.consume(who, charged).catch((spent) => {
        throw spent instanceof RateLimiterRes ? refusal(spent) : spent;
      });
    },
    async requireSome(who) {
      const spent = await limiter.get(who);
      if (spent && spent.consumedPoints >= points) throw refusal(spent);
    },
  };
}
