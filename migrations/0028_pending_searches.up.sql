-- New rows wait in a short list, from which some two hundred go to the index together: each of their seventy grams is looked for once
-- for all of them. A search walks through the list, which takes a tenth as long as the rest of it; with a longer list it would show.
alter index users__search_grams set (fastupdate = on, gin_pending_list_limit = 256);
