create type creation_source as enum ('INVITED', 'SELF_REGISTERED');
create type channel as enum ('WHATSAPP', 'TELEGRAM', 'SLACK');

create table users (
  project_id uuid not null,
  id uuid not null,
  phone_number text,
  -- What uniqueness and the access check compare: some channels write one number in two ways.
  phone_key text collate "C",
  email text,
  email_key text collate "C",
  first_name text,
  middle_name text,
  last_name text,
  -- Folded names, e-mail and phone, a line each: what a search looks through.
  search_text text collate "C" not null,
  -- The folded full name: what the order by name compares.
  name_key text collate "C" not null,
  creation_source creation_source not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  -- Nobody reads it. Each lost membership writes it, so that two transactions that each take
  -- one of the last two memberships meet on this row at every isolation level.
  memberships_lost bigint not null default 0,
  constraint users__pkey primary key (project_id, id),
  constraint users__project foreign key (project_id) references projects (id) on delete cascade,
  constraint users__phone_has_key check ((phone_number is null) = (phone_key is null)),
  constraint users__email_has_key check ((email is null) = (email_key is null)),
  constraint users__invited_is_complete check (
    creation_source = 'SELF_REGISTERED'
    or (phone_number is not null and first_name is not null and last_name is not null)
  )
);
create unique index users__phone on users (project_id, phone_key) include (id);
create unique index users__email on users (project_id, email_key);
create index users__id on users (id);
create index users__newest on users (project_id, created_at desc, id desc);
create index users__by_name on users (project_id, name_key, id);

create table user_environments (
  project_id uuid not null,
  user_id uuid not null,
  environment_id uuid not null,
  constraint user_environments__pkey primary key (project_id, environment_id, user_id),
  constraint user_environments__user foreign key (project_id, user_id)
    references users (project_id, id) on delete cascade,
  constraint user_environments__environment foreign key (project_id, environment_id)
    references environments (project_id, id) on delete cascade
);
create index user_environments__user on user_environments (project_id, user_id);

create table channel_identities (
  project_id uuid not null,
  user_id uuid not null,
  channel channel not null,
  external_id text collate "C" not null,
  created_at timestamptz(3) not null default now(),
  constraint channel_identities__pkey primary key (project_id, channel, external_id),
  constraint channel_identities__user foreign key (project_id, user_id)
    references users (project_id, id) on delete cascade
);
create index channel_identities__user on channel_identities (project_id, user_id);

-- A user has at least one environment: held here against raw SQL and at every isolation level.
create function require_environment_of_new_user() returns trigger language plpgsql as $$
begin
  if exists (select from users u where u.project_id = new.project_id and u.id = new.id)
    and not exists (select from user_environments m where m.project_id = new.project_id and m.user_id = new.id) then
    raise exception 'a user must have at least one environment'
      using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
  end if;
  return null;
end $$;

create constraint trigger users__at_least_one_environment after insert on users
  deferrable initially deferred for each row execute function require_environment_of_new_user();

create function require_environment_of_user_left() returns trigger language plpgsql as $$
begin
  -- Looking alone does not hold the rule: writers that do not see each other must collide.
  update users u set memberships_lost = memberships_lost + 1
    where u.project_id = old.project_id and u.id = old.user_id;
  if found and not exists (
    select from user_environments m where m.project_id = old.project_id and m.user_id = old.user_id
  ) then
    raise exception 'a user must have at least one environment'
      using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
  end if;
  return null;
end $$;

create constraint trigger user_environments__at_least_one after delete or update of user_id, project_id on user_environments
  deferrable initially deferred for each row execute function require_environment_of_user_left();

create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'memberships cannot be truncated'
    using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
end $$;

create trigger user_environments__no_truncate before truncate on user_environments
  for each statement execute function refuse_truncate();

grant select, insert, update, delete on users, user_environments, channel_identities to users_management_server;
