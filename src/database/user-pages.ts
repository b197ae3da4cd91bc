import { type RawBuilder, sql } from 'kysely';
import type { Db } from './connection.ts';
import type { CreationSource, UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

export type UserSelection = {
  projectId: string;
  /** Every part must be found: its text anywhere, or its digits in the phone number. */
  search: readonly { text: string; digits: string | undefined }[];
  environmentIds: readonly string[] | null;
  creationSource: CreationSource | null;
  hasPhoneNumber: boolean | null;
  hasEmail: boolean | null;
};

export type UserPosition = { key: string; id: string };
export type UserPage = {
  orderBy: { field: 'CREATED_AT' | 'FULL_NAME'; direction: 'ASC' | 'DESC' };
  after: UserPosition | null;
  before: UserPosition | null;
  limit: number;
};

/** A page in the given order, from its start, by keyset: a deep page costs what the first one does. */
export function listUsers(db: Db, selection: UserSelection, page: UserPage): Promise<UserRow[]> {
  const { field, direction } = page.orderBy;
  const column = field === 'CREATED_AT' ? sql`created_at` : sql`name_key`;
  const type = field === 'CREATED_AT' ? sql`::timestamptz` : sql``;
  const [behind, ahead] = direction === 'ASC' ? [sql`>`, sql`<`] : [sql`<`, sql`>`];
  const compare = (operator: RawBuilder<unknown>, { key, id }: UserPosition) =>
    sql<boolean>`(${column}, id) ${operator} (${key}${type}, ${id}::uuid)`;
  const order = direction === 'ASC' ? 'asc' : 'desc';
  let query = selectUsers(db, selection).select(USER_COLUMNS);
  if (page.after) query = query.where(compare(behind, page.after));
  if (page.before) query = query.where(compare(ahead, page.before));
  return query
    .orderBy(field === 'CREATED_AT' ? 'createdAt' : 'nameKey', order)
    .orderBy('id', order)
    .limit(page.limit)
    .execute();
}

/** Exact, or counted no further than `upTo`. */
export async function countUsers(db: Db, selection: UserSelection, upTo: number | null): Promise<number> {
  const found = selectUsers(db, selection)
    .select('id')
    .$if(upTo !== null, (query) => query.limit(upTo ?? 0));
  const row = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function selectUsers(db: Db, selection: UserSelection) {
  const { projectId, search, environmentIds, creationSource, hasPhoneNumber, hasEmail } = selection;
  let query = db.selectFrom('users').where('projectId', '=', projectId);
  for (const { text, digits } of search) {
    query = query.where((eb) =>
      eb.or([
        eb('searchText', 'like', infix(text)),
        ...(digits === undefined ? [] : [eb(sql<string>`phone_number`, 'like', infix(digits))]),
      ]),
    );
  }
  if (environmentIds) {
    query = query.where(
      sql<boolean>`exists (select from user_environments m where m.project_id = users.project_id
        and m.user_id = users.id and m.environment_id = any(${environmentIds}::uuid[]))`,
    );
  }
  if (creationSource) query = query.where('creationSource', '=', creationSource);
  if (hasPhoneNumber !== null) query = query.where('phoneNumber', hasPhoneNumber ? 'is not' : 'is', null);
  if (hasEmail !== null) query = query.where('email', hasEmail ? 'is not' : 'is', null);
  return query;
}

function infix(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
