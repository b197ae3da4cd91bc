import { plural, t } from '@lingui/core/macro';
import type { Progress } from './import-state.ts';

/** How long the rest takes if it goes as fast as until now, or nothing while that is not known. */
export function timeLeft({ done, total, from, since }: Progress): string {
  if (done === from || done >= total) return '';
  const seconds = ((Date.now() - since) / (done - from)) * ((total - done) / 1000);
  if (seconds > 90) {
    const minutes = Math.round(seconds / 60);
    return t`about ${plural(minutes, { one: '# minute left', other: '# minutes left' })}`;
  }
  const tens = Math.ceil(seconds / 10) * 10;
  return t`about ${plural(tens, { one: '# second left', other: '# seconds left' })}`;
}
