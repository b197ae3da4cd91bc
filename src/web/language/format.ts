import { currentLanguage, currentLocale } from './language.ts';

/** Numbers and dates as the language of the page writes them, whatever the browser's own is. */
export function formatNumber(value: number): string {
  return formats().number.format(value);
}

export function formatDay(date: Date): string {
  return formats().day.format(date);
}

/** The day and the time of day. */
export function formatMinute(date: Date): string {
  return formats().minute.format(date);
}

/** So many units ago, or hence, in words. */
export function formatRelative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  return formats().relative.format(value, unit);
}

/** “A, B and C”, or “or”: what is listed, and what stands between. */
export function partsOfList(type: 'conjunction' | 'disjunction', items: string[]) {
  return formats()[type].formatToParts(items);
}

const made = new Map<string, ReturnType<typeof makeFormats>>();

// Making them takes longer than using them.
function formats() {
  const locale = currentLocale();
  const known = made.get(locale) ?? makeFormats(locale);
  made.set(locale, known);
  return known;
}

function makeFormats(locale: string) {
  // Our English has no comma before “and”.
  const listed = currentLanguage() === 'en' ? 'en-GB' : locale;
  // “26 de nov. de 2026” is wider than a column.
  const inDigits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  return {
    number: new Intl.NumberFormat(locale),
    day: new Intl.DateTimeFormat(locale, currentLanguage() === 'pt' ? inDigits : { dateStyle: 'medium' }),
    minute: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    conjunction: new Intl.ListFormat(listed, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(listed, { type: 'disjunction' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  };
}
