import type { Statement } from './statements.ts';

// What creating a user takes, statement by statement; all of them in one transaction.

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

export function holdProject(projectId: string): Statement {
  return { name: 'hold-project', text: 'select id from projects where id = $1 for key share', values: [projectId] };
}

export function holdEnvironments(projectId: string, ids: readonly string[]): Statement {
  const text = 'select id from environments where project_id = $1 and id = any($2) order by id for key share';
  return { name: 'hold-environments', text, values: [projectId, ids] };
}

export function findByPhone(projectId: string, phoneKey: string | null): Statement {
  const text = 'select id from users where project_id = $1 and phone_key = $2';
  return { name: 'find-by-phone', text, values: [projectId, phoneKey] };
}

export function findByEmail(projectId: string, emailKey: string | null): Statement {
  const text = 'select id from users where project_id = $1 and email_key = $2';
  return { name: 'find-by-email', text, values: [projectId, emailKey] };
}

export function insertUser(row: NewRow): Statement {
  return {
    name: 'insert-user',
    text: `insert into users (project_id, id, phone_number, phone_key, email, email_key, first_name, middle_name, last_name,
        search_text, name_key, creation_source)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'INVITED')
      returning id, phone_number as "phoneNumber", email, first_name as "firstName", middle_name as "middleName",
        last_name as "lastName", creation_source as "creationSource", created_at as "createdAt"`,
    values: [
      ...[row.projectId, row.id, row.phoneNumber, row.phoneKey, row.email, row.emailKey],
      ...[row.firstName, row.middleName, row.lastName, row.searchText, row.nameKey],
    ],
  };
}

export function insertMemberships(projectId: string, userId: string, environmentIds: readonly string[]): Statement {
  const text = `insert into user_environments (project_id, user_id, environment_id)
    select $1, $2, environment_id from unnest($3::uuid[]) as environment_id`;
  return { name: 'insert-memberships', text, values: [projectId, userId, environmentIds] };
}

export function insertAuditEvent(
  projectId: string,
  id: string,
  key: { id: string; name: string },
  userId: string,
): Statement {
  const text = `insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id)
    values ($1, $2, 'USER_CREATED', $3, $4, $5)`;
  return { name: 'insert-audit-event', text, values: [projectId, id, key.id, key.name, userId] };
}
