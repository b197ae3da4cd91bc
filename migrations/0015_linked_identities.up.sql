-- On what grounds an id on a channel is somebody's: what was linked by an attribute goes with the attribute.
create type link_origin as enum ('PHONE_NUMBER', 'EMAIL', 'REGISTRATION', 'INVITATION', 'OWNER');

-- The default serves a server of the version before, which may still be running.
alter table channel_identities
  add column id uuid not null default gen_random_uuid(),
  add column linked_by link_origin not null default 'REGISTRATION';

-- An invited user was always found by the number, and WhatsApp told its number beside its id.
update channel_identities c set linked_by = 'PHONE_NUMBER'
  from users u
  where u.project_id = c.project_id and u.id = c.user_id
    and (u.creation_source = 'INVITED' or (c.channel = 'WHATSAPP' and u.phone_number is not null));

alter table channel_identities add constraint channel_identities__of_project unique (project_id, id);
-- A workspace key names an identity by its id alone.
create index channel_identities__id on channel_identities (id);

-- Whether it was linked with or since the phone number that the user has now. WhatsApp gives a new id with a new number alone, so such
-- an id speaks against another one that comes with the same number. It is not told from times: a transaction that waited for another
-- one may have begun before it.
alter table channel_identities add column since_phone boolean not null default true;

-- What else an event concerns, by its id: the identity that was linked, the user who was merged.
alter table audit_events add column related_id uuid;
alter type audit_action add value 'CHANNEL_IDENTITY_LINKED';
alter type audit_action add value 'CHANNEL_IDENTITY_UNLINKED';
alter type audit_action add value 'USERS_MERGED';
alter type audit_action add value 'SENDER_REPLACED';
