import type { Statement } from './statements.ts';

// What creating a user takes: a look at what it would meet, and one statement that writes everything.

export type NewRow = {
  projectId: string;
  id: string;
  phoneNumber: string | null;
  phoneKey: string | null;
  email: string | null;
  emailKey: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  searchText: string;
  nameKey: string;
};

export function findSurroundings(
  projectId: string,
  phoneKey: string | null,
  emailKey: string | null,
  environmentIds: readonly string[],
): Statement {
  return {
    name: 'find-surroundings',
    text: `select exists (select from projects where id = $1) as "isProject",
      (select id from users where project_id = $1 and phone_key = $2) as "idByPhone",
      (select id from users where project_id = $1 and email_key = $3) as "idByEmail",
      (select count(*)::int from environments where project_id = $1 and id = any($4)) as environments`,
    values: [projectId, phoneKey, emailKey, environmentIds],
  };
}

export function insertUser(
  row: NewRow,
  environmentIds: readonly string[],
  eventId: string,
  key: { id: string; name: string },
): Statement {
  return {
    name: 'insert-user',
    text: `with created as (
      insert into users (project_id, id, phone_number, phone_key, email, email_key, first_name, middle_name, last_name,
        search_text, name_key, creation_source)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'INVITED')
      returning id, phone_number as "phoneNumber", email, first_name as "firstName", middle_name as "middleName",
        last_name as "lastName", creation_source as "creationSource", created_at as "createdAt"
    ), memberships as (
      insert into user_environments (project_id, user_id, environment_id) select $1, $2, unnest($12::uuid[])
    ), trail as (
      insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id)
      values ($1, $13, 'USER_CREATED', $14, $15, $2)
    )
    select * from created`,
    values: [
      ...[row.projectId, row.id, row.phoneNumber, row.phoneKey, row.email, row.emailKey],
      ...[row.firstName, row.middleName, row.lastName, row.searchText, row.nameKey],
      ...[environmentIds, eventId, key.id, key.name],
    ],
  };
}
