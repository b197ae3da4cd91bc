create index users__newest on users (project_id, created_at desc, id desc);
drop index users__newest_search;
drop index users__search_grams;
drop function search_grams_of_part(uuid, text);
drop function search_grams(uuid, text);
