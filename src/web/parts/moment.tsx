import { formatDay, formatMinute } from '../language/format.ts';

/** A date in the reader's own writing; the time too, on pointing at it or when asked for. */
export function Moment({ at, withTime = false }: { at: string; withTime?: boolean }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatMinute(date)}>
      {withTime ? formatMinute(date) : formatDay(date)}
    </time>
  );
}
