-- Every row of these tables belongs to a project, and no key reaches beyond one or changes by itself, so that a database can be divided by
-- project. An id of a deleted user stays: ids are never used twice, and nobody finds a user by it any more.
alter table idempotency_keys drop constraint idempotency_keys__user;
drop index idempotency_keys__user;
alter table access_requests drop constraint access_requests__user;

-- Old keys are deleted project by project.
create index idempotency_keys__of_project on idempotency_keys (project_id, created_at);

-- What was done to the workspace itself is of the project with the nil UUID, which is nobody's. Those are few, and the index finds them.
update audit_events set project_id = '00000000-0000-0000-0000-000000000000' where project_id is null;
alter table audit_events alter column project_id set not null;
