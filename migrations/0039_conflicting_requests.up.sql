-- A sender in conflict has a request of their own beside those of the people whose phone number and id they came with: it has exactly what
-- they gave, and is found by all of it together. All others are still found by the phone number alone, or the id.
drop index access_requests__phone, access_requests__identity;
create unique index access_requests__phone on access_requests
  (project_id, environment_id, phone_key, (case when reason = 'IDENTITY_CONFLICT' then id end)) nulls not distinct
  where phone_key is not null;
create unique index access_requests__identity on access_requests
  (project_id, environment_id, channel, external_id, (case when reason = 'IDENTITY_CONFLICT' then id end)) nulls not distinct
  where external_id is not null;
create unique index access_requests__conflict on access_requests
  (project_id, environment_id, channel, external_id, phone_key, email_key) nulls not distinct
  where reason = 'IDENTITY_CONFLICT' and external_id is not null;
