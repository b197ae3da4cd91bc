import { formatNumber } from '../language/format.ts';

/** So far a list counts by itself: further would keep its first page waiting. */
export const COUNTED = 1000;

/** A count that went no further than one beyond COUNTED: `1,000+` is as far as it tells. */
export function countInWords(count: number): string {
  return count > COUNTED ? `${formatNumber(COUNTED)}+` : formatNumber(count);
}
