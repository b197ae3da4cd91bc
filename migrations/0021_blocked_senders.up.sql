-- Who is kept out, by phone number or by id on a channel: one row for each. It outlasts the user.
create table blocked_senders (
  project_id uuid not null,
  id uuid not null,
  phone_number text,
  phone_key text collate "C",
  channel channel,
  external_id text collate "C",
  search_text text collate "C" not null,
  note text,
  blocked_by text not null,
  created_at timestamptz(3) not null default now(),
  constraint blocked_senders__pkey primary key (project_id, id),
  constraint blocked_senders__project foreign key (project_id) references projects (id) on delete cascade,
  constraint blocked_senders__phone_has_key check ((phone_number is null) = (phone_key is null)),
  constraint blocked_senders__identity_has_channel check ((channel is null) = (external_id is null)),
  constraint blocked_senders__is_one_thing check (num_nonnulls(phone_key, external_id) = 1),
  constraint blocked_senders__note_length check (char_length(note) between 1 and 500)
);
create unique index blocked_senders__phone on blocked_senders (project_id, phone_key) where phone_key is not null;
create unique index blocked_senders__identity on blocked_senders (project_id, channel, external_id)
  where external_id is not null;
create index blocked_senders__newest on blocked_senders (project_id, created_at desc, id desc);
-- A workspace key names a block by its id alone.
create index blocked_senders__id on blocked_senders (id);

grant select, insert, update, delete on blocked_senders to users_management_server;

alter type audit_action add value 'SENDER_BLOCKED';
alter type audit_action add value 'SENDER_UNBLOCKED';
