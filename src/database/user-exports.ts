import { type RawBuilder, sql } from 'kysely';
import type { Db } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import { createSteps } from './engine/steps.ts';
import { listEnvironmentsByProjects } from './environments.ts';
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
const LARGEST_STEP = 5000;

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

// A statement for each table, and not one that joins what each has grouped: where the planner takes a range of ids for a single one, it
// would group anew for every user.
async function listRange(db: Db, selection: UserSelection, range: Range): Promise<ExportedUser[]> {
  const { projectId } = selection;
  const users = await readTexts<[Text, Text, Text, Text, Text, CreationSource, string, Text]>(
    db,
    sql`select users.id, array[users.phone_number, users.email, users.first_name, users.middle_name, users.last_name,
      users.creation_source::text, ${milliseconds('users.created_at')}, ${milliseconds('s.seen_at')}] as texts
    from users left join seen_users s on s.project_id = users.project_id and s.user_id = users.id
    where users.id > ${range.after}::uuid and users.id <= ${range.last}::uuid and ${isSelected(selection)}`,
  );
  if (users.length === 0) return [];
  const environments = await listEnvironments(db, projectId, range);
  const identities = await listIdentities(db, projectId, range);
  return users.map(
    ([id, phoneNumber, email, firstName, middleName, lastName, creationSource, createdAt, lastSeenAt]) => ({
      phoneNumber,
      email,
      firstName,
      middleName,
      lastName,
      environments: environments.get(id) ?? null,
      channelIdentities: identities.get(id) ?? null,
      creationSource,
      createdAt: new Date(Number(createdAt)),
      lastSeenAt: lastSeenAt === null ? null : new Date(Number(lastSeenAt)),
      id,
    }),
  );
}

async function listEnvironments(db: Db, projectId: string, { after, last }: Range): Promise<Map<string, string>> {
  const environments = await listEnvironmentsByProjects(db, [projectId]);
  const memberships = await readTexts<[string]>(
    db,
    sql`select user_id as id, array[string_agg(environment_id::text, ' ')] as texts from user_environments
    where project_id = ${projectId} and user_id > ${after}::uuid and user_id <= ${last}::uuid
    group by user_id`,
  );
  // Many users have the same environments.
  const known = new Map<string, string>();
  const namesOf = (ids: string) => {
    const text = known.get(ids) ?? environments.flatMap(({ id, name }) => (ids.includes(id) ? name : [])).join(';');
    known.set(ids, text);
    return text;
  };
  return new Map(memberships.map(([id, ids]) => [id, namesOf(ids)]));
}

async function listIdentities(db: Db, projectId: string, { after, last }: Range): Promise<Map<string, string>> {
  const identities = await readTexts<[string]>(
    db,
    sql`select user_id as id,
      array[string_agg(channel || ':' || external_id, ';' order by created_at, channel, external_id)] as texts
    from channel_identities
    where project_id = ${projectId} and user_id > ${after}::uuid and user_id <= ${last}::uuid
    group by user_id`,
  );
  return new Map(identities);
}

type Text = string | null;

// All rows in one value: to read them as rows takes this process much longer, and longer than PostgreSQL takes to find them.
async function readTexts<Texts extends Text[]>(
  db: Db,
  query: RawBuilder<unknown>,
): Promise<[id: string, ...texts: Texts][]> {
  const { rows } = await sql<{ all: [id: string, ...texts: Texts][] | null }>`
    ${PLANNED_ANEW} select json_agg(id::text || texts order by id) as all from (${query}) as told`.execute(db);
  return rows[0]?.all ?? [];
}

/** Since 1970, as a text. */
function milliseconds(column: string): RawBuilder<string> {
  return sql`(date_part('epoch', ${sql.ref(column)}) * 1000)::bigint::text`;
}
