-- Until when a membership lets its user in; null: for ever. An expired one stays: a user has at least one environment all the same.
alter table user_environments add column expires_at timestamptz(3);
-- The access check learns of the time from the very index in which it finds the membership.
alter table user_environments drop constraint user_environments__pkey;
alter table user_environments add constraint user_environments__pkey
  primary key (project_id, environment_id, user_id) include (expires_at);
create index user_environments__expiring on user_environments (project_id, expires_at, user_id, environment_id)
  where expires_at is not null;

-- When a user last wrote in an environment and was let in. Not columns of the membership: each write would take that from the index
-- alone by which a check finds it.
create table sightings (
  project_id uuid not null,
  environment_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz(3) not null,
  channel channel not null,
  constraint sightings__pkey primary key (project_id, environment_id, user_id),
  constraint sightings__membership foreign key (project_id, environment_id, user_id)
    references user_environments (project_id, environment_id, user_id) on delete cascade
);

-- The latest of a user's, kept when the environment is lost. Users who were never seen have no row. Not a column of users: each write
-- would write the user to every index of that table, the search's too.
create table seen_users (
  project_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz(3) not null,
  constraint seen_users__pkey primary key (project_id, user_id),
  constraint seen_users__user foreign key (project_id, user_id) references users (project_id, id) on delete cascade
);
create index seen_users__latest on seen_users (project_id, seen_at, user_id);

grant select, insert, update, delete on sightings, seen_users to users_management_server;
