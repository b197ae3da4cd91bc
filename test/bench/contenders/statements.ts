// The best SQL known for each operation. Every contender sends it; they differ in how.

/** Those with a name may be prepared under it. */
export type Statement = { name?: string; text: string; values: unknown[] };
export type Place = { createdAt: string; id: string };

const USER = `u.id, u.phone_number as "phoneNumber", u.email, u.first_name as "firstName", u.middle_name as "middleName",
  u.last_name as "lastName", u.creation_source as "creationSource", u.created_at as "createdAt"`;

export function findKey(id: string): Statement {
  return {
    name: 'find-key',
    text: `select id, project_id as "projectId", name, role, secret_hash as "secretHash" from access_keys
      where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    values: [id],
  };
}

export function lookUpSender(
  projectId: string,
  environmentId: string,
  channel: string,
  externalId: string | null,
  phone: string | null,
): Statement {
  return {
    name: 'look-up-sender',
    text: `select e.self_registration as "selfRegistration", i.user_id as "byIdentity", p.id as "byPhone",
        m.user_id is not null as "isMember"
      from environments e
      left join channel_identities i on i.project_id = e.project_id and i.channel = $3 and i.external_id = $4
      left join users p on p.project_id = e.project_id and p.phone_key = $5
      left join user_environments m on m.project_id = e.project_id and m.environment_id = e.id
        and m.user_id = coalesce(i.user_id, p.id)
      where e.project_id = $1 and e.id = $2`,
    values: [projectId, environmentId, channel, externalId, phone],
  };
}

// Each limit keeps the planner from joining all that an environment has, which it does once the statement is prepared.
export function lookUpSenders(
  projectId: string,
  environmentId: string,
  senders: { channel: string; externalId: string | null; phone: string | null }[],
): Statement {
  const columns = [senders.map((s) => s.channel), senders.map((s) => s.externalId), senders.map((s) => s.phone)];
  return {
    name: 'look-up-senders',
    text: `select e.self_registration as "selfRegistration", i.user_id as "byIdentity", p.id as "byPhone",
        m.user_id is not null as "isMember"
      from environments e
      cross join unnest($3::channel[], $4::text[], $5::text[]) with ordinality as s (channel, external_id, phone, position)
      left join lateral (select i.user_id from channel_identities i
        where i.project_id = $1 and i.channel = s.channel and i.external_id = s.external_id limit 1) as i on true
      left join lateral (select u.id from users u where u.project_id = $1 and u.phone_key = s.phone limit 1) as p on true
      left join lateral (select m.user_id from user_environments m where m.project_id = $1 and m.environment_id = $2
        and m.user_id = coalesce(i.user_id, p.id) limit 1) as m on true
      where e.project_id = $1 and e.id = $2 order by s.position`,
    values: [projectId, environmentId, ...columns],
  };
}

export function pageOfUsers(projectId: string, after: Place | null, limit: number): Statement {
  const order = 'order by u.created_at desc, u.id desc limit $2';
  return after
    ? {
        name: 'later-page',
        text: `select ${USER} from users u where u.project_id = $1 and (u.created_at, u.id) < ($3, $4) ${order}`,
        values: [projectId, limit, after.createdAt, after.id],
      }
    : {
        name: 'first-page',
        text: `select ${USER} from users u where u.project_id = $1 ${order}`,
        values: [projectId, limit],
      };
}

export function environmentsOf(projectId: string, userIds: readonly string[]): Statement {
  return {
    name: 'environments',
    text: `select string_agg(m.user_id::text, ' ') as "userIds", e.id, e.name, e.type from user_environments m
      join environments e on e.project_id = m.project_id and e.id = m.environment_id
      where m.project_id = $1 and m.user_id = any($2)
      group by e.project_id, e.id order by e.type, lower(e.name), e.id`,
    values: [projectId, userIds],
  };
}

const WALK = 5000;

/** Unnamed: a plan made for any term is a hundred times slower than one made for this term. */
export function search(
  projectId: string,
  parts: readonly string[],
): Record<'walk' | 'find' | 'countWalk' | 'count', (limit: number) => Statement> {
  const alternatives = parts.map((part) => part.split('\n'));
  const all = alternatives.flat();
  const values = [projectId, ...all.map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`), ...all];
  const places = alternatives.map((texts, at) =>
    texts.map((_, of) => alternatives.slice(0, at).flat().length + of + 2),
  );
  const every = (condition: (place: number) => string) =>
    places.map((each) => `(${each.map(condition).join(' or ')})`).join(' and ');
  const holds = (column: string) => every((place) => `${column} like $${place}`);
  const mayHold = every(
    (place) => `search_grams(u.project_id, u.search_text) @> search_grams_of_part($1, $${place + all.length})`,
  );
  const walked = `(select id, created_at, search_text from users where project_id = $1
    order by created_at desc, id desc limit ${WALK}) as w`;
  // Each statement must use every parameter.
  const only = (text: string, count: number): Statement => ({ text, values: values.slice(0, count) });
  const likes = all.length + 1;
  return {
    walk: (limit) =>
      only(
        `select ${USER} from ${walked} join users u on u.project_id = $1 and u.id = w.id where ${holds('w.search_text')}
        order by w.created_at desc, w.id desc limit ${limit}`,
        likes,
      ),
    find: (limit) =>
      only(
        `with found as materialized (
          select id, created_at from users u where u.project_id = $1 and ${mayHold} and ${holds('u.search_text')}
        ), page as (select * from found order by created_at desc, id desc limit ${limit})
        select ${USER} from page join users u on u.project_id = $1 and u.id = page.id
        order by page.created_at desc, page.id desc`,
        values.length,
      ),
    countWalk: (limit) =>
      only(
        `select count(*)::int as count from (select from ${walked} where ${holds('w.search_text')} limit ${limit}) as c`,
        likes,
      ),
    count: (limit) =>
      only(
        `select count(*)::int as count from (
        select from users u where u.project_id = $1 and ${mayHold} and ${holds('u.search_text')} limit ${limit}) as c`,
        values.length,
      ),
  };
}
