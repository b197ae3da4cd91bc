-- People without a name have other keys now, by which they come last: everybody is written anew, whatever was done of the time before.
update user_rewrites set finished_at = now() where finished_at is null;
insert into user_rewrites (version) values (2);
