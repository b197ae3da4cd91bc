create type role as enum ('ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY');

-- Keys are found by their public id before any project is known, and some belong to the whole workspace.
create table access_keys (
  project_id uuid,
  id uuid not null,
  name text not null,
  role role not null,
  -- A bound key whose last environment is removed must not become a key to all of them.
  bound_to_environments boolean not null default false,
  secret_hash bytea not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  constraint access_keys__pkey primary key (id),
  constraint access_keys__of_project unique (project_id, id),
  constraint access_keys__project foreign key (project_id) references projects (id) on delete cascade,
  constraint access_keys__secret_hash_is_sha256 check (octet_length(secret_hash) = 32)
);

create table access_key_environments (
  project_id uuid not null,
  access_key_id uuid not null,
  environment_id uuid not null,
  constraint access_key_environments__pkey primary key (project_id, access_key_id, environment_id),
  constraint access_key_environments__access_key foreign key (project_id, access_key_id)
    references access_keys (project_id, id) on delete cascade,
  constraint access_key_environments__environment foreign key (project_id, environment_id)
    references environments (project_id, id) on delete cascade
);
grant select, insert, update, delete on access_keys, access_key_environments to users_management_server;
