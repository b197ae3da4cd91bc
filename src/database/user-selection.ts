import { type RawBuilder, sql } from 'kysely';
import type { CreationSource } from './tables.ts';

/** Which users of a project; every condition must hold. */
export type UserSelection = {
  projectId: string;
  /** Every part must be found: its text in the searched text, or its digits in the phone number. */
  search: readonly SearchedPart[];
  environmentIds: readonly string[] | null;
  creationSource: CreationSource | null;
  hasPhoneNumber: boolean | null;
  hasEmail: boolean | null;
};

type SearchedPart = { text: string; digits: string | undefined };
type Condition = RawBuilder<boolean>;

export function isEverybody({ search, ...filters }: Omit<UserSelection, 'projectId'>): boolean {
  const { environmentIds, creationSource, hasPhoneNumber, hasEmail } = filters;
  return search.length === 0 && [environmentIds, creationSource, hasPhoneNumber, hasEmail].every((f) => f === null);
}

/** Whether the searched text alone tells who is selected. */
export function isToldBySearchText({ projectId, search, ...filters }: UserSelection): boolean {
  const everybody = { ...filters, search: [] };
  return isEverybody(everybody) && search.every(({ text, digits }) => digits === undefined || digits === text);
}

/** The truth about a row of users. */
export function isSelected(selection: UserSelection): Condition {
  const { projectId, search, environmentIds, creationSource, hasPhoneNumber, hasEmail } = selection;
  const conditions = [sql<boolean>`users.project_id = ${projectId}`, ...search.map(isFound)];
  if (environmentIds) {
    // Of a removed environment there are memberships until the purge has deleted them.
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

/** Holds for every row of which the search is true, and few others: to be asked of the search index. */
export function mayBeFound({ projectId, search }: UserSelection): Condition {
  const grams = (part: string) =>
    sql<boolean>`search_grams(users.project_id, users.search_text) @> search_grams_of_part(${projectId}, ${part})`;
  return allOf(search.map((part) => anyOf(needles(part).map(grams))));
}

/** The same of the searched text alone, which an index has at hand. */
export function mayBeFoundIn(searchText: RawBuilder<string>, { search }: UserSelection): Condition {
  return allOf(search.map((part) => anyOf(needles(part).map((needle) => like(searchText, needle)))));
}

function isFound({ text, digits }: SearchedPart): Condition {
  const conditions = [like(sql`users.search_text`, text)];
  // The searched text has the digits of the phone too, but beside those of names and e-mail.
  if (digits !== undefined && digits !== text) conditions.push(like(sql`users.phone_number`, digits));
  return anyOf(conditions);
}

function needles({ text, digits }: SearchedPart): string[] {
  return [...new Set([text, digits ?? text])];
}

function like(column: RawBuilder<string>, needle: string): Condition {
  return sql`${column} like ${`%${needle.replace(/[\\%_]/g, '\\$&')}%`}`;
}

function allOf(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

function anyOf(conditions: Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
