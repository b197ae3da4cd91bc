import { plainDashes, plainDigits } from './characters.ts';
import { fullName } from './person-name.ts';

/**
 * Text as search compares it: without case, accents and invisible characters. After NFC each code point folds by itself,
 * so a part of a text folds to a part of the folded text.
 */
export function fold(text: string): string {
  // Half-width katakana write a voiced sound as two characters; composed first, they equal the full-width one.
  const composed = text.replace(/[\uFF65-\uFF9F]+/g, (kana) => kana.normalize('NFKC')).normalize('NFC');
  return Array.from(composed, foldCodePoint).join('');
}

/** `digits` is set when the part is made of digits and phone punctuation only. */
export type SearchPart = { text: string; digits: string | undefined };

/** The parts of a search term, every one of which must be found; none for a blank term. */
export function parseSearch(term: string): SearchPart[] {
  const texts = term.normalize('NFC').split(/\s+/u).map(fold);
  return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ text, digits: phoneDigits(text) }));
}

/** What the database searches in: names, e-mail and the digits of the phone, folded, each that is there on a line of its own. */
export function searchText(person: {
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  email: string | null;
  phoneNumber: string | null;
}): string {
  return [fold(fullName(person) ?? ''), fold(person.email ?? ''), person.phoneNumber?.slice(1)]
    .filter(Boolean)
    .join('\n');
}

/** Joined, the texts of the segments are the displayed text unchanged. */
export type TextSegment = { text: string; matched: boolean };

/** Marks every occurrence of every part, in whole graphemes; undefined when there is none. */
export function matchText(displayed: string, parts: SearchPart[]): TextSegment[] | undefined {
  return mark(
    displayed,
    fold,
    parts.map((part) => part.text),
  );
}

/** As matchText, but compares digits only; punctuation between matched digits is marked with them. */
export function matchPhone(displayed: string, parts: SearchPart[]): TextSegment[] | undefined {
  return mark(
    displayed,
    onlyDigits,
    parts.flatMap((part) => part.digits ?? []),
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function mark(displayed: string, compared: (text: string) => string, needles: string[]): TextSegment[] | undefined {
  const segments = Array.from(graphemes.segment(displayed), ({ segment }) => ({ text: segment, matched: false }));
  const haystack = segments.map(({ text }) => compared(text)).join('');
  // One character may fold to several (ß to ss): which grapheme each compared character came from.
  const origins = segments.flatMap(({ text }, index) => Array<number>(compared(text).length).fill(index));
  for (const needle of needles) {
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
      const first = origins[at];
      const last = origins[at + needle.length - 1];
      if (first === undefined || last === undefined) break;
      for (const segment of segments.slice(first, last + 1)) segment.matched = true;
    }
  }
  return segments.some(({ matched }) => matched) ? merge(segments) : undefined;
}

function merge(segments: TextSegment[]): TextSegment[] {
  const merged: TextSegment[] = [];
  for (const segment of segments) {
    const previous = merged.at(-1);
    if (previous?.matched === segment.matched) previous.text += segment.text;
    else merged.push({ ...segment });
  }
  return merged;
}

function phoneDigits(folded: string): string | undefined {
  return /^[\d+().\-/]*\d[\d+().\-/]*$/.test(folded) ? onlyDigits(folded) : undefined;
}

function onlyDigits(text: string): string {
  return fold(text).replace(/[^0-9]/g, '');
}

// Accents of alphabets, Hebrew points and Arabic harakat. Kana voicing and the vowel signs of Indic scripts and Thai are
// letters of their own: without them other words would match.
const ACCENTS =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309A]]/gv;

// Letters that Unicode does not decompose, though people search for them by the plain ones.
const LETTERS = new Map(
  Object.entries({ ø: 'o', ł: 'l', đ: 'd', ħ: 'h', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ŧ: 't', ı: 'i' }),
);

function foldCodePoint(codePoint: string): string {
  if (/\p{Default_Ignorable_Code_Point}/u.test(codePoint)) return '';
  if (/\s/u.test(codePoint)) return ' ';
  if (codePoint === '´') return "'";
  const decomposed = codePoint.normalize('NFKD');
  // Spacing accents (¨) decompose to a space and the accent; as a space they would match every full name.
  const bare = /\s/u.test(decomposed) ? codePoint : decomposed.replace(ACCENTS, '').normalize('NFC');
  // Upper case in between is what makes ß equal ss and ς equal σ.
  const lower = plainDashes(plainDigits(bare)).toLowerCase().toUpperCase().toLowerCase();
  return Array.from(lower, (letter) => LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[‘’‛ʹʻʼʽ′`]/g, "'");
}
