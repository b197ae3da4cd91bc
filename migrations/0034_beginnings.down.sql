delete from user_rewrites where version = 3;
