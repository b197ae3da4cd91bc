alter table projects
  add column telegram_bot text collate "C",
  add column whats_app_number text;

-- Codes that bind an account on a channel to a user. Of a code only its hash is here.
create table invitations (
  project_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  -- Null: any channel.
  channel channel,
  code_hash bytea not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  redeemed_at timestamptz(3),
  revoked_at timestamptz(3),
  constraint invitations__pkey primary key (project_id, id),
  constraint invitations__user foreign key (project_id, user_id)
    references users (project_id, id) on delete cascade,
  constraint invitations__code_hash_is_sha256 check (octet_length(code_hash) = 32),
  constraint invitations__ends_once check (num_nonnulls(redeemed_at, revoked_at) <= 1)
);
create unique index invitations__code on invitations (project_id, code_hash);
create index invitations__of_user on invitations (project_id, user_id, created_at desc, id desc);
-- A workspace key names an invitation by its id alone.
create index invitations__id on invitations (id);

grant select, insert, update, delete on invitations to users_management_server;

alter type audit_action add value 'INVITATION_CREATED';
alter type audit_action add value 'INVITATION_REVOKED';
alter type audit_action add value 'INVITATION_REDEEMED';
