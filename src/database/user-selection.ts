import { type RawBuilder, sql } from 'kysely';
import type { CreationSource } from './tables.ts';

/** What must be true of a user whom a search finds. */
export type SearchCondition =
  | { every: readonly SearchCondition[] }
  | { some: readonly SearchCondition[] }
  /** The searched text contains it. */
  | { text: string }
  /** An id on a channel begins with it, in the letters of the searched text. */
  | { identity: string }
  /** The phone number contains these digits in a row. */
  | { digits: string }
  /** The phone number's match key is equal to it. */
  | { phoneKey: string };

/**
 * Ids come first in the searched text. Each follows START_OF_ID, which the SQL function `search_grams` knows; a text with several
 * ids begins with SEVERAL_IDS.
 */
export const START_OF_ID = '\u0531';
export const SEVERAL_IDS = '\u0532';

/** Which users of a project; every condition must hold. */
export type UserSelection = {
  projectId: string;
  search: readonly SearchCondition[];
  environmentIds: readonly string[] | null;
  creationSource: CreationSource | null;
  hasPhoneNumber: boolean | null;
  hasEmail: boolean | null;
};

type Condition = RawBuilder<boolean>;

export function isEverybody({ search, ...filters }: Omit<UserSelection, 'projectId'>): boolean {
  const { environmentIds, creationSource, hasPhoneNumber, hasEmail } = filters;
  return search.length === 0 && [environmentIds, creationSource, hasPhoneNumber, hasEmail].every((f) => f === null);
}

/** Whether the searched text alone decides who is selected. */
export function isToldBySearchText({ projectId, search, ...filters }: UserSelection): boolean {
  const everybody = { ...filters, search: [] };
  return isEverybody(everybody) && search.every(isOfSearchText);
}

/** Exact match; the index only narrows (mayBeFound). */
export function isSelected(selection: UserSelection): Condition {
  const { projectId, search, environmentIds, creationSource, hasPhoneNumber, hasEmail } = selection;
  const isFound = search.map((condition) => translate(condition, (leaf) => isTrue(leaf, projectId)));
  const conditions = [sql<boolean>`users.project_id = ${projectId}`, ...isFound];
  if (environmentIds) {
    // The memberships of a removed environment remain until the purge deletes them.
    conditions.push(sql`exists (select from user_environments m where m.project_id = users.project_id
      and m.user_id = users.id and m.environment_id = any(${environmentIds}::uuid[])
      and m.environment_id <> all (array(
        select e.id from environments e where e.project_id = ${projectId} and e.removed_at is not null)))`);
  }
  if (creationSource) conditions.push(sql`users.creation_source = ${creationSource}`);
  if (hasPhoneNumber !== null) conditions.push(sql`(users.phone_number is not null) = ${hasPhoneNumber}`);
  if (hasEmail !== null) conditions.push(sql`(users.email is not null) = ${hasEmail}`);
  return allOf(conditions);
}

/** True for every row that the search finds and for few others; the indexes can answer it. */
export function mayBeFound({ projectId, search }: UserSelection): Condition {
  const mayBeTrue = (leaf: Leaf) =>
    'phoneKey' in leaf
      ? isTrue(leaf, projectId)
      : sql<boolean>`search_grams(users.project_id, users.search_text) @> search_grams_of_part(${projectId}, ${needle(leaf)})`;
  return allOf(search.map((condition) => translate(condition, mayBeTrue)));
}

/** Like mayBeFound, but on the searched text alone, which the walked index contains. */
export function mayBeFoundIn(searchText: RawBuilder<string>, { search }: UserSelection): Condition {
  return allOf(search.map((condition) => translate(condition, (leaf) => isIn(searchText, leaf))));
}

type Leaf = Exclude<SearchCondition, { every: unknown } | { some: unknown }>;

function translate(condition: SearchCondition, ofLeaf: (leaf: Leaf) => Condition): Condition {
  if ('every' in condition) return allOf(condition.every.map((each) => translate(each, ofLeaf)));
  if ('some' in condition) return anyOf(condition.some.map((each) => translate(each, ofLeaf)));
  return ofLeaf(condition);
}

function isOfSearchText(condition: SearchCondition): boolean {
  if ('every' in condition) return condition.every.every(isOfSearchText);
  if ('some' in condition) return condition.some.every(isOfSearchText);
  return 'text' in condition || 'identity' in condition;
}

function isTrue(leaf: Leaf, projectId: string): Condition {
  if ('phoneKey' in leaf) return sql`(users.project_id = ${projectId} and users.phone_key = ${leaf.phoneKey})`;
  // The searched text contains the phone's digits too, but also digits of names and e-mail addresses.
  return 'digits' in leaf ? like(sql`users.phone_number`, leaf.digits) : isIn(sql`users.search_text`, leaf);
}

function isIn(searchText: RawBuilder<string>, leaf: Leaf): Condition {
  if (!('identity' in leaf)) return like(searchText, needle(leaf));
  // The test of the first characters rejects most rows at once. To look for an id in the whole of every text would take as long
  // again as to look for a name.
  const several = allOf([sql`${searchText} like ${`${SEVERAL_IDS}%`}`, like(searchText, leaf.identity)]);
  return anyOf([sql`${searchText} like ${`${escaped(leaf.identity)}%`}`, several]);
}

// The two writings of one number have the same last eight digits.
const SAME_AT_END = 8;

/** A text that is part of the searched text of every user for whom the leaf is true. */
function needle(leaf: Leaf): string {
  if ('phoneKey' in leaf) return leaf.phoneKey.slice(-SAME_AT_END);
  if ('digits' in leaf) return leaf.digits;
  return 'text' in leaf ? leaf.text : leaf.identity;
}

function like(column: RawBuilder<string>, needle: string): Condition {
  return sql`${column} like ${`%${escaped(needle)}%`}`;
}

function escaped(needle: string): string {
  return needle.replace(/[\\%_]/g, '\\$&');
}

function allOf(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

function anyOf(conditions: Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
