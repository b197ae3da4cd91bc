drop table seen_users;
drop table sightings;

drop index user_environments__expiring;
alter table user_environments drop constraint user_environments__pkey;
alter table user_environments add constraint user_environments__pkey primary key (project_id, environment_id, user_id);
-- An expired membership lets its user in again: it cannot be deleted, because it may be the user's only one.
alter table user_environments drop column expires_at;
