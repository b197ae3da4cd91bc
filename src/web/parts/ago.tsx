const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a time is, in words; the time itself on pointing at it. */
export function Ago({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={minute.format(date)}>
      {inWords(Date.now() - date.getTime())}
    </time>
  );
}

// A clock that goes before the service's makes no future of it.
function inWords(passed: number): string {
  const [unit, length] = UNITS.find(([, each]) => passed >= each) ?? [];
  return unit ? relative.format(-Math.floor(passed / length), unit) : 'just now';
}
