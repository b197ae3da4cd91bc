-- Room on each page for some of its users as they are changed: a new version beside the old one costs no entry in any index, where
-- each would otherwise be written to all of them, the search's sixty times. That is what the purge of a removed environment does to
-- all of its users.
alter table users set (fillfactor = 85);
