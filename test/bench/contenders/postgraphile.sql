-- What PostGraphile offers as fields beside the tables: the best SQL known, as functions.
create schema if not exists bench;

drop type if exists bench.access_decision cascade;
create type bench.access_decision as (allowed boolean, reason text, self_registration public.self_registration_mode);

create or replace function bench.check_access(project_id uuid, environment_id uuid, channel public.channel, phone_key text)
  returns bench.access_decision language sql stable as $$
  select (p.id is not null and m.user_id is not null,
    case when p.id is null then 'UNKNOWN_SENDER' when m.user_id is null then 'NOT_IN_ENVIRONMENT' else 'ALLOWED' end,
    e.self_registration)::bench.access_decision
  from public.environments e
  left join public.users p on p.project_id = e.project_id and p.phone_key = $4
  left join public.user_environments m
    on m.project_id = e.project_id and m.environment_id = e.id and m.user_id = p.id
  where e.project_id = $1 and e.id = $2
$$;

create or replace function bench.search_users(project_id uuid, parts text[]) returns setof public.users
  language plpgsql stable rows 21 as $$
declare
  likes text := (select string_agg('(' || (
    select string_agg(format('search_text like %L', '%' || text || '%'), ' or ') from string_to_table(part, E'\n') text) || ')', ' and ')
    from unnest(parts) part);
  grams text := (select string_agg('(' || (
    select string_agg(format('search_grams(project_id, search_text) @> search_grams_of_part(%L, %L)', $1, text), ' or ')
    from string_to_table(part, E'\n') text) || ')', ' and ') from unnest(parts) part);
  walked integer;
begin
  return query execute format('select u.* from (
      select id, created_at, search_text from public.users where project_id = %L order by created_at desc, id desc limit 5000) w
    join public.users u on u.project_id = %1$L and u.id = w.id where %s
    order by w.created_at desc, w.id desc limit 21', $1, replace(likes, 'search_text', 'w.search_text'));
  get diagnostics walked = row_count;
  if walked = 21 then return; end if;
  return query execute format('with found as materialized (
      select id, created_at from public.users where project_id = %L and %s and %s)
    select u.* from found join public.users u on u.project_id = %1$L and u.id = found.id
    order by found.created_at desc, found.id desc offset %4$s limit 21', $1, grams, likes, walked);
end $$;

create or replace function bench.count_users(project_id uuid, parts text[], up_to integer) returns integer
  language plpgsql stable as $$
declare
  likes text := (select string_agg('(' || (
    select string_agg(format('search_text like %L', '%' || text || '%'), ' or ') from string_to_table(part, E'\n') text) || ')', ' and ')
    from unnest(parts) part);
  grams text := (select string_agg('(' || (
    select string_agg(format('search_grams(project_id, search_text) @> search_grams_of_part(%L, %L)', $1, text), ' or ')
    from string_to_table(part, E'\n') text) || ')', ' and ') from unnest(parts) part);
  counted integer;
begin
  execute format('select count(*) from (select from (
      select search_text from public.users where project_id = %L order by created_at desc, id desc limit 5000) w
    where %s limit %s) c', $1, likes, up_to) into counted;
  if counted < up_to then
    execute format('select count(*) from (select from public.users where project_id = %L and %s and %s limit %s) c',
      $1, grams, likes, up_to) into counted;
  end if;
  return counted;
end $$;

drop type if exists bench.newcomer cascade;
create type bench.newcomer as (
  phone_number text, phone_key text, email text, email_key text, first_name text, last_name text, search_text text, name_key text,
  actor_id uuid, actor_name text
);

create or replace function bench.add_user(project_id uuid, newcomer bench.newcomer, environment_ids uuid[]) returns public.users
  language plpgsql volatile as $$
#variable_conflict use_column
declare
  added public.users;
begin
  perform from public.projects p where p.id = $1 for key share;
  if exists (select from public.users u where u.project_id = $1 and u.phone_key = newcomer.phone_key)
    or exists (select from public.users u where u.project_id = $1 and u.email_key = newcomer.email_key) then
    raise exception 'taken';
  end if;
  perform from public.environments e where e.project_id = $1 and e.id = any($3) order by e.id for key share;
  insert into public.users (project_id, id, phone_number, phone_key, email, email_key, first_name, last_name,
    search_text, name_key, creation_source)
  values ($1, uuidv7(), newcomer.phone_number, newcomer.phone_key, newcomer.email, newcomer.email_key, newcomer.first_name,
    newcomer.last_name, newcomer.search_text, newcomer.name_key, 'INVITED')
  returning * into added;
  insert into public.user_environments (project_id, user_id, environment_id) select $1, added.id, e from unnest($3) e;
  insert into public.audit_events (project_id, id, action, actor_id, actor_name, subject_id)
  values ($1, uuidv7(), 'USER_CREATED', newcomer.actor_id, newcomer.actor_name, added.id);
  return added;
end $$;
