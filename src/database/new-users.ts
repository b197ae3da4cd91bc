import { sql } from 'kysely';
import type { NewAuditEvent } from './audit-events.ts';
import type { NewIdentity } from './channel-identities.ts';
import { isOneOf } from './conditions.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Db, Reader } from './engine/connection.ts';
import { inSteps } from './engine/steps.ts';
import type { Channel, CreationSource, LinkOrigin, NewUser, UserRow } from './tables.ts';
import { membershipsOf } from './user-environments.ts';
import { USER_COLUMNS } from './users.ts';

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
  /** Whether a request of a sender with this number or address is open in one of the environments. */
  isAwaited: boolean;
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
 * is blocked or waited for, and which of the environments belong to the project.
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
  const [first] = rows;
  if (!first) throw new Error('The look-up of new users returned no row.');
  return { isProject: first.isProject, environmentIds: first.environmentIds ?? [], people: rows };
}

type Sought = Pick<Wanted, 'projectId' | 'environmentIds'> & {
  phoneKeys: (string | null)[];
  emailKeys: (string | null)[];
};
type Found = PersonRow & { isProject: boolean; environmentIds: string[] | null };

// The limits keep the planner on index look-ups, however many people it expects. As queries of their own, the arrays do not tell it how
// many there are: where it sees that there is one, it thinks a plan for that cheaper, and plans each time, which takes four times as long
// as the look-up.
const selectPreconditions = compileOnce<Sought, Found>((db, parameter) => {
  const isOfProject = sql`project_id = ${parameter('projectId')}`;
  const isInEnvironment = sql`${isOfProject} and ${isOneOf('environment_id', parameter('environmentIds'))}`;
  return sql<Found>`select
    exists (select from projects where id = ${parameter('projectId')} and removed_at is null) as is_project,
    case when s.place = 1 then array(select id from environments where ${isOfProject} and removal_transaction is null
      and ${isOneOf('environments.id', parameter('environmentIds'))}) end as environment_ids,
    (select id from users where ${isOfProject} and phone_key = s.phone_key limit 1) as id_by_phone,
    (select id from users where ${isOfProject} and email_key = s.email_key limit 1) as id_by_email,
    coalesce((select true from blocked_senders where ${isOfProject} and phone_key = s.phone_key limit 1), false)
      as is_phone_blocked,
    coalesce(
      (select true from access_requests where ${isInEnvironment} and phone_key = s.phone_key limit 1),
      (select true from access_requests where ${isInEnvironment} and email_key = s.email_key limit 1),
      false) as is_awaited
    from unnest((select ${parameter('phoneKeys')}::text[]), (select ${parameter('emailKeys')}::text[]))
      with ordinality as s (phone_key, email_key, place)
    order by s.place`.compile(db);
});

/** A new user with its environments, its identities and its audit event. */
export type NewUserInFull = {
  user: NewUser;
  environmentIds: readonly string[];
  identities: readonly NewIdentity[];
  event: Omit<NewAuditEvent, 'changedFields' | 'relatedId'>;
};

/**
 * Inserts all of it, a hundred users at a time. One statement is enough for so many, and is a transaction of its own where none is
 * open. Returns the users in their order. All are of one project, and their events of one actor.
 */
export function insertUsers(db: Db, people: readonly NewUserInFull[]): Promise<UserRow[]> {
  return inSteps(people, (step) => insertStep(db, step));
}

async function insertStep(db: Db, people: readonly NewUserInFull[]): Promise<UserRow[]> {
  const [first] = people;
  if (!first) return [];
  const users = people.map(({ user }) => user);
  const memberships = people.flatMap(({ user, environmentIds }) => membershipsOf(user, environmentIds));
  const identities = people.flatMap(({ user, identities }) => identities.map((each) => ({ userId: user.id, ...each })));
  const { action, actorId, actorName } = first.event;
  const rows = await insertRows(db, {
    projectId: first.user.projectId,
    ids: users.map(({ id }) => id),
    phoneNumbers: users.map(({ phoneNumber }) => phoneNumber),
    phoneKeys: users.map(({ phoneKey }) => phoneKey),
    emails: users.map(({ email }) => email),
    emailKeys: users.map(({ emailKey }) => emailKey),
    firstNames: users.map(({ firstName }) => firstName),
    middleNames: users.map(({ middleName }) => middleName),
    lastNames: users.map(({ lastName }) => lastName),
    searchTexts: users.map(({ searchText }) => searchText),
    nameKeys: users.map(({ nameKey }) => nameKey),
    creationSources: users.map(({ creationSource }) => creationSource),
    memberIds: memberships.map(({ userId }) => userId),
    environmentIds: memberships.map(({ environmentId }) => environmentId),
    ownerIds: identities.map(({ userId }) => userId),
    channels: identities.map(({ channel }) => channel),
    externalIds: identities.map(({ externalId }) => externalId),
    linkOrigins: identities.map(({ linkedBy }) => linkedBy),
    eventIds: people.map(({ event }) => event.id),
    action,
    actorId,
    actorName,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return users.map(({ id }) => {
    const inserted = byId.get(id);
    if (!inserted) throw new Error('The insert did not return a user.');
    return inserted;
  });
}

type Texts = (string | null)[];
type Values = Pick<NewUser, 'projectId'> &
  Pick<NewAuditEvent, 'action' | 'actorId' | 'actorName'> &
  Record<
    'ids' | 'searchTexts' | 'nameKeys' | 'memberIds' | 'environmentIds' | 'ownerIds' | 'externalIds' | 'eventIds',
    string[]
  > &
  Record<'phoneNumbers' | 'phoneKeys' | 'emails' | 'emailKeys' | 'firstNames' | 'middleNames' | 'lastNames', Texts> & {
    creationSources: CreationSource[];
    channels: Channel[];
    linkOrigins: LinkOrigin[];
  };

// Side by side in the select list, the arrays are read element by element. In FROM each is written out as a table first: of one user
// that takes a fifth of the statement. Those of one table are equally long: a shorter one would end in nulls.
const insertRows = compileOnce<Values, UserRow>((db, parameter) => {
  const projectId = sql`${parameter('projectId')}::uuid`;
  const each = (name: keyof Values, type: string) => sql`unnest(${parameter(name)}::${sql.raw(type)}[])`;
  return sql<UserRow>`
    with created as (
      insert into users (project_id, id, phone_number, phone_key, email, email_key,
        first_name, middle_name, last_name, search_text, name_key, creation_source)
      select ${projectId}, ${each('ids', 'uuid')}, ${each('phoneNumbers', 'text')}, ${each('phoneKeys', 'text')},
        ${each('emails', 'text')}, ${each('emailKeys', 'text')},
        ${each('firstNames', 'text')}, ${each('middleNames', 'text')}, ${each('lastNames', 'text')},
        ${each('searchTexts', 'text')}, ${each('nameKeys', 'text')}, ${each('creationSources', 'creation_source')}
      returning ${sql.join(USER_COLUMNS.map((column) => sql.ref(column)))}
    ), memberships as (
      insert into user_environments (project_id, user_id, environment_id)
      select ${projectId}, ${each('memberIds', 'uuid')}, ${each('environmentIds', 'uuid')}
    ), identities as (
      insert into channel_identities (project_id, user_id, channel, external_id, linked_by)
      select ${projectId}, ${each('ownerIds', 'uuid')}, ${each('channels', 'channel')},
        ${each('externalIds', 'text')}, ${each('linkOrigins', 'link_origin')}
    ), trail as (
      insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id)
      select ${projectId}, ${each('eventIds', 'uuid')}, ${parameter('action')}::audit_action,
        ${parameter('actorId')}::uuid, ${parameter('actorName')}::text, ${each('ids', 'uuid')}
    )
    select * from created`.compile(db);
});
