-- WhatsApp may tell a new id before the new number that it comes with: until then, since_phone is null. Such an id speaks against
-- another one as if it were true, and becomes true with the number, which makes false of the others.
alter table channel_identities alter column since_phone drop not null;
