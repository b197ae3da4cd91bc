update channel_identities set since_phone = true where since_phone is null;
alter table channel_identities alter column since_phone set not null;
