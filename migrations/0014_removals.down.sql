-- What was removed must not come back.
set constraints all immediate;
update environments set removal_transaction = null where removal_transaction is not null and removed_at is null;
delete from projects where removed_at is not null;
delete from environments where removed_at is not null;

drop trigger projects__removal on projects;
drop function refuse_return_of_project();
drop trigger environments__removal on environments;
drop function guard_removal_of_environment();

create or replace function require_environment_of_new_user() returns trigger language plpgsql as $$
begin
  if exists (select from users u where u.project_id = new.project_id and u.id = new.id)
    and not exists (select from user_environments m where m.project_id = new.project_id and m.user_id = new.id) then
    raise exception 'a user must have at least one environment'
      using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
  end if;
  return null;
end $$;

drop trigger users__at_least_one_environment on users;
create constraint trigger users__at_least_one_environment after insert on users
  deferrable initially deferred for each row execute function require_environment_of_new_user();

create or replace function require_environment_of_user_left() returns trigger language plpgsql as $$
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

drop trigger user_environments__at_least_one on user_environments;
create constraint trigger user_environments__at_least_one after delete or update of user_id, project_id on user_environments
  deferrable initially deferred for each row execute function require_environment_of_user_left();

do $$
declare
  name text;
begin
  foreach name in array array['require_environment_of_new_user', 'require_environment_of_user_left'] loop
    execute format('alter function %I() set search_path = %I, pg_temp', name, current_schema());
  end loop;
end $$;

drop index environments__name;
create unique index environments__name on environments (project_id, lower(name));
drop index environments__removed;
alter table users reset (fillfactor);
drop index environments__removal_waits_for_members;
drop index environments__one_removal;
alter table environments
  drop column removed_at,
  drop column removal_checked_to,
  drop column removal_alive_at,
  drop column removal_transaction;

drop index projects__removed;
alter table projects drop column removed_at;
