-- By which grams a part of a search is looked for. Each gram is a list that is read from its first entry to its last, in a large project of
-- a million entries: of more than eight letters every third gram says as much as all of them, and of an address what stands before its @,
-- since thousands share the rest. Searches compare the text itself afterwards.
create or replace function search_grams_of_part(project_id uuid, part text) returns integer[]
  language sql immutable strict parallel safe
return (
  with told as (
    select case when strpos(part, '@') > 8 then left(part, strpos(part, '@')) else part end as letters
  )
  select array_agg((hashtextextended(gram, uuid_hash_extended(project_id, 0)) & 2147483647)::integer)
  from (
    -- From its end: the last digits of a number tell more than its country code.
    select substr(letters, i, 3) as gram
      from told, generate_series(greatest(char_length(letters) - 2, 1), 1, case when char_length(letters) > 8 then -3 else -1 end) as i
      where not starts_with(part, U&'\0531')
    union all
    -- Of the start of an id the longest beginning that is indexed.
    select left(part, 1 + max(i)) from unnest(array[1, 2, 3, 4, 6, 8, 12, 16]) as i
      where starts_with(part, U&'\0531') and i < char_length(part)
      having max(i) is not null
  ) as grams
);
