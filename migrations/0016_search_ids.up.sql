-- Ids on channels are found from their start alone. In the searched text each stands on a line of its own behind this mark, in capital
-- letters, which nothing else has there. An index needs no more of it than some of its beginnings: one of them is nearly always enough
-- to tell an id from all others, whatever its length.
create or replace function search_grams(project_id uuid, searched text) returns integer[]
  language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  mark_of_id constant text := U&'\0531';
  salt bigint := uuid_hash_extended(project_id, 0);
  grams integer[] := '{}';
  letter text;
  before text := E'\n';
  before_that text := E'\n';
  beginning text;
begin
  -- A loop: the same as one query over generate_series takes six times as long, at every insert.
  foreach letter in array string_to_array(searched, null) loop
    if letter = mark_of_id then
      beginning := mark_of_id;
    elsif letter = E'\n' then
      beginning := null;
    elsif beginning is not null then
      beginning := beginning || letter;
      if length(beginning) - 1 in (1, 2, 3, 4, 6, 8, 12, 16) then
        grams := grams || (hashtextextended(beginning, salt) & 2147483647)::integer;
      end if;
    else
      grams := grams || (hashtextextended(letter, salt) & 2147483647)::integer;
      -- No part of a term reaches over the end of a line.
      if before <> E'\n' then
        grams := grams || (hashtextextended(before || letter, salt) & 2147483647)::integer;
        if before_that <> E'\n' then
          grams := grams || (hashtextextended(before_that || before || letter, salt) & 2147483647)::integer;
        end if;
      end if;
    end if;
    before_that := before;
    before := letter;
  end loop;
  return grams;
end $$;

-- Of the start of an id the longest beginning that is indexed.
create or replace function search_grams_of_part(project_id uuid, part text) returns integer[]
  language sql immutable strict parallel safe
return (
  select array_agg((hashtextextended(gram, uuid_hash_extended(project_id, 0)) & 2147483647)::integer)
  from (
    select substr(part, i, 3) as gram
      from generate_series(1, greatest(char_length(part) - 2, 1)) as i
      where not starts_with(part, U&'\0531')
    union all
    select left(part, 1 + max(i)) from unnest(array[1, 2, 3, 4, 6, 8, 12, 16]) as i
      where starts_with(part, U&'\0531') and i < char_length(part)
      having max(i) is not null
  ) as grams
);

-- How far the users of before are written anew, each as today's code makes the columns that search, order and uniqueness compare.
create table user_rewrites (
  -- Counts up whenever the code makes other columns of the same user.
  version smallint not null,
  -- The last user who was looked at.
  last_project_id uuid,
  last_user_id uuid,
  finished_at timestamptz(3),
  constraint user_rewrites__pkey primary key (version)
);
insert into user_rewrites (version) values (1);
grant select, update on user_rewrites to users_management_server;
