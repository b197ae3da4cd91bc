-- What createUser was asked under a caller's key, for 24 hours: hashes and ids, no personal data.
create table idempotency_keys (
  project_id uuid not null,
  -- Of who asked and the key they gave.
  key_hash bytea not null,
  -- Of what they asked, keyed with the key itself, which is not here: nobody can try out phone numbers against it.
  input_hash bytea not null,
  -- Null once the user was deleted: a late repeat must not bring a deleted person back.
  user_id uuid,
  created_at timestamptz(3) not null default now(),
  constraint idempotency_keys__pkey primary key (project_id, key_hash),
  constraint idempotency_keys__project foreign key (project_id) references projects (id) on delete cascade,
  constraint idempotency_keys__user foreign key (project_id, user_id)
    references users (project_id, id) on delete set null (user_id)
);
create index idempotency_keys__user on idempotency_keys (project_id, user_id);
create index idempotency_keys__oldest on idempotency_keys (created_at);

grant select, insert, update, delete on idempotency_keys to users_management_server;
