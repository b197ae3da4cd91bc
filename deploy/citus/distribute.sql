-- Divides a migrated, empty database over a Citus cluster by project. Run it once on the coordinator, as the owner of the tables:
--
--   psql "$DATABASE_OWNER_URL" -f deploy/citus/distribute.sql
--
-- All rows of a project are on one node. Projects, environments, keys and members are few, and callers are looked up in them: they are on
-- every node. Every statement of the service names one project, and so is one task on one node; a test holds that
-- (test/database/divided-tables.test.ts). The few that look for a project first are listed there: one look into an index of every node.
--
-- WHAT WAS TRIED. On Citus 13.2, with the tables of the first version of the service (users, user_environments, channel_identities,
-- idempotency_keys and audit_events divided): the rule that a user has at least one environment held over two nodes, at READ COMMITTED
-- and at REPEATABLE READ. It took three things besides this script:
--   * citus.enable_unsafe_triggers = on, on every node: the rule is held by triggers.
--   * no plan_cache_mode = force_generic_plan, which the service sets for its shared connections: a statement must be planned with its
--     project, or Citus does not know the node.
--   * a role with LOGIN that the nodes accept from each other (pg_hba.conf, pg_dist_authinfo): the service logs in as
--     users_management_server_<oid of the database>, made at its first start.
--
-- WHAT WAS NOT. This version's tables and statements were never run on Citus, and nothing on PgDog. From Citus's source (main, May 2026):
--   * No key is in the way any more: each begins with project_id, and none is set to null by a deletion.
--   * The triggers of environments and projects, which are on every node, run on every node. That of environments reads divided tables and
--     compares ids of transactions, which differ from node to node: removing an environment must be tried before anything relies on it.
--   * Statements that insert inside WITH (new users with their environments, sightings) are allowed, but are planned part by part and
--     pass their rows through the coordinator. New users are slower than one task would be.
--   * Advisory locks (the door of an environment, idempotency keys, jobs) hold on the node that the service is connected to: connect
--     all processes to the coordinator.
--   * Migrations add foreign keys, triggers and enum values that Citus hands on to its nodes in part only. Try each upgrade on a copy.

set citus.enable_unsafe_triggers to on;
-- A shard is moved as a whole, and a project is in one shard: many shards, so that big projects can be moved apart.
set citus.shard_count to 128;

select create_reference_table('projects');
select create_reference_table('environments');
select create_reference_table('access_keys');
select create_reference_table('access_key_environments');
select create_reference_table('project_members');
select create_reference_table('user_rewrites');

select create_distributed_table('users', 'project_id', colocate_with => 'none');
select create_distributed_table('user_environments', 'project_id', colocate_with => 'users');
select create_distributed_table('channel_identities', 'project_id', colocate_with => 'users');
select create_distributed_table('sightings', 'project_id', colocate_with => 'users');
select create_distributed_table('seen_users', 'project_id', colocate_with => 'users');
select create_distributed_table('invitations', 'project_id', colocate_with => 'users');
select create_distributed_table('access_requests', 'project_id', colocate_with => 'users');
select create_distributed_table('blocked_senders', 'project_id', colocate_with => 'users');
select create_distributed_table('idempotency_keys', 'project_id', colocate_with => 'users');
select create_distributed_table('audit_events', 'project_id', colocate_with => 'users');
