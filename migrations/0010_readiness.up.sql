-- The server tells whether the schema is the one it was written for.
grant select on kysely_migration to users_management_server;
