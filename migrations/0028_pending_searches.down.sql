alter index users__search_grams set (fastupdate = off);
alter index users__search_grams reset (gin_pending_list_limit);
