alter table audit_events alter column project_id drop not null;
update audit_events set project_id = null where project_id = '00000000-0000-0000-0000-000000000000';

drop index idempotency_keys__of_project;

update access_requests r set user_id = null
  where user_id is not null and not exists (select from users u where u.project_id = r.project_id and u.id = r.user_id);
alter table access_requests add constraint access_requests__user foreign key (project_id, user_id)
  references users (project_id, id) on delete set null (user_id);

update idempotency_keys k set user_id = null
  where user_id is not null and not exists (select from users u where u.project_id = k.project_id and u.id = k.user_id);
create index idempotency_keys__user on idempotency_keys (project_id, user_id);
alter table idempotency_keys add constraint idempotency_keys__user foreign key (project_id, user_id)
  references users (project_id, id) on delete set null (user_id);
