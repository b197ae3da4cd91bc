-- Whoever loses memberships is written so that writers who do not see each other collide. A user whom the transaction has written
-- already collides as it is: once more, in a page without room, it would be written to every index, sixty times to the search's.
create or replace function require_environment_of_user_left() returns trigger language plpgsql as $$
declare
  is_written boolean;
begin
  -- Of a removed environment, what is left of a membership is no loss; but whoever removed it may have taken the membership before.
  perform from environments e
    where e.project_id = old.project_id and e.id = old.environment_id
      and e.removed_at is not null and e.removal_transaction <> pg_current_xact_id();
  if found then
    return null;
  end if;
  -- What a savepoint of it wrote does not count: it may have been given up. A number of a transaction comes again after four thousand
  -- million others, but not at the same time.
  select u.xmin = pg_current_xact_id()::xid and u.updated_at = now()::timestamptz(3) into is_written from users u
    where u.project_id = old.project_id and u.id = old.user_id;
  if not found then
    return null;
  end if;
  if not is_written then
    -- Looking alone does not hold the rule.
    update users u set memberships_lost = memberships_lost + 1
      where u.project_id = old.project_id and u.id = old.user_id;
    if not found then
      return null;
    end if;
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

do $$
begin
  execute format('alter function require_environment_of_user_left() set search_path = %I, pg_temp', current_schema());
end $$;
