import { plainDashes, plainDigits } from './characters.ts';
import { LETTERS, QUOTATION_MARKS } from './generated/letters.ts';

/**
 * The text as search compares it: without case, accents, invisible characters, apostrophes and quotation marks; letters that look
 * the same become the same. After NFC, each code point is folded by itself, so parts of a text fold to parts of the result.
 */
export function fold(text: string): string {
  let folded = '';
  for (const codePoint of compose(text)) folded += foldRemembered(codePoint);
  return folded;
}

/** The visible signs that folding drops from a text, each kind once. */
export function foldedAwaySigns(text: string): string {
  let signs = '';
  for (const codePoint of compose(text)) signs += signsRemembered(codePoint);
  return [...new Set(signs)].join('');
}

const MOST_KNOWN = 20_000;
const foldRemembered = remembering(foldCodePoint);
const signsRemembered = remembering(signsOfCodePoint);

// Ten times as fast as each code point anew, and every result of a search is folded to be marked.
function remembering(make: (codePoint: string) => string): (codePoint: string) => string {
  const known = new Map<string, string>();
  return (codePoint) => {
    const remembered = known.get(codePoint);
    if (remembered !== undefined) return remembered;
    const made = make(codePoint);
    if (known.size < MOST_KNOWN) known.set(codePoint, made);
    return made;
  };
}

// Half-width katakana write a voiced sound as two characters; composed first, they equal the full-width one.
function compose(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\uFF65-\uFF9F]+/g, (kana) => kana.normalize('NFKC')).normalize('NFC');
}

// Accents of alphabets, Hebrew points and Arabic harakat are dropped. Kana voicing and the vowel signs of Indic scripts and Thai
// are kept: they are letters of their own, and without them other words would match.
const ACCENTS =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309A]]/gv;

const PLAIN_LETTERS = new Map(words(LETTERS).map(([letter = '', ...plain]) => [letter, plain.join('')]));

// Unicode's Join_Causing (ArabicShaping.txt): they only make a word longer. Arabic, N'Ko, Mongolian.
const TATWEELS = ['ـ', 'ߺ', '᠊'];
const PASSED_OVER = new Map([
  ...words(QUOTATION_MARKS).map(([mark = '']) => [mark, "'"] as const),
  ...TATWEELS.map((tatweel) => [tatweel, 'ـ'] as const),
]);

function foldCodePoint(codePoint: string): string {
  if (PASSED_OVER.has(codePoint) || /\p{Default_Ignorable_Code_Point}/u.test(codePoint)) return '';
  if (/\s/u.test(codePoint)) return ' ';
  const decomposed = codePoint.normalize('NFKD');
  // Spacing accents (¨) decompose to a space and the accent; that space would match every full name.
  const bare = /\s/u.test(decomposed) ? spacing(codePoint) : decomposed.replace(ACCENTS, '').normalize('NFC');
  // The step through upper case makes ß equal to ss, and ς equal to σ.
  const lower = plainDashes(plainDigits(bare)).toLowerCase().toUpperCase().toLowerCase();
  return Array.from(lower, (letter) => (PASSED_OVER.has(letter) ? '' : (PLAIN_LETTERS.get(letter) ?? letter))).join('');
}

function signsOfCodePoint(codePoint: string): string {
  return [codePoint, ...codePoint.normalize('NFKD')].map((character) => PASSED_OVER.get(character) ?? '').join('');
}

// A spacing accent stays as it is, but an Arabic one is a haraka that stands alone, and is dropped.
function spacing(accent: string): string {
  return /[\uFE70-\uFE7F]/.test(accent) ? '' : accent;
}

function words(list: string): string[][] {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => [...word]);
}
