import type { Log } from './log.ts';
import { describeReason } from './reason.ts';

const EVERY_MS = 10_000;
// Beyond these, reasons are told without distinction. A flood must not fill the memory.
const MOST_REASONS = 100;

/** `message` says what happens, `reason` why: an error, or words of our own. */
export type TellTrouble = (level: 'error' | 'warn', message: string, reason: unknown) => void;

/**
 * For what may meet many requests at once. Logs a reason when it first appears; while it stays, one line every 10 s says how many
 * times more it came.
 */
export function createTroubleLog(log: Log): TellTrouble {
  const counts = new Map<string, { times: number }>();
  return (level, message, given) => {
    const described = describeReason(given);
    const key = JSON.stringify([message, described]);
    const isKnown = counts.has(key) || counts.size < MOST_REASONS;
    const reason = isKnown ? described : { type: 'others' };
    const place = isKnown ? key : 'others';
    const known = counts.get(place);
    if (known) {
      known.times += 1;
      return;
    }
    const count = { times: 1 };
    const tell = () => {
      log[level]({ reason, ...count }, message);
      count.times = 0;
    };
    tell();
    counts.set(place, count);
    const timer = setInterval(() => {
      if (count.times > 0) return tell();
      clearInterval(timer);
      counts.delete(place);
    }, EVERY_MS).unref();
  };
}
