import { sql } from 'kysely';
import type { NewAuditEvent } from './audit-events.ts';
import type { NewIdentity } from './channel-identities.ts';
import { isOneOf } from './conditions.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Db, Reader } from './engine/connection.ts';
import type { Channel, LinkOrigin, NewUser, UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

export type Wanted = {
  projectId: string;
  phoneKey: string | null;
  emailKey: string | null;
  environmentIds: readonly string[];
};

export type Preconditions = {
  isProject: boolean;
  idByPhone: string | null;
  idByEmail: string | null;
  isPhoneBlocked: boolean;
  /** Whether a request of a sender with this number or address is open in one of the environments. */
  isAwaited: boolean;
  environments: number;
};

/**
 * Reads what a new user may conflict with: whether the project exists, who has the phone number and the e-mail address, whether the
 * number is blocked or waited for, and how many of the environments belong to the project.
 */
export async function findPreconditions(db: Reader, wanted: Wanted): Promise<Preconditions> {
  const [found] = await selectPreconditions(db, wanted);
  if (!found) throw new Error('The look-up of a new user returned no row.');
  return found;
}

const selectPreconditions = compileOnce<Wanted, Preconditions>((db, parameter) =>
  sql<Preconditions>`select
    exists (select from projects where id = ${parameter('projectId')} and removed_at is null) as is_project,
    (select id from users where project_id = ${parameter('projectId')} and phone_key = ${parameter('phoneKey')}) as id_by_phone,
    (select id from users where project_id = ${parameter('projectId')} and email_key = ${parameter('emailKey')}) as id_by_email,
    exists (select from blocked_senders where project_id = ${parameter('projectId')} and phone_key = ${parameter('phoneKey')})
      as is_phone_blocked,
    exists (select from access_requests where project_id = ${parameter('projectId')}
      and ${isOneOf('environment_id', parameter('environmentIds'))} and phone_key = ${parameter('phoneKey')}
      union all
      select from access_requests where project_id = ${parameter('projectId')}
      and ${isOneOf('environment_id', parameter('environmentIds'))} and email_key = ${parameter('emailKey')}) as is_awaited,
    (select count(*)::int from environments where project_id = ${parameter('projectId')} and removal_transaction is null
      and ${isOneOf('environments.id', parameter('environmentIds'))}) as environments`.compile(db),
);

/** A new user with its environments, its identities and its audit event. */
export type NewUserInFull = {
  user: NewUser;
  environmentIds: readonly string[];
  identities: readonly NewIdentity[];
  event: Omit<NewAuditEvent, 'changedFields' | 'relatedId'>;
};

/** Inserts all of it in one statement, which is a transaction of its own where none is open. */
export async function insertUser(db: Db, { user, environmentIds, identities, event }: NewUserInFull): Promise<UserRow> {
  const { id: eventId, action, actorId, actorName } = event;
  const values = {
    ...user,
    environmentIds,
    channels: identities.map(({ channel }) => channel),
    externalIds: identities.map(({ externalId }) => externalId),
    linkOrigins: identities.map(({ linkedBy }) => linkedBy),
    ...{ eventId, action, actorId, actorName },
  };
  const [inserted] = await insertRows(db, values);
  if (!inserted) throw new Error('The insert returned no user.');
  return inserted;
}

type Values = NewUser &
  Pick<NewUserInFull, 'environmentIds'> &
  Pick<NewAuditEvent, 'action' | 'actorId' | 'actorName'> & {
    eventId: string;
    channels: Channel[];
    externalIds: string[];
    linkOrigins: LinkOrigin[];
  };

const insertRows = compileOnce<Values, UserRow>((db, parameter) => {
  const projectId = sql`${parameter('projectId')}::uuid`;
  const id = sql`${parameter('id')}::uuid`;
  return sql<UserRow>`
    with created as (
      insert into users (project_id, id, phone_number, phone_key, email, email_key,
        first_name, middle_name, last_name, search_text, name_key, creation_source)
      values (${projectId}, ${id}, ${parameter('phoneNumber')}, ${parameter('phoneKey')},
        ${parameter('email')}, ${parameter('emailKey')},
        ${parameter('firstName')}, ${parameter('middleName')}, ${parameter('lastName')},
        ${parameter('searchText')}, ${parameter('nameKey')}, ${parameter('creationSource')})
      returning ${sql.join(USER_COLUMNS.map((column) => sql.ref(column)))}
    ), memberships as (
      insert into user_environments (project_id, user_id, environment_id)
      select ${projectId}, ${id}, unnest(${parameter('environmentIds')}::uuid[])
    ), identities as (
      insert into channel_identities (project_id, user_id, channel, external_id, linked_by)
      select ${projectId}, ${id}, * from unnest(${parameter('channels')}::channel[], ${parameter('externalIds')}::text[],
        ${parameter('linkOrigins')}::link_origin[])
    ), trail as (
      insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id)
      values (${projectId}, ${parameter('eventId')}, ${parameter('action')}, ${parameter('actorId')},
        ${parameter('actorName')}, ${id})
    )
    select * from created`.compile(db);
});
