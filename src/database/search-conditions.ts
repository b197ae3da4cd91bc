import { type RawBuilder, sql } from 'kysely';

/** What must be true of a row that a search finds. */
export type SearchCondition =
  | { every: readonly SearchCondition[] }
  | { some: readonly SearchCondition[] }
  /** The searched text contains it. */
  | { text: string }
  /** An id on a channel begins with it, in the letters of the searched text. */
  | { identity: string }
  /** The phone number contains these digits in a row. */
  | { digits: string }
  /** A name, a word of one, the e-mail address or the phone number begins with it, the number with or without its country code. */
  | { start: string }
  /** The phone number begins with these digits, with its country code or without. */
  | { startOfNumber: string }
  /** The phone number's match key is equal to it. */
  | { phoneKey: string };

/**
 * Ids come first in the searched text. Each follows START_OF_ID, which the SQL function `search_grams` knows; a text with several
 * ids begins with SEVERAL_IDS.
 */
export const START_OF_ID = '\u0531';
export const SEVERAL_IDS = '\u0532';
/**
 * In the searched text all that a part of a search may begin follows a space, so that the index knows beginnings from the rest: a space
 * is a character to it, the start of a line is not. Numbers also follow an empty line, which nothing else does.
 */
export const START = ' ';
export const START_OF_NUMBER = `\n\n${START}`;

type Condition = RawBuilder<boolean>;

/** The columns of a searched row. */
export type SearchedColumns = {
  searchText: RawBuilder<string>;
  phoneNumber: RawBuilder<string>;
  /** Whether the phone number has this match key. */
  hasPhoneKey: (key: string) => Condition;
};

/** Exact match. */
export function isFound(columns: SearchedColumns, search: readonly SearchCondition[]): Condition {
  return translate(search, (leaf) => {
    if ('phoneKey' in leaf) return columns.hasPhoneKey(leaf.phoneKey);
    // The searched text contains the phone's digits too, but also digits of names and e-mail addresses.
    return 'digits' in leaf ? like(columns.phoneNumber, leaf.digits) : isIn(columns.searchText, leaf);
  });
}

export type Leaf = Exclude<SearchCondition, { every: unknown } | { some: unknown }>;

/** True where all conditions hold, each leaf of them by `ofLeaf`. */
export function translate(search: readonly SearchCondition[], ofLeaf: (leaf: Leaf) => Condition): Condition {
  const one = (condition: SearchCondition): Condition => {
    if ('every' in condition) return allOf(condition.every.map(one));
    if ('some' in condition) return anyOf(condition.some.map(one));
    return ofLeaf(condition);
  };
  return allOf(search.map(one));
}

/** Whether the searched text contains what the leaf looks for. True for all rows where the leaf is true, and few others. */
export function isIn(searchText: RawBuilder<string>, leaf: Leaf): Condition {
  if ('startOfNumber' in leaf) return like(searchText, START_OF_NUMBER + leaf.startOfNumber);
  if (!('identity' in leaf)) return like(searchText, needle(leaf));
  // The test of the first characters rejects most rows at once. To look for an id in the whole of every text would take as long
  // again as to look for a name.
  const several = allOf([sql`${searchText} like ${`${SEVERAL_IDS}%`}`, like(searchText, leaf.identity)]);
  return anyOf([sql`${searchText} like ${`${escaped(leaf.identity)}%`}`, several]);
}

// The two writings of one number have the same last eight digits.
const SAME_AT_END = 8;

/** A text that is part of the searched text of every row for which the leaf is true. */
export function needle(leaf: Leaf): string {
  if ('phoneKey' in leaf) return leaf.phoneKey.slice(-SAME_AT_END);
  if ('digits' in leaf) return leaf.digits;
  if ('start' in leaf) return START + leaf.start;
  if ('startOfNumber' in leaf) return START + leaf.startOfNumber;
  return 'text' in leaf ? leaf.text : leaf.identity;
}

function like(column: RawBuilder<string>, needle: string): Condition {
  return sql`${column} like ${`%${escaped(needle)}%`}`;
}

function escaped(needle: string): string {
  return needle.replace(/[\\%_]/g, '\\$&');
}

export function allOf(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

function anyOf(conditions: Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
