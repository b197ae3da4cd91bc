drop index audit_events__of_actor;
drop index audit_events__of_action;
