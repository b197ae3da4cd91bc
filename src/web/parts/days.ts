/** Today, or so many days from then, as a date field writes a day here. */
export function dayFromNow(days = 0): string {
  return dayOf(new Date(Date.now() + days * 86_400_000));
}

/** The day here on which a time lies. */
export function dayOf(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The last moment of a day here. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}
