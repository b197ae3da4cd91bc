const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A date in the reader's own writing; the time too, on pointing at it or when asked for. */
export function Moment({ at, withTime = false }: { at: string; withTime?: boolean }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={minute.format(date)}>
      {(withTime ? minute : day).format(date)}
    </time>
  );
}
