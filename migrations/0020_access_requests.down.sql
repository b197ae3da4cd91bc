drop table access_requests;
drop type access_request_status;
drop type denial_reason;
alter table projects drop column keeps_denied_attempts;

-- APPROVAL lets nobody in by themselves, and neither does CLOSED.
alter type self_registration_mode rename to self_registration_mode_with_approval;
create type self_registration_mode as enum ('OPEN', 'CLOSED');
alter table environments alter column self_registration type self_registration_mode
  using (case self_registration when 'OPEN' then 'OPEN' else 'CLOSED' end)::self_registration_mode;
drop type self_registration_mode_with_approval;

-- Values cannot be taken from an enum, and the trail must not name what can no longer happen.
delete from audit_events where action in ('ACCESS_REQUEST_APPROVED', 'ACCESS_REQUEST_DISMISSED');
alter type audit_action rename to audit_action_with_requests;
create type audit_action as enum (
  'USER_CREATED', 'USER_SELF_REGISTERED', 'USER_UPDATED', 'USER_DELETED',
  'ENVIRONMENT_CREATED', 'ENVIRONMENT_UPDATED', 'ENVIRONMENT_DELETED',
  'ACCESS_KEY_CREATED', 'ACCESS_KEY_REVOKED',
  'PROJECT_CREATED', 'PROJECT_UPDATED', 'PROJECT_DELETED',
  'PROJECT_MEMBER_ADDED', 'PROJECT_MEMBER_UPDATED', 'PROJECT_MEMBER_REMOVED',
  'CHANNEL_IDENTITY_LINKED', 'CHANNEL_IDENTITY_UNLINKED', 'USERS_MERGED', 'SENDER_REPLACED'
);
alter table audit_events alter column action type audit_action using action::text::audit_action;
drop type audit_action_with_requests;
