-- Values cannot be taken from an enum, and the trail must not name what can no longer happen.
delete from audit_events where action in ('USERS_EXPORTED', 'USER_EXPORTED');
alter type audit_action rename to audit_action_with_exports;
create type audit_action as enum (
  'USER_CREATED', 'USER_SELF_REGISTERED', 'USER_UPDATED', 'USER_DELETED',
  'ENVIRONMENT_CREATED', 'ENVIRONMENT_UPDATED', 'ENVIRONMENT_DELETED',
  'ACCESS_KEY_CREATED', 'ACCESS_KEY_REVOKED',
  'PROJECT_CREATED', 'PROJECT_UPDATED', 'PROJECT_DELETED',
  'PROJECT_MEMBER_ADDED', 'PROJECT_MEMBER_UPDATED', 'PROJECT_MEMBER_REMOVED',
  'CHANNEL_IDENTITY_LINKED', 'CHANNEL_IDENTITY_UNLINKED', 'USERS_MERGED', 'SENDER_REPLACED',
  'ACCESS_REQUEST_APPROVED', 'ACCESS_REQUEST_DISMISSED',
  'SENDER_BLOCKED', 'SENDER_UNBLOCKED',
  'INVITATION_CREATED', 'INVITATION_REVOKED', 'INVITATION_REDEEMED'
);
alter table audit_events alter column action type audit_action using action::text::audit_action;
drop type audit_action_with_exports;
