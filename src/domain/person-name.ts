/** In code points. */
export const NAME_MAXIMUM = 100;

/** The name as it is stored; undefined when nothing of it can be seen. Its length is for the caller to judge. */
export function normalizeName(text: string): string | undefined {
  // Direction overrides would reorder the rest of the page around the name; ZWJ and ZWNJ spell Persian, Indic names and emoji.
  const name = text
    .replace(/(?!\s)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
  return isVisible(name) ? name : undefined;
}

type PersonName = { firstName: string | null; middleName: string | null; lastName: string | null };

/** The given names in order; undefined when there is none. */
export function fullName(person: PersonName): string | undefined {
  const names = [person.firstName, person.middleName, person.lastName];
  return names.filter(Boolean).join(' ') || undefined;
}

/** Never empty: the names, else the phone number, else the channel's id, else our own. */
export function displayName(user: PersonName & { phoneNumber: string | null; id: string }, channelId?: string): string {
  return fullName(user) ?? user.phoneNumber ?? channelId ?? user.id;
}

/** First grapheme of the first and of the last name, as typed; '#' for the nameless. */
export function initials(person: Pick<PersonName, 'firstName' | 'lastName'>): string {
  return firstGrapheme(person.firstName) + firstGrapheme(person.lastName) || '#';
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstGrapheme(name: string | null): string {
  for (const { segment } of graphemes.segment(name ?? '')) {
    if (isVisible(segment)) return segment;
  }
  return '';
}

// U+2800 is the Braille blank: a symbol by category, empty on the screen.
function isVisible(text: string): boolean {
  return /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
