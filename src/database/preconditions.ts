import { type RawBuilder, sql } from 'kysely';
import { compileOnce } from './engine/compile-once.ts';
import type { Reader } from './engine/connection.ts';

/** What a person is looked up by. */
export type PersonKeys = { phoneKey: string | null; emailKey: string | null };

export type Wanted = {
  projectId: string;
  environmentIds: readonly string[];
  people: readonly PersonKeys[];
};

export type PersonRow = {
  idByPhone: string | null;
  idByEmail: string | null;
  isPhoneBlocked: boolean;
};

export type Preconditions = {
  isProject: boolean;
  /** Those of the environments that belong to the project. */
  environmentIds: string[];
  /** One for each person, in their order. */
  people: PersonRow[];
};

/**
 * Reads what new users may conflict with: whether the project exists, who has each phone number and e-mail address, whether a number
 * is blocked, and which of the environments belong to the project.
 */
export async function findPreconditions(
  db: Reader,
  { projectId, environmentIds, people }: Wanted,
): Promise<Preconditions> {
  const rows = await selectPreconditions(db, {
    projectId,
    environmentIds,
    phoneKeys: people.map(({ phoneKey }) => phoneKey),
    emailKeys: people.map(({ emailKey }) => emailKey),
  });
  return toPreconditions(rows);
}

export function toPreconditions(rows: FoundRow[]): Preconditions {
  const [first] = rows;
  if (!first) throw new Error('The look-up of new users returned no row.');
  return { isProject: first.isProject, environmentIds: first.environmentIds ?? [], people: rows };
}

type Sought = Pick<Wanted, 'projectId' | 'environmentIds'> & {
  phoneKeys: (string | null)[];
  emailKeys: (string | null)[];
};

/** What the look-up answers of each person; of the first, the environments too. */
export type FoundRow = PersonRow & { isProject: boolean; environmentIds: string[] | null };

const selectPreconditions = compileOnce<Sought, FoundRow>((db, parameter) =>
  lookUp({
    projectId: parameter('projectId'),
    environmentIds: parameter('environmentIds'),
    phoneKeys: parameter('phoneKeys'),
    emailKeys: parameter('emailKeys'),
  }).compile(db),
);

/** The look-up as a query, to be asked by itself or within another statement. */
export function lookUp({
  projectId,
  environmentIds,
  phoneKeys,
  emailKeys,
}: Record<keyof Sought, RawBuilder<unknown>>): RawBuilder<FoundRow> {
  const isOfProject = sql`project_id = ${projectId}`;
  // The limits keep the planner on index look-ups, however many people it expects. As queries of their own, the arrays do not tell it
  // how many there are: where it sees that there is one, it thinks a plan for that cheaper, and plans each time, which takes four times
  // as long as the look-up.
  return sql`select
    exists (select from projects where id = ${projectId} and removed_at is null) as is_project,
    case when s.place = 1 then array(select id from environments where ${isOfProject} and removal_transaction is null
      and id = any(${environmentIds}::uuid[])) end as environment_ids,
    (select id from users where ${isOfProject} and phone_key = s.phone_key limit 1) as id_by_phone,
    (select id from users where ${isOfProject} and email_key = s.email_key limit 1) as id_by_email,
    coalesce((select true from blocked_senders where ${isOfProject} and phone_key = s.phone_key limit 1), false)
      as is_phone_blocked
    from unnest((select ${phoneKeys}::text[]), (select ${emailKeys}::text[]))
      with ordinality as s (phone_key, email_key, place)
    order by s.place`;
}
