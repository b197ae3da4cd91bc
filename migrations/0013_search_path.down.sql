alter function search_grams(uuid, text) reset search_path;
alter function refuse_truncate() reset search_path;
alter function require_environment_of_user_left() reset search_path;
alter function require_environment_of_new_user() reset search_path;
