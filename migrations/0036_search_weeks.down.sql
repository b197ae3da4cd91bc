create index if not exists users__search_grams on users using gin (search_grams(project_id, search_text))
  with (fastupdate = on, gin_pending_list_limit = 256);
drop index if exists users__search;
drop function search_week(timestamptz);
