-- A search walks the newest users by an index alone, if a vacuum has noted that everybody may see them. By default that would
-- wait until a fifth of the table is new: thousands of newcomers later each step of the walk would look into the table.
alter table users set (autovacuum_vacuum_insert_threshold = 2500, autovacuum_vacuum_insert_scale_factor = 0);
