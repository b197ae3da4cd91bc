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

do $$
begin
  execute format('alter function require_environment_of_user_left() set search_path = %I, pg_temp', current_schema());
end $$;
