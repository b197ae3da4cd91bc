drop table audit_events;
drop type audit_action;
