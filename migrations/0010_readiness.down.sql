revoke select on kysely_migration from users_management_server;
