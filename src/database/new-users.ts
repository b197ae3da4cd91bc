import { sql } from 'kysely';
import type { NewAuditEvent } from './audit-events.ts';
import type { NewIdentity } from './channel-identities.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Db } from './engine/connection.ts';
import { inSteps } from './engine/steps.ts';
import { type FoundRow, lookUp, type Preconditions, toPreconditions } from './preconditions.ts';
import type { Channel, CreationSource, LinkOrigin, NewUser, UserRow } from './tables.ts';
import { membershipsOf } from './user-environments.ts';
import { USER_COLUMNS } from './users.ts';

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

/**
 * Looks up what a user without identities may conflict with, and inserts it in the same statement if there is nothing: nobody has its
 * number or address, the number is not blocked, all its environments are there, and no request to be let into one of them is to be closed.
 */
export async function insertUserIfFree(
  db: Db,
  { user, environmentIds, event }: NewUserInFull,
): Promise<Preconditions & { inserted?: UserRow }> {
  const { id: eventId, action, actorId, actorName } = event;
  const rows = await insertIfFree(db, { ...user, environmentIds, eventId, action, actorId, actorName });
  const [row] = rows;
  return { ...toPreconditions(rows), ...(row?.isFree && { inserted: row }) };
}

type NewRow = NewUser &
  Pick<NewUserInFull, 'environmentIds'> &
  Pick<NewAuditEvent, 'action' | 'actorId' | 'actorName'> & { eventId: string };

// Values one by one: of one user, arrays take PostgreSQL a tenth more, and what inserts identities, though there are none, another one.
const insertIfFree = compileOnce<NewRow, FoundRow & UserRow & { isFree: boolean }>((db, parameter) => {
  const text = (name: keyof NewRow) => sql`${parameter(name)}::text`;
  const [projectId, id] = [sql`${parameter('projectId')}::uuid`, sql`${parameter('id')}::uuid`];
  const [phoneKey, emailKey] = [text('phoneKey'), text('emailKey')];
  const environmentIds = sql`${parameter('environmentIds')}::uuid[]`;
  const request = sql`select from access_requests where project_id = ${projectId} and environment_id = any(${environmentIds})`;
  const found = lookUp({
    projectId,
    environmentIds,
    phoneKeys: sql`array[${phoneKey}]`,
    emailKeys: sql`array[${emailKey}]`,
  });
  return sql<FoundRow & UserRow & { isFree: boolean }>`
    with found as (${found}), created as (
      insert into users (project_id, id, phone_number, phone_key, email, email_key,
        first_name, middle_name, last_name, search_text, name_key, creation_source)
      select ${projectId}, ${id}, ${text('phoneNumber')}, ${phoneKey}, ${text('email')}, ${emailKey},
        ${text('firstName')}, ${text('middleName')}, ${text('lastName')}, ${text('searchText')}, ${text('nameKey')},
        ${parameter('creationSource')}::creation_source
      from found
      where is_project and id_by_phone is null and id_by_email is null and not is_phone_blocked
        and cardinality(environment_ids) = cardinality(${environmentIds})
        and not exists (${request} and phone_key = ${phoneKey}) and not exists (${request} and email_key = ${emailKey})
      returning ${sql.join(USER_COLUMNS.map((column) => sql.ref(column)))}
    ), memberships as (
      insert into user_environments (project_id, user_id, environment_id)
      select ${projectId}, ${id}, unnest(${environmentIds}) from created
    ), trail as (
      insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id)
      select ${projectId}, ${parameter('eventId')}::uuid, ${parameter('action')}::audit_action,
        ${parameter('actorId')}::uuid, ${text('actorName')}, ${id} from created
    )
    select *, created.id is not null as is_free from found left join created on true`.compile(db);
});
