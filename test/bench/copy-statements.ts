import { NAMELESS } from '../../src/database/user-order.ts';
import { identityStart } from '../../src/domain/values/search-text.ts';

// By which makePeople scatters numbers and ids.
const STEP = 61_803_397;

/** The users of a project ($1) with all that is theirs, a row each. */
export const ORIGINALS = `create unlogged table seeding.originals as
  select row_number() over (order by u.id) - 1 as place, u.*, m.environment_ids, i.id as identity_id, i.channel, i.external_id, i.linked_by,
    a.id as event_id, a.action, a.actor_id, a.actor_name,
    -- How far the ids of one copy lie before those of the one before, in milliseconds.
    extract(epoch from max(uuid_extract_timestamp(greatest(u.id, i.id, a.id))) over ()
      - min(uuid_extract_timestamp(least(u.id, i.id, a.id))) over ()) * 1000 + 1 as span
  from users u
  join (select user_id, array_agg(environment_id) as environment_ids from user_environments where project_id = $1 group by 1) m
    on m.user_id = u.id
  left join channel_identities i on i.project_id = $1 and i.user_id = u.id
  join audit_events a on a.project_id = $1 and a.subject_id = u.id
  where u.project_id = $1`;

/** What makePeople makes of the place of a person, backwards and forwards. */
export function functions(): string {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
  const places = [5, 4, 3, 2, 1, 0];
  const from36 = places.map(
    (power, at) => `(strpos('${digits}', substr(lpad(n, 6, '0'), ${at + 1}, 1)) - 1)::bigint * ${36 ** power}`,
  );
  const to36 = places.map((power) => `substr('${digits}', (n / ${36 ** power} % 36)::integer + 1, 1)`);
  const signs = '.:0123456789';
  const define = (signature: string, type: string, body: string) =>
    `create function seeding.${signature} returns ${type} language sql immutable return ${body};`;
  return [
    define('from36(n text)', 'bigint', from36.join(' + ')),
    define('to36(n bigint)', 'text', to36.join(' || ')),
    define(
      'on_by(place bigint, by bigint, range bigint)',
      'bigint',
      `(place + by % range * (${STEP} % range) % range) % range`,
    ),
    define(
      'before(id uuid, milliseconds bigint)',
      'uuid',
      `(lpad(to_hex(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint - milliseconds), 12, '0') || substr(id::text, 15))::uuid`,
    ),
    // Of the id on a channel, the part that only one person has.
    define(
      'own_part(channel channel, external_id text)',
      'text',
      `case channel when 'SLACK' then right(external_id, 6) when 'WHATSAPP' then right(external_id, 14) else external_id end`,
    ),
    define(
      'later_id(channel channel, own text, by bigint)',
      'text',
      `case channel when 'SLACK' then upper(seeding.to36(seeding.on_by(seeding.from36(lower(own)), by, ${36 ** 6})))
         when 'WHATSAPP' then (${10 ** 13} + seeding.on_by(own::bigint - ${10 ** 13}, by, ${9 * 10 ** 13}))::text
         else (100000000 + seeding.on_by(own::bigint - 100000000, by, 9000000000))::text end`,
    ),
    define(
      'searched(id text)',
      'text',
      `translate(upper(id), '${signs}', '${[...signs].map((sign) => identityStart(sign)?.slice(1)).join('')}')`,
    ),
  ].join('\n');
}

/**
 * One copy ($1) of the originals from one place ($2) to before another ($3), of so many ($4). The numbers of two copies lie $5 places apart.
 */
export const COPY = `with varied as (
    select o.*, seeding.own_part(channel, external_id) as own,
      seeding.later_id(channel, seeding.own_part(channel, external_id), $1::bigint * $4::bigint) as other,
      lpad(seeding.on_by(right(phone_number, 6)::bigint, $1::bigint * $5::bigint, 1000000)::text, 6, '0') as six,
      '.' || ltrim(seeding.to36(seeding.from36(substring(email from '([0-9a-z]+)@')) + $1::bigint * $4::bigint), '0') || '@' as number,
      seeding.before(id, ($1 * span)::bigint) as other_id,
      now() - (interval '730 days' * (1 - sqrt(random()))) as moment
    from seeding.originals o where place >= $2 and place < $3
  ), made as (
    select *, left(phone_number, -6) || six as other_phone, regexp_replace(email, '\\.[0-9a-z]+@', number) as other_email,
      left(external_id, -length(own)) || other as other_external_id
    from varied
  ), people as (
    insert into users (project_id, id, phone_number, phone_key, email, email_key, first_name, middle_name, last_name, search_text, name_key,
      creation_source, created_at, updated_at)
    select project_id, other_id, other_phone, left(phone_key, -6) || six, other_email, regexp_replace(email_key, '\\.[0-9a-z]+@', number),
      first_name, middle_name, last_name,
      regexp_replace(
        replace(
          case when email is null then search_text else replace(search_text, email, other_email) end,
          coalesce(seeding.searched(own), '?'), coalesce(seeding.searched(other), '?')),
        '(\\n\\n [0-9]*)[0-9]{6}', '\\1' || coalesce(six, ''), 'g'),
      case when coalesce(first_name, middle_name, last_name) is null
        then '${NAMELESS}' || lower(coalesce(other_phone, other_external_id)) else name_key end,
      creation_source, moment, moment
    from made order by place
  ), memberships as (
    insert into user_environments (project_id, user_id, environment_id)
    select project_id, other_id, unnest(environment_ids) from made order by place
  ), identities as (
    insert into channel_identities (project_id, user_id, channel, external_id, created_at, id, linked_by)
    select project_id, other_id, channel, other_external_id, moment, seeding.before(identity_id, ($1 * span)::bigint), linked_by
    from made where identity_id is not null order by place
  )
  insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id)
  select project_id, seeding.before(event_id, ($1 * span)::bigint), action, actor_id, actor_name, other_id from made order by place`;
