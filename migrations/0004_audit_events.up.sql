create type audit_action as enum (
  'USER_CREATED', 'USER_SELF_REGISTERED', 'USER_UPDATED', 'USER_DELETED',
  'ENVIRONMENT_CREATED', 'ENVIRONMENT_UPDATED', 'ENVIRONMENT_DELETED',
  'ACCESS_KEY_CREATED', 'ACCESS_KEY_REVOKED',
  'PROJECT_CREATED', 'PROJECT_UPDATED', 'PROJECT_DELETED'
);

-- No foreign keys: the trail outlives what it tells of. No personal data: ids and names of fields alone.
create table audit_events (
  project_id uuid,
  id uuid not null,
  action audit_action not null,
  actor_id uuid,
  actor_name text not null,
  subject_id uuid not null,
  changed_fields text[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  constraint audit_events__key unique nulls not distinct (project_id, id)
);
create index audit_events__newest on audit_events (project_id, created_at desc, id desc);
create index audit_events__of_subject on audit_events (project_id, subject_id, created_at desc, id desc);

-- Nothing is ever taken from the trail.
grant select, insert on audit_events to users_management_server;
