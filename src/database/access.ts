import { sql } from 'kysely';
import { batchReads } from './engine/batch-reads.ts';
import { askByProject } from './engine/by-project.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Reader } from './engine/connection.ts';
import type { Channel, SelfRegistrationMode } from './tables.ts';

export type SenderKeys = {
  channel: Channel;
  externalId: string | null;
  phoneKey: string | null;
  emailKey: string | null;
};

export type SenderRow = {
  selfRegistration: SelfRegistrationMode;
  idByIdentity: string | null;
  idByPhone: string | null;
  idByEmail: string | null;
  isMember: boolean;
  /** Whether the membership's time is over. */
  isExpired: boolean;
  /** Whether one of the given identifiers is blocked, or one of the user whom they lead to. */
  isBlocked: boolean;
  /** Whether somebody with the number or the id has an open request: the sender, unless in conflict; read only where self-registration is APPROVAL. */
  isAwaited: boolean;
  /** Whether there is an open request of exactly these identifiers, the only one that a sender in conflict has; read only there, too. */
  isAwaitedExactly: boolean;
  /**
   * The user's identities, set only when an id was given and the user was found by phone or e-mail alone: for each one the id if it is
   * of the channel and was not linked before the present phone number, else null.
   */
  linkedIds: (string | null)[] | null;
};

type SendersOfEnvironment = { environmentId: string; senders: readonly SenderKeys[] };
type SendersInProject = SendersOfEnvironment & { projectId: string };

const FEW = 10;

/** One row per sender, in their order; no rows when the project has no such environment. One statement, index look-ups only. */
export async function lookUpSenders(db: Reader, asked: SendersInProject): Promise<SenderRow[]> {
  // Many senders get a statement of their own: in a batch, requests with few senders would wait for them.
  if (asked.senders.length <= FEW) return lookUpTogether(db, asked);
  const [rows = []] = await findSenders(db, asked.projectId, [asked]);
  return rows;
}

const lookUpTogether = batchReads<SendersInProject, SenderRow[]>(
  (db, asked) => askByProject(asked, (projectId, ofProject) => findSenders(db, projectId, ofProject)),
  { largest: 100 },
);

/** Like lookUpSenders for several environments of a project, without batching. In a transaction, its own writes are seen. */
export async function findSenders(
  db: Reader,
  projectId: string,
  asked: readonly SendersOfEnvironment[],
): Promise<SenderRow[][]> {
  const senders = asked.flatMap((each) => each.senders);
  const rows = await selectSenders(db, {
    projectId,
    environmentIds: asked.map(({ environmentId }) => environmentId),
    places: asked.flatMap((each, place) => each.senders.map(() => place + 1)),
    channels: senders.map(({ channel }) => channel),
    externalIds: senders.map(({ externalId }) => externalId),
    phoneKeys: senders.map(({ phoneKey }) => phoneKey),
    emailKeys: senders.map(({ emailKey }) => emailKey),
  });
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_, place) => byPlace.get(place + 1) ?? []);
}

type Values = {
  projectId: string;
  environmentIds: string[];
  places: number[];
  channels: Channel[];
  externalIds: (string | null)[];
  phoneKeys: (string | null)[];
  emailKeys: (string | null)[];
};

// The limits keep the planner on index look-ups: a prepared plan does not know how many senders come, and would read all
// memberships of the environment, a hundred times slower with a million users. The columns have the code's names, so that nothing
// renames them in each row.
const selectSenders = compileOnce<Values, SenderRow & { place: number }>((db, parameter) => {
  const isOfProject = sql`project_id = ${parameter('projectId')}`;
  const found = sql`(i.user_id, p.id, a.id)`;
  // The order keeps the planner on the index: another project may have a hundred thousand.
  const hasBlocks = sql`(select true from blocked_senders where ${isOfProject} order by id limit 1)`;
  // Subselects and not joins: most projects have no blocks and most environments no requests, and then they are not run at all. Nor is
  // that of identities for a sender without an id: as a join it took PostgreSQL a twentieth of a batch of checks.
  const isBlocked = sql`coalesce(
    (select true from blocked_senders where ${isOfProject} and phone_key = s.phone_key limit 1),
    (select true from blocked_senders where ${isOfProject} and channel = s.channel and external_id = s.external_id limit 1),
    (select true from users u join blocked_senders b on b.project_id = u.project_id and b.phone_key = u.phone_key
      where u.${isOfProject} and u.id in ${found} limit 1),
    (select true from channel_identities c
      join blocked_senders b on b.project_id = c.project_id and b.channel = c.channel and b.external_id = c.external_id
      where c.${isOfProject} and c.user_id in ${found} limit 1),
    false)`;
  const isInEnvironment = sql`${isOfProject} and environment_id = e.id`;
  // Approved requests have no identifiers any more, so these are open ones.
  const hasId = sql`${isInEnvironment} and channel = s.channel and external_id = s.external_id`;
  const isAwaitedExactly = sql`coalesce(
    (select true from access_requests where ${hasId}
      and phone_key is not distinct from s.phone_key and email_key is not distinct from s.email_key limit 1),
    false)`;
  const isAwaited = sql`coalesce(
    (select true from access_requests
      where ${isInEnvironment} and phone_key = s.phone_key and reason <> 'IDENTITY_CONFLICT' limit 1),
    (select true from access_requests where ${hasId} and reason <> 'IDENTITY_CONFLICT' limit 1),
    false)`;
  const linkedIds = sql`array(
    select case when channel = s.channel and since_phone is not false then external_id end
    from channel_identities where ${isOfProject} and user_id = coalesce(p.id, a.id))`;
  return sql<SenderRow & { place: number }>`
    with asked as materialized (
      select given.place::int as place, e.*
      from unnest(${parameter('environmentIds')}::uuid[]) with ordinality as given (environment_id, place)
      cross join lateral (
        select id, self_registration from environments
        where ${isOfProject} and id = given.environment_id and removed_at is null limit 1
      ) as e
    )
    select e.place, e.self_registration as "selfRegistration",
      i.user_id as "idByIdentity", p.id as "idByPhone", a.id as "idByEmail",
      m.user_id is not null as "isMember", coalesce(m.expires_at <= statement_timestamp(), false) as "isExpired",
      case when ${hasBlocks} then ${isBlocked} else false end as "isBlocked",
      case when e.self_registration = 'APPROVAL' then ${isAwaited} else false end as "isAwaited",
      case when e.self_registration = 'APPROVAL' then ${isAwaitedExactly} else false end as "isAwaitedExactly",
      case when s.external_id is not null and i.user_id is null and coalesce(p.id, a.id) is not null
        then ${linkedIds} end as "linkedIds"
    from asked as e
    join unnest(
      ${parameter('places')}::int[],
      ${parameter('channels')}::channel[],
      ${parameter('externalIds')}::text[],
      ${parameter('phoneKeys')}::text[],
      ${parameter('emailKeys')}::text[]
    ) with ordinality as s (place, channel, external_id, phone_key, email_key, position) on s.place = e.place
    left join lateral (
      select user_id from channel_identities
      where ${isOfProject} and channel = s.channel and external_id = s.external_id limit 1
    ) as i on true
    left join lateral (
      select id from users where ${isOfProject} and phone_key = s.phone_key limit 1
    ) as p on true
    left join lateral (
      select id from users where ${isOfProject} and email_key = s.email_key limit 1
    ) as a on true
    left join lateral (
      select user_id, expires_at from user_environments
      where ${isOfProject} and environment_id = e.id and user_id = coalesce${found} limit 1
    ) as m on true
    order by s.position`.compile(db);
});
