-- There was one request with a phone number, or an id: those of senders in conflict that stand beside others go.
delete from access_requests r where reason = 'IDENTITY_CONFLICT' and exists (
  select from access_requests other
  where other.project_id = r.project_id and other.environment_id = r.environment_id and other.id <> r.id
    and (other.phone_key = r.phone_key or (other.channel = r.channel and other.external_id = r.external_id))
);
drop index access_requests__conflict, access_requests__phone, access_requests__identity;
create unique index access_requests__phone on access_requests (project_id, environment_id, phone_key)
  where phone_key is not null;
create unique index access_requests__identity on access_requests (project_id, environment_id, channel, external_id)
  where external_id is not null;
