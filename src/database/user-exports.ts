import { sql } from 'kysely';
import type { Db } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import { createSteps } from './engine/steps.ts';
import type { CreationSource } from './tables.ts';
import { isSelected, type UserSelection } from './user-selection.ts';

/** A user as an export tells it. */
export type ExportedUser = {
  phoneNumber: string | null;
  email: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  /** The names, with `;` between. */
  environments: string | null;
  /** As `TELEGRAM:123;SLACK:T1:U1`, oldest first. */
  channelIdentities: string | null;
  creationSource: CreationSource;
  createdAt: Date;
  lastSeenAt: Date | null;
  id: string;
};

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const LARGEST_STEP = 2000;

/**
 * The selected users in the order of their ids, a step at a time: each statement looks at a range of ids, however many users of it
 * are selected. So a project of any size is read within the statement's time limit, and memory stays level.
 */
export async function* readUsersInSteps(db: Db, selection: UserSelection): AsyncGenerator<ExportedUser[]> {
  let after = BEFORE_ALL;
  let users: ExportedUser[] = [];
  const step = createSteps(LARGEST_STEP, async (size) => {
    const range = await findRange(db, selection.projectId, after, size);
    if (range.last === null) return 0;
    users = await listRange(db, selection, { after, last: range.last });
    after = range.last;
    return range.count;
  });
  const read = async () => ((await step()) > 0 ? users : undefined);
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
type OfUser = { userId: string; text: string };

// A statement for each table, and not one that joins what each has grouped: where the planner takes a range of ids for a single one, it
// would group anew for every user.
async function listRange(db: Db, selection: UserSelection, range: Range): Promise<ExportedUser[]> {
  const { rows } = await sql<ExportedUser>`
    ${PLANNED_ANEW} select users.phone_number, users.email, users.first_name, users.middle_name, users.last_name,
      users.creation_source, users.created_at, s.seen_at as last_seen_at, users.id
    from users
    left join seen_users s on s.project_id = users.project_id and s.user_id = users.id
    where users.id > ${range.after}::uuid and users.id <= ${range.last}::uuid and ${isSelected(selection)}
    order by users.id`.execute(db);
  if (rows.length === 0) return [];
  const environments = await listEnvironments(db, selection.projectId, range);
  const identities = await listIdentities(db, selection.projectId, range);
  for (const user of rows) {
    user.environments = environments.get(user.id) ?? null;
    user.channelIdentities = identities.get(user.id) ?? null;
  }
  return rows;
}

async function listEnvironments(db: Db, projectId: string, { after, last }: Range): Promise<Map<string, string>> {
  const { rows } = await sql<OfUser>`
    ${PLANNED_ANEW} select m.user_id, string_agg(e.name, ';' order by e.type, lower(e.name), e.id) as text
    from user_environments m
    join environments e on e.project_id = m.project_id and e.id = m.environment_id and e.removed_at is null
    where m.project_id = ${projectId} and m.user_id > ${after}::uuid and m.user_id <= ${last}::uuid
    group by m.user_id`.execute(db);
  return new Map(rows.map(({ userId, text }) => [userId, text]));
}

async function listIdentities(db: Db, projectId: string, { after, last }: Range): Promise<Map<string, string>> {
  const { rows } = await sql<OfUser>`
    ${PLANNED_ANEW} select user_id,
      string_agg(channel || ':' || external_id, ';' order by created_at, channel, external_id) as text
    from channel_identities
    where project_id = ${projectId} and user_id > ${after}::uuid and user_id <= ${last}::uuid
    group by user_id`.execute(db);
  return new Map(rows.map(({ userId, text }) => [userId, text]));
}
