import { isVisible } from './characters.ts';

/** The most code points of a name. */
export const NAME_MAXIMUM = 100;

/** The name as it is stored; undefined when nothing of it is visible. Callers check its length. */
export function normalizeName(text: string): string | undefined {
  // Direction overrides would reorder the page around the name. ZWJ and ZWNJ are kept: Persian, Indic names and emoji need them.
  const name = text
    .replace(/(?!\s)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
  return isVisible(name) ? name : undefined;
}

/**
 * The name as it is stored, cut between graphemes to at most NAME_MAXIMUM code points, because people who come in through a
 * channel cannot shorten their name there. Undefined when nothing of it is visible.
 */
export function cutName(text: string): string | undefined {
  const name = normalizeName(text);
  if (name === undefined || countCodePoints(name) <= NAME_MAXIMUM) return name;
  let cut = '';
  let length = 0;
  for (const { segment } of graphemes.segment(name)) {
    length += countCodePoints(segment);
    if (length > NAME_MAXIMUM) break;
    cut += segment;
  }
  // Hundreds of accents on one letter are a single grapheme, longer than the limit: it is cut inside.
  return normalizeName(cut || Array.from(name).slice(0, NAME_MAXIMUM).join(''));
}

type PersonName = { firstName: string | null; middleName: string | null; lastName: string | null };

/** The first, middle and last name, as far as given, joined by spaces; undefined when there is none. */
export function fullName(person: PersonName): string | undefined {
  const names = [person.firstName, person.middleName, person.lastName];
  return names.filter(Boolean).join(' ') || undefined;
}

/** The name to show, never empty: the full name, else the phone number, else the channel's id, else our own id. */
export function displayName(user: PersonName & { phoneNumber: string | null; id: string }, channelId?: string): string {
  return fullName(user) ?? user.phoneNumber ?? channelId ?? user.id;
}

/** The first visible grapheme of the first and of the last name, as typed; '#' for people without a name. */
export function initials(person: Pick<PersonName, 'firstName' | 'lastName'>): string {
  return firstGrapheme(person.firstName) + firstGrapheme(person.lastName) || '#';
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function countCodePoints(text: string): number {
  return Array.from(text).length;
}

function firstGrapheme(name: string | null): string {
  for (const { segment } of graphemes.segment(name ?? '')) {
    if (isVisible(segment)) return segment;
  }
  return '';
}
