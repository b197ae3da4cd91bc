-- The server knows each WhatsApp id in one writing: 123:45@lid, with the device, is 123@lid, and us.1349 is US.1349. Of
-- several rows that now say the same the first stays the person's; the others are never asked for again.
with written as (
  select project_id, external_id, created_at, coalesce(lid[1] || '@lid', upper(scoped[1]) || scoped[2]) as present
  from channel_identities,
    regexp_match(external_id, '^(\d+)(?:[._]\d+)?(?::\d+)?@(?:hosted\.)?lid$', 'i') as lid,
    regexp_match(external_id, '^([a-z]{2}\.(?:ent\.)?)([a-z0-9]+)$', 'i') as scoped
  where channel = 'WHATSAPP' and (lid is not null or scoped is not null)
),
firsts as (
  select distinct on (project_id, present) project_id, external_id, present
  from written order by project_id, present, external_id <> present, created_at, external_id
)
update channel_identities i set external_id = f.present
  from firsts f
  where i.project_id = f.project_id and i.channel = 'WHATSAPP' and i.external_id = f.external_id
    and i.external_id <> f.present;
