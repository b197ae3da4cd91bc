drop table access_key_environments;
drop table access_keys;
drop type role;
