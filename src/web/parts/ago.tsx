import { t } from '@lingui/core/macro';
import { formatMinute, formatRelative } from '../language/format.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a time is, in words; the time itself on pointing at it. */
export function Ago({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatMinute(date)}>
      {inWords(Date.now() - date.getTime())}
    </time>
  );
}

// A clock that goes before the service's makes no future of it.
function inWords(passed: number): string {
  const [unit, length] = UNITS.find(([, each]) => passed >= each) ?? [];
  return unit ? formatRelative(-Math.floor(passed / length), unit) : t`just now`;
}
