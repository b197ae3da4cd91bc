drop table environments;
drop table projects;
drop type self_registration_mode;
drop type environment_type;
