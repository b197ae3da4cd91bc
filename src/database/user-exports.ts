import { type RawBuilder, sql } from 'kysely';
import type { Db } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import { createSteps } from './engine/steps.ts';
import { isSelected, type UserSelection } from './user-selection.ts';

/**
 * Some users as lines of a CSV file. A user of whom a cell may need an apostrophe or quotes stands there as a JSON array of the cells
 * instead, because the rule for those is not told in SQL. No other line begins with a bracket.
 */
type UserLines = { users: number; lines: string };

/** A step of an export: the lines of those who are selected, and how many users were looked at for them. */
export type ExportStep = UserLines & { walked: number };

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const LARGEST_STEP = 5000;

/**
 * The selected users in the order of their ids, a step at a time: each statement looks at a range of ids, however many users of it
 * are selected. So a project of any size is read within the statement's time limit, and memory stays level.
 */
export async function* readUsersInSteps(db: Db, selection: UserSelection): AsyncGenerator<ExportStep> {
  let after = BEFORE_ALL;
  let written: ExportStep = { users: 0, lines: '', walked: 0 };
  const step = createSteps(LARGEST_STEP, async (size) => {
    const range = await findRange(db, selection.projectId, after, size);
    if (range.last === null) return 0;
    written = { ...(await writeRange(db, selection, { after, last: range.last })), walked: range.count };
    after = range.last;
    return range.count;
  });
  const read = async () => ((await step()) > 0 ? written : undefined);
  let reading = read();
  for (;;) {
    const page = await reading;
    if (!page) return;
    // The next step is read while this one is written. Who stops here does not wait for it, nor learn of its error.
    reading = read();
    reading.catch(() => {});
    yield page;
  }
}

async function findRange(db: Db, projectId: string, after: string, size: number) {
  const { rows } = await sql<{ last: string | null; count: number }>`
    select max(id::text)::uuid as last, count(*)::int as count from (
      select id from users where project_id = ${projectId} and id > ${after}::uuid order by id limit ${size}
    ) as walked`.execute(db);
  return rows[0] ?? { last: null, count: 0 };
}

type Range = { after: string; last: string };

// PostgreSQL writes the lines: to read cells and write them took this process as long as it takes PostgreSQL. The joins are full ones, never
// done row by row: where the planner takes a range of ids for a single one, a left join would group anew for every user. A plain
// `is not null` for those who are not selected would make left joins of them.
async function writeRange(db: Db, selection: UserSelection, { after, last }: Range): Promise<UserLines> {
  const { projectId } = selection;
  const isInRange = (id: string) => sql`${sql.ref(id)} > ${after}::uuid and ${sql.ref(id)} <= ${last}::uuid`;
  const { rows } = await sql<{ users: number; lines: string | null }>`${PLANNED_ANEW}
    with selected as (
      select users.id, phone_number, email, first_name, middle_name, last_name, creation_source,
        ${toIso('users.created_at')} as created_at, ${toIso('s.seen_at')} as seen_at
      from users left join seen_users s
        on s.project_id = ${projectId} and s.user_id = users.id and ${isInRange('s.user_id')}
      where ${isInRange('users.id')} and ${isSelected(selection)}
    ), in_order as (
      select id, name, row_number() over (order by type, lower(name), id) as place from environments
      where project_id = ${projectId} and removed_at is null
    ), memberships as (
      select m.user_id as id, string_agg(e.name, ';' order by e.place) as environments
      from user_environments m join in_order e on e.id = m.environment_id
      where m.project_id = ${projectId} and ${isInRange('m.user_id')} group by m.user_id
    ), identities as (
      select user_id as id,
        string_agg(channel || ':' || external_id, ';' order by created_at, channel, external_id) as identities
      from channel_identities where project_id = ${projectId} and ${isInRange('user_id')} group by user_id
    ), told as (
      select id, case when ${isPlain} then ${plainLine} else ${cells}::text end as line
      from selected full join memberships using (id) full join identities using (id)
      where (creation_source is null) is not true
    )
    select count(*)::int as users, string_agg(line || e'\\r\\n', '' order by id) as lines from told`.execute(db);
  return { users: rows[0]?.users ?? 0, lines: rows[0]?.lines ?? '' };
}

const SPACE = String.raw` \t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`;
// In a number without its plus, anywhere, at the start of a cell, at its end.
const SUSPECT = String.raw`^[^+]|["\t\r\n,;|]|\x01['=+\-@\uff1d\uff0b\uff0d\uff20${SPACE}]|[${SPACE}]\x01`;

// What lists have in them is looked at as if each were a cell.
const isPlain = sql<boolean>`concat_ws(e'\\x01', coalesce(phone_number, '+'), email, first_name, middle_name, last_name,
  translate(environments, ';', e'\\x01'), translate(identities, ';', e'\\x01'), '') !~ ${SUSPECT}`;

const plainLine = sql<string>`concat('''' || phone_number, ',', email, ',', first_name, ',', middle_name, ',', last_name, ',',
  ${inQuotes('environments')}, ',', ${inQuotes('identities')}, ',', creation_source, ',', created_at, ',', seen_at, ',', id)`;

const cells = sql`json_build_array(phone_number, email, first_name, middle_name, last_name, environments, identities,
  creation_source, created_at, seen_at, id)`;

function inQuotes(list: string): RawBuilder<string> {
  const column = sql.ref(list);
  return sql`case when strpos(${column}, ';') > 0 then '"' || ${column} || '"' else ${column} end`;
}

/** As JavaScript writes a date: with milliseconds, also where they are zero. */
function toIso(column: string): RawBuilder<string> {
  return sql`substr(to_json(${sql.ref(column)} at time zone 'UTC' + interval '1 microsecond')::text, 2, 23) || 'Z'`;
}
