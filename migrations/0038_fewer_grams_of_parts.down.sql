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
