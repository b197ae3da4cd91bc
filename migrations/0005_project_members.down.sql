drop table project_members;

-- Values cannot be taken from an enum, and the trail must not name what can no longer happen.
delete from audit_events where action::text like 'PROJECT_MEMBER_%';
alter type audit_action rename to audit_action_with_members;
create type audit_action as enum (
  'USER_CREATED', 'USER_SELF_REGISTERED', 'USER_UPDATED', 'USER_DELETED',
  'ENVIRONMENT_CREATED', 'ENVIRONMENT_UPDATED', 'ENVIRONMENT_DELETED',
  'ACCESS_KEY_CREATED', 'ACCESS_KEY_REVOKED',
  'PROJECT_CREATED', 'PROJECT_UPDATED', 'PROJECT_DELETED'
);
alter table audit_events alter column action type audit_action using action::text::audit_action;
drop type audit_action_with_members;
