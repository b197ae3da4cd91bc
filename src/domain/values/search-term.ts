import type { SearchCondition } from '../../database/search-conditions.ts';
import { parseExternalId } from './external-id.ts';
import { fold, foldedAwaySigns } from './fold.ts';
import { parsePhoneNumber } from './phone-number.ts';
import { identityStart } from './search-text.ts';
import { meantNumber } from './searched-number.ts';

/** The conditions that a user must meet to be found by the term, all of them; none for a blank term. */
export function parseSearch(term: string): SearchCondition[] {
  return parse(term, ANYWHERE);
}

/** The conditions under which every part of the term begins something of the user. They hold for nobody whom the term does not find. */
export function parseBeginnings(term: string): SearchCondition[] {
  return parse(term, AT_START);
}

/** Where in a value a part of the term must stand. */
type Where = {
  isAtStart: boolean;
  text: (text: string) => SearchCondition;
  digits: (digits: string) => SearchCondition;
  /** Whether the numbers of a match key are found by these digits. */
  tells: (key: string, digits: string) => boolean;
};

const ANYWHERE: Where = {
  isAtStart: false,
  text: (text) => ({ text }),
  digits: (digits) => ({ digits }),
  tells: (key, digits) => key.includes(digits),
};

const AT_START: Where = {
  isAtStart: true,
  text: (start) => ({ start }),
  digits: (startOfNumber) => ({ startOfNumber }),
  tells: (key, digits) => key.startsWith(`+${digits}`),
};

function parse(term: string, where: Where): SearchCondition[] {
  const all = term
    .normalize('NFC')
    .split(/\s+/u)
    .map((word) => word.replace(NUMBER_ON_WHATSAPP, '$1'))
    .filter(isVisible);
  const words = all.filter((word) => !isPunctuation(word));
  // Punctuation between words and at their ends is ignored, unless the term has nothing else.
  const found =
    words.length === 0 ? all.map((word) => isPartFound(word, where)) : runs(all).map((run) => isRunFound(run, where));
  return [...new Map(found.map((condition) => [JSON.stringify(condition), condition])).values()];
}

// A phone number as libraries of WhatsApp Web write it, with the device that wrote.
const NUMBER_ON_WHATSAPP = /^(\d+)(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i;

function isVisible(word: string): boolean {
  return fold(word) !== '' || foldedAwaySigns(word) !== '';
}

// These are not punctuation here, because names and addresses contain them: @ % _ \ # & *
function isPunctuation(word: string): boolean {
  return /^[[\p{P}+<=>\|~]--[@%_\\\#\&*]]*$/v.test(fold(word));
}

/**
 * Groups neighbouring words of digits and phone punctuation, which may be one number, with a `tel:` in front; each other word is its own
 * group. Groups of punctuation only are left out.
 */
function runs(words: string[]): string[][] {
  if (parsePhoneNumber(words.join(' '))) return [words];
  const runs: string[][] = [];
  let run: string[] = [];
  for (const word of words) {
    if (isPunctuation(word) || phoneDigits(word) !== undefined) run.push(word);
    else if (BEFORE_NUMBER.test(word)) {
      runs.push(run);
      run = [word];
    } else {
      runs.push(run, [word]);
      run = [];
    }
  }
  return [...runs, run].filter((run) => !run.every(isPunctuation));
}

// As links have it in front of a number, or of its first digits.
const BEFORE_NUMBER = /^tel:[\d+().\-/~[\]]*$/i;

function isRunFound(run: string[], where: Where): SearchCondition {
  const words = run.filter((word) => !isPunctuation(word));
  const asItStands = every(words.map((word) => isPartFound(word, where)));
  const digits = fold(run.join('')).replace(/\D/g, '');
  const isOfDigits = words.every((word) => phoneDigits(word) !== undefined);
  const text = run.join(' ');
  // Words that are not digits may still be a number to the form: "tel:" may stand in front.
  if (digits === '' || (!isOfDigits && !parsePhoneNumber(text))) return asItStands;
  const meant = meantNumber(text, digits, where.tells);
  // A number that contains all the digits in a row contains each word; but it begins with the first word alone.
  const isToldByWords = isOfDigits && (!where.isAtStart || words.length === 1);
  return some([
    asItStands,
    ...[...(isToldByWords ? [] : [digits]), ...meant.digits].map(where.digits),
    ...meant.phoneKeys.map((phoneKey) => ({ phoneKey })),
  ]);
}

// Separators between names in a list: every comma, semicolon and the like, but not the colon, which ids contain.
const SEPARATORS = /[[\p{Terminal_Punctuation}--\p{Sentence_Terminal}]--:]/v;

function isPartFound(word: string, where: Where): SearchCondition {
  const pieces = word.split(SEPARATORS).filter(isVisible);
  // Only WhatsApp's ids have more than one writing.
  const starts = [word, parseExternalId('WHATSAPP', word) ?? word].flatMap((id) => identityStart(id) ?? []);
  return some([
    every((pieces.length > 0 ? pieces : [word]).map((piece) => isPieceFound(piece, where))),
    ...[...new Set(starts)].map((identity) => ({ identity })),
  ]);
}

function isPieceFound(piece: string, where: Where): SearchCondition {
  const folded = fold(piece);
  if (folded === '') return every([...foldedAwaySigns(piece)].map(where.text));
  const text = folded.replace(AT_ENDS, '') || folded;
  const digits = phoneDigits(folded) ?? text;
  return some([
    where.text(text),
    // A name may begin with the very bracket that was typed.
    ...(where.isAtStart && !folded.startsWith(text) ? [where.text(folded)] : []),
    // A double name may also be stored as two words.
    ...(DOUBLE_NAME.test(text) ? [where.text(text.replace(JOINTS, ' '))] : []),
    ...(digits === text ? [] : [where.digits(digits)]),
  ]);
}

const AT_ENDS = /^[\p{Ps}\p{Pi}<]+|[\p{Pe}\p{Pf}>\p{Terminal_Punctuation}]+$/gu;
const DOUBLE_NAME = /^\p{L}[\p{L}\p{M}]*(?:[-·・•][\p{L}\p{M}]+)+$/u;
const JOINTS = /[-·・•]/gu;

// What may stand between the digits of a number; around it also the edges of a table and the like.
const PHONE_DIGITS = /^[|:]*[\d+().\-/~[\]·]*\d[\d+().\-/~[\]·]*[|:]*$/;

function phoneDigits(text: string): string | undefined {
  const folded = fold(text);
  return PHONE_DIGITS.test(folded) ? folded.replace(/\D/g, '') : undefined;
}

function every(conditions: SearchCondition[]): SearchCondition {
  const [only] = conditions;
  return only && conditions.length === 1 ? only : { every: conditions };
}

function some(conditions: SearchCondition[]): SearchCondition {
  const alternatives = conditions.flatMap((condition) => ('some' in condition ? condition.some : condition));
  const [only] = alternatives;
  return only && alternatives.length === 1 ? only : { some: alternatives };
}
