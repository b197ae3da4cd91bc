-- The week of a moment, counted from 1970, as an array: the search index knows it of everybody beside the grams, so a search can look
-- among the newest alone.
create function search_week(moment timestamptz) returns integer[]
  language sql immutable strict parallel safe
return array[extract(day from moment - timestamptz '1970-01-01 00:00:00+00')::integer / 7];

-- Of more users the index is built afterwards, beside whoever writes (renewSearchIndex).
do $$
begin
  if not exists (select from users offset 10000) then
    create index users__search on users using gin (search_grams(project_id, search_text), search_week(created_at))
      with (fastupdate = on, gin_pending_list_limit = 256);
    drop index users__search_grams;
  end if;
end $$;
