-- What a person whom the identity provider knows, by its subject, may do in a project.
create table project_members (
  project_id uuid not null,
  id uuid not null,
  subject text collate "C" not null,
  name text not null,
  role role not null,
  created_at timestamptz(3) not null default now(),
  constraint project_members__pkey primary key (project_id, id),
  constraint project_members__project foreign key (project_id) references projects (id) on delete cascade,
  constraint project_members__subject unique (project_id, subject),
  constraint project_members__subject_length check (octet_length(subject) between 1 and 255),
  constraint project_members__is_a_person check (role <> 'GATEWAY')
);
-- A sign-in names the subject alone, a workspace key the member alone.
create index project_members__by_subject on project_members (subject);
create index project_members__id on project_members (id);
grant select, insert, update, delete on project_members to users_management_server;

alter type audit_action add value 'PROJECT_MEMBER_ADDED';
alter type audit_action add value 'PROJECT_MEMBER_UPDATED';
alter type audit_action add value 'PROJECT_MEMBER_REMOVED';
