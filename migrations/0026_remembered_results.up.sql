-- What became of each row of a createUsers request: outcomes, ids, codes and fixed texts, no personal data.
alter table idempotency_keys add column results text;
