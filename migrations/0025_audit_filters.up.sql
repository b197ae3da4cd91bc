-- By what was done, and by who did it. Without these a page of what is rare would read the whole trail: a second for a million events.
create index audit_events__of_action on audit_events (project_id, action, created_at desc, id desc);
-- What nobody with an id did is never asked for so.
create index audit_events__of_actor on audit_events (project_id, actor_id, action, created_at desc, id desc)
  where actor_id is not null;
