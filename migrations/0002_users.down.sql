drop table channel_identities;
drop table user_environments;
drop table users;
drop function refuse_truncate();
drop function require_environment_of_user_left();
drop function require_environment_of_new_user();
drop type channel;
drop type creation_source;
