-- What is big is not removed by one statement: it is marked, and hidden from then on; its rows go later, in steps.
alter table projects add column removed_at timestamptz(3);
create index projects__removed on projects (id) where removed_at is not null;

alter table environments
  -- Of the transaction that began the removal, and at last of the one that ended it. From the beginning on the environment counts as
  -- nobody's, though it still lets its users in: so it can be seen in steps, and without a lock, that each of them has another one.
  add column removal_transaction xid8,
  -- When the removal last went on. One that stands still is given up.
  add column removal_alive_at timestamptz(3),
  -- Up to this id, all of its users have another environment.
  add column removal_checked_to uuid,
  -- Gone for everybody.
  add column removed_at timestamptz(3);

-- Two removals at once could each count on the environment that the other one takes.
create unique index environments__one_removal on environments (project_id)
  where removal_transaction is not null and removed_at is null;
-- Nobody looks anything up by it. Columns of a unique index are a key, and a change of a key waits for everybody who holds the row
-- "for key share", as the foreign key of each new membership does: no removal begins while others come to rely on the environment.
create unique index environments__removal_waits_for_members on environments (project_id, id, removal_transaction);

-- The purge of a removed environment changes all of its users. With room on each page for some of them, a new version beside the old
-- one costs no entry in any index; otherwise each is written to all of them anew, sixty times to the search's.
alter table users set (fillfactor = 85);

create index environments__removed on environments (project_id, id) where removed_at is not null;
drop index environments__name;
create unique index environments__name on environments (project_id, lower(name)) where removed_at is null;

create or replace function require_environment_of_new_user() returns trigger language plpgsql as $$
begin
  -- Held until the end of the transaction: no removal of it may begin unseen.
  perform from user_environments m
    join environments e on e.project_id = m.project_id and e.id = m.environment_id
    where m.project_id = new.project_id and m.user_id = new.id and e.removal_transaction is null
    limit 1 for key share of e;
  if not found and exists (select from users u where u.project_id = new.project_id and u.id = new.id) then
    raise exception 'a user must have at least one environment'
      using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
  end if;
  return null;
end $$;

-- A user who takes another id leaves the memberships behind.
drop trigger users__at_least_one_environment on users;
create constraint trigger users__at_least_one_environment after insert or update of project_id, id on users
  deferrable initially deferred for each row execute function require_environment_of_new_user();

create or replace function require_environment_of_user_left() returns trigger language plpgsql as $$
begin
  -- Of a removed environment, what is left of a membership is no loss; but whoever removed it may have taken the membership before.
  perform from environments e
    where e.project_id = old.project_id and e.id = old.environment_id
      and e.removed_at is not null and e.removal_transaction <> pg_current_xact_id();
  if found then
    return null;
  end if;
  -- Looking alone does not hold the rule: writers that do not see each other must collide.
  update users u set memberships_lost = memberships_lost + 1
    where u.project_id = old.project_id and u.id = old.user_id;
  if not found then
    return null;
  end if;
  perform from user_environments m
    join environments e on e.project_id = m.project_id and e.id = m.environment_id
    where m.project_id = old.project_id and m.user_id = old.user_id and e.removal_transaction is null
    limit 1 for key share of e;
  if not found then
    raise exception 'a user must have at least one environment'
      using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
  end if;
  return null;
end $$;

drop trigger user_environments__at_least_one on user_environments;
create constraint trigger user_environments__at_least_one
  after delete or update of user_id, project_id, environment_id on user_environments
  deferrable initially deferred for each row execute function require_environment_of_user_left();

-- A removal begins in one transaction, is checked in others, up to any user each, and ends in one.
create function guard_removal_of_environment() returns trigger language plpgsql as $$
declare
  lowest constant uuid := '00000000-0000-0000-0000-000000000000';
  highest constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  checked_from uuid;
  checked_to uuid;
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.removal_transaction, new.removal_alive_at, new.removal_checked_to, new.removed_at) > 0 then
      raise exception 'an environment cannot be new and removed'
        using errcode = '23514', constraint = 'environments__removal', table = 'environments';
    end if;
    return new;
  end if;

  if old.removed_at is not null then
    if new.removed_at is null or new.removal_transaction is distinct from old.removal_transaction then
      raise exception 'a removed environment cannot come back'
        using errcode = '23514', constraint = 'environments__removal', table = 'environments';
    end if;
    return new;
  end if;

  -- The users of a removed project are as good as gone.
  if new.removed_at is not null
    and exists (select from projects p where p.id = new.project_id and p.removed_at is not null) then
    new.removal_transaction := pg_current_xact_id();
    return new;
  end if;

  if old.removal_transaction is null or new.removal_transaction is null then
    if new.removed_at is not null then
      raise exception 'an environment is removed only after its removal has begun'
        using errcode = '23514', constraint = 'environments__removal', table = 'environments';
    end if;
    new.removal_checked_to := null;
    if new.removal_transaction is null then
      new.removal_alive_at := null;
    else
      new.removal_transaction := pg_current_xact_id();
    end if;
    return new;
  end if;

  new.removal_transaction := case when new.removed_at is null then old.removal_transaction else pg_current_xact_id() end;
  checked_from := coalesce(old.removal_checked_to, lowest);
  checked_to := case when new.removed_at is null then coalesce(new.removal_checked_to, lowest) else highest end;
  if checked_to > checked_from or new.removed_at is not null then
    -- Whoever relied on it before that committed is seen by every transaction that sees it begun, whatever its isolation level;
    -- the one that began it may look at the past.
    if old.removal_transaction = pg_current_xact_id() then
      raise exception 'an environment is removed in another transaction than the one that began it'
        using errcode = '23514', constraint = 'environments__removal', table = 'environments';
    end if;
    -- Two walks along an index, one for each side, however wrong the planner is about how many there are.
    if exists (
      select m.user_id from user_environments m
      where m.project_id = old.project_id and m.environment_id = old.id and m.user_id between checked_from and checked_to
      except
      select o.user_id from user_environments o
      where o.project_id = old.project_id and o.user_id between checked_from and checked_to
        and o.environment_id = any (array(
          select e.id from environments e where e.project_id = old.project_id and e.removal_transaction is null
        ))
    ) then
      raise exception 'a user must have at least one environment'
        using errcode = '23514', constraint = 'users__at_least_one_environment', table = 'users';
    end if;
  end if;
  return new;
end $$;

create trigger environments__removal
  before insert or update of removal_transaction, removal_alive_at, removal_checked_to, removed_at on environments
  for each row execute function guard_removal_of_environment();

-- Its environments were removed on the strength of it.
create function refuse_return_of_project() returns trigger language plpgsql as $$
begin
  if old.removed_at is not null and new.removed_at is null then
    raise exception 'a removed project cannot come back'
      using errcode = '23514', constraint = 'projects__removal', table = 'projects';
  end if;
  return new;
end $$;

create trigger projects__removal before update of removed_at on projects
  for each row execute function refuse_return_of_project();

-- What is looked up is ours, whatever a session has on its path: no temporary table may stand in for it.
do $$
declare
  name text;
begin
  foreach name in array array['require_environment_of_new_user', 'require_environment_of_user_left',
    'guard_removal_of_environment', 'refuse_return_of_project'] loop
    execute format('alter function %I() set search_path = %I, pg_temp', name, current_schema());
  end loop;
end $$;
