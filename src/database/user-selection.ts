import { type RawBuilder, sql } from 'kysely';
import { blockedUserIds } from './blocked-senders.ts';
import { isOfEnvironmentInUse } from './conditions.ts';
import {
  allOf,
  isFound,
  isIn,
  needle,
  type SearchCondition,
  type SearchedColumns,
  translate,
} from './search-conditions.ts';
import type { Channel, CreationSource } from './tables.ts';
import { isEverSeen, isNeverSeen } from './user-ranges.ts';

/** Which users of a project; every condition must hold. */
export type UserSelection = {
  projectId: string;
  search: readonly SearchCondition[];
  environmentIds: readonly string[] | null;
  creationSource: CreationSource | null;
  hasPhoneNumber: boolean | null;
  hasEmail: boolean | null;
  isBlocked: boolean | null;
  lastSeenBefore: Date | null;
  neverSeen: boolean | null;
  expiresBefore: Date | null;
  channel: Channel | null;
  /** Not those for whom all of these conditions hold. */
  except?: readonly SearchCondition[];
};

type Condition = RawBuilder<boolean>;

export function isEverybody({ search, projectId, ...filters }: UserSelection): boolean {
  return search.length === 0 && Object.values(filters).every((filter) => filter === null);
}

/** Whether the searched text alone decides who is selected. */
export function isToldBySearchText(selection: UserSelection): boolean {
  return isEverybody({ ...selection, search: [] }) && selection.search.every(isOfSearchText);
}

/** Exact match; the index only narrows (mayBeFound). */
export function isSelected(selection: UserSelection): Condition {
  const { projectId, search, environmentIds, creationSource, hasPhoneNumber, hasEmail, isBlocked } = selection;
  const { lastSeenBefore, neverSeen, expiresBefore, channel, except } = selection;
  const conditions = [sql<boolean>`users.project_id = ${projectId}`, isFound(columnsOf(projectId), search)];
  if (except) conditions.push(sql`not ${hold(selection, except)}`);
  const isInUse = isOfEnvironmentInUse('m.environmentId', projectId);
  if (environmentIds) {
    conditions.push(sql`exists (select from user_environments m where m.project_id = ${projectId}
      and m.user_id = users.id and m.environment_id = any(${environmentIds}::uuid[]) and ${isInUse})`);
  }
  if (creationSource) conditions.push(sql`users.creation_source = ${creationSource}`);
  if (hasPhoneNumber !== null) conditions.push(sql`(users.phone_number is not null) = ${hasPhoneNumber}`);
  if (hasEmail !== null) conditions.push(sql`(users.email is not null) = ${hasEmail}`);
  if (isBlocked !== null) {
    const ids = sql`(array(${blockedUserIds(projectId)}))`;
    conditions.push(isBlocked ? sql`users.id = any ${ids}` : sql`users.id <> all ${ids}`);
  }
  if (lastSeenBefore) {
    // Written so that nobody seen since is looked for first: the planner compares both tables as a whole.
    conditions.push(
      sql`not exists (select from seen_users s where s.project_id = ${projectId} and s.user_id = users.id
        and s.seen_at >= ${lastSeenBefore})`,
      sql`(users.created_at < ${lastSeenBefore} or ${isEverSeen(projectId)})`,
    );
  }
  if (neverSeen !== null) conditions.push(neverSeen ? isNeverSeen(projectId) : isEverSeen(projectId));
  if (expiresBefore) {
    conditions.push(sql`exists (select from user_environments m where m.project_id = ${projectId}
      and m.user_id = users.id and m.expires_at < ${expiresBefore} and ${isInUse})`);
  }
  if (channel) {
    conditions.push(sql`exists (select from channel_identities c where c.project_id = ${projectId}
      and c.user_id = users.id and c.channel = ${channel})`);
  }
  return allOf(conditions);
}

/**
 * The rows of the selected users, to be counted. Who was silent for long is read from two places in indexes: as one condition, it would
 * be asked of everybody. `narrowed` is true of all whom the search finds.
 */
export function selectedRows(selection: UserSelection, narrowed = mayBeFound(selection)): RawBuilder<unknown> {
  const { projectId, lastSeenBefore } = selection;
  const rest = { ...selection, lastSeenBefore: null };
  const isOther = sql`${narrowed} and ${isSelected(rest)}`;
  if (!lastSeenBefore) return sql`select 1 from users where ${isOther}`;
  const join = sql`join users on users.project_id = s.project_id and users.id = s.user_id and ${isOther}`;
  return sql`
    select 1 from seen_users s ${isEverybody(rest) ? sql`` : join}
    where s.project_id = ${projectId} and s.seen_at < ${lastSeenBefore}
    union all
    select 1 from users where users.created_at < ${lastSeenBefore} and ${isNeverSeen(projectId)} and ${isOther}`;
}

/** Exact too: whether these hold for a user. Never null, though a user may have no number to compare. */
export function hold({ projectId }: UserSelection, search: readonly SearchCondition[]): Condition {
  return sql`(${isFound(columnsOf(projectId), search)} is true)`;
}

/** True for every row that the search finds and for few others; the indexes can answer it. */
export function mayBeFound({ projectId, search }: UserSelection): Condition {
  return translate(search, (leaf) =>
    'phoneKey' in leaf
      ? columnsOf(projectId).hasPhoneKey(leaf.phoneKey)
      : sql<boolean>`search_grams(users.project_id, users.search_text) @> search_grams_of_part(${projectId}, ${needle(leaf)})`,
  );
}

/** Like mayBeFound, but on the searched text alone, which the walked index contains. */
export function mayBeFoundIn(searchText: RawBuilder<string>, { search }: Pick<UserSelection, 'search'>): Condition {
  return translate(search, (leaf) => isIn(searchText, leaf));
}

function isOfSearchText(condition: SearchCondition): boolean {
  if ('every' in condition) return condition.every.every(isOfSearchText);
  if ('some' in condition) return condition.some.every(isOfSearchText);
  return 'text' in condition || 'identity' in condition;
}

function columnsOf(projectId: string): SearchedColumns {
  return {
    searchText: sql`users.search_text`,
    phoneNumber: sql`users.phone_number`,
    hasPhoneKey: (key) => sql`(users.project_id = ${projectId} and users.phone_key = ${key})`,
  };
}
