-- What a search may begin follows a space in the searched text now, and a number stands there without its country code too: everybody is
-- written anew, whatever was done of the time before.
update user_rewrites set finished_at = now() where finished_at is null;
insert into user_rewrites (version) values (3);
