-- A function looks its tables up where it stands, whatever the session's search_path. A temporary table would otherwise hide one of
-- ours: with an empty users, or a user_environments of its own making, a session passed the at-least-one rule by.
do $$
declare
  rule record;
begin
  for rule in
    select p.oid::regprocedure as name, n.nspname as home from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.oid in (
      'require_environment_of_new_user()'::regprocedure,
      'require_environment_of_user_left()'::regprocedure,
      'refuse_truncate()'::regprocedure
    )
  loop
    execute format('alter function %s set search_path = %I, pg_temp', rule.name, rule.home);
  end loop;
end $$;

-- It calls what PostgreSQL brings and nothing else. (search_grams_of_part is bound to that since its creation.)
alter function search_grams(uuid, text) set search_path = pg_catalog, pg_temp;
