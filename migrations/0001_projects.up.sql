create type environment_type as enum ('DEVELOPMENT', 'STAGING', 'PRODUCTION');
create type self_registration_mode as enum ('OPEN', 'CLOSED');

create table projects (
  id uuid not null,
  name text not null,
  created_at timestamptz(3) not null default now(),
  constraint projects__pkey primary key (id),
  constraint projects__name_length check (char_length(name) between 1 and 100)
);

create table environments (
  project_id uuid not null,
  id uuid not null,
  name text not null,
  type environment_type not null,
  self_registration self_registration_mode not null,
  created_at timestamptz(3) not null default now(),
  constraint environments__pkey primary key (project_id, id),
  constraint environments__project foreign key (project_id) references projects (id) on delete cascade,
  constraint environments__name_length check (char_length(name) between 1 and 100)
);
create unique index environments__name on environments (project_id, lower(name));
-- A workspace key names an environment by its id alone.
create index environments__id on environments (id);

grant select, insert, update, delete on projects, environments to users_management_server;
