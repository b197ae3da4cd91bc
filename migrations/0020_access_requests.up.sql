alter type self_registration_mode add value 'APPROVAL' before 'CLOSED';
alter table projects add column keeps_denied_attempts boolean not null default true;

create type denial_reason as enum ('UNKNOWN_SENDER', 'NOT_IN_ENVIRONMENT', 'IDENTITY_CONFLICT');
create type access_request_status as enum ('PENDING', 'APPROVED', 'DISMISSED');

-- Who knocked and was not let in: one row per sender and environment. What they wrote is never here.
create table access_requests (
  project_id uuid not null,
  id uuid not null,
  environment_id uuid not null,
  channel channel not null,
  phone_number text,
  phone_key text collate "C",
  external_id text collate "C",
  email text,
  -- Only of an address that the channel confirmed: an address that somebody typed recognises nobody.
  email_key text collate "C",
  first_name text,
  last_name text,
  search_text text collate "C" not null,
  reason denial_reason not null,
  -- Whether the person asked to be let in. Without it, a denied attempt was noted, which the project may switch off.
  is_asked boolean not null,
  attempts integer not null,
  first_attempt_at timestamptz(3) not null default now(),
  last_attempt_at timestamptz(3) not null default now(),
  status access_request_status not null default 'PENDING',
  decided_at timestamptz(3),
  -- The place in the feed of approvals; null for requests that were closed without one.
  feed_position bigint,
  user_id uuid,
  constraint access_requests__pkey primary key (project_id, id),
  constraint access_requests__environment foreign key (project_id, environment_id)
    references environments (project_id, id) on delete cascade,
  constraint access_requests__user foreign key (project_id, user_id)
    references users (project_id, id) on delete set null (user_id),
  constraint access_requests__phone_has_key check ((phone_number is null) = (phone_key is null)),
  constraint access_requests__open_has_sender check (status = 'APPROVED' or phone_key is not null or external_id is not null),
  constraint access_requests__approved_is_empty check (
    status <> 'APPROVED'
    or (num_nonnulls(phone_number, external_id, email, email_key, first_name, last_name) = 0 and search_text = '')
  )
);
-- By these an attempt finds its row. Approved rows are empty, so only open ones are found.
create unique index access_requests__phone on access_requests (project_id, environment_id, phone_key)
  where phone_key is not null;
create unique index access_requests__identity on access_requests (project_id, environment_id, channel, external_id)
  where external_id is not null;
create index access_requests__email on access_requests (project_id, environment_id, email_key) where email_key is not null;
create index access_requests__newest on access_requests (project_id, last_attempt_at desc, id desc);
create index access_requests__newest_of_status on access_requests (project_id, status, last_attempt_at desc, id desc);
create index access_requests__of_environment on access_requests (project_id, environment_id, status, last_attempt_at);
create unique index access_requests__feed on access_requests (project_id, environment_id, feed_position)
  where feed_position is not null;
create index access_requests__user on access_requests (project_id, user_id) where user_id is not null;
create index access_requests__oldest on access_requests (last_attempt_at);
-- A workspace key names a request by its id alone.
create index access_requests__id on access_requests (id);

grant select, insert, update, delete on access_requests to users_management_server;

alter type audit_action add value 'ACCESS_REQUEST_APPROVED';
alter type audit_action add value 'ACCESS_REQUEST_DISMISSED';
