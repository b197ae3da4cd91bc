-- Without its results, a repeated createUsers would be taken for a createUser whose user was deleted.
delete from idempotency_keys where results is not null;
alter table idempotency_keys drop column results;
