import { sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import { isInScope, type Scope } from './conditions.ts';
import type { Db } from './connection.ts';
import type { Channel, SelfRegistrationMode } from './tables.ts';

export type SenderKeys = { channel: Channel; externalId: string | null; phoneKey: string | null };

export type SenderRow = {
  selfRegistration: SelfRegistrationMode;
  idByIdentity: string | null;
  idByPhone: string | null;
  isMember: boolean;
};

/** A row a sender, in their order; none at all when the scope has no such environment. One statement, index look-ups only. */
export function lookUpSenders(
  db: Db,
  scope: Scope,
  environmentId: string,
  senders: readonly SenderKeys[],
): Promise<SenderRow[]> {
  return selectSenders(db, {
    scope,
    environmentId,
    channels: senders.map(({ channel }) => channel),
    externalIds: senders.map(({ externalId }) => externalId),
    phoneKeys: senders.map(({ phoneKey }) => phoneKey),
  });
}

type Values = {
  scope: Scope;
  environmentId: string;
  channels: Channel[];
  externalIds: (string | null)[];
  phoneKeys: (string | null)[];
};

// The limits hold the planner to look-ups: once prepared, and not knowing how many senders come, it would rather read all
// memberships of the environment, a hundred times slower at a million users.
const selectSenders = compileOnce<Values, SenderRow>((db, parameter) =>
  sql<SenderRow>`
    select e.self_registration, i.user_id as id_by_identity, p.id as id_by_phone, m.user_id is not null as is_member
    from environments e
    cross join unnest(
      ${parameter('channels')}::channel[],
      ${parameter('externalIds')}::text[],
      ${parameter('phoneKeys')}::text[]
    ) with ordinality as s (channel, external_id, phone_key, position)
    left join lateral (
      select user_id from channel_identities
      where project_id = e.project_id and channel = s.channel and external_id = s.external_id limit 1
    ) as i on true
    left join lateral (
      select id from users where project_id = e.project_id and phone_key = s.phone_key limit 1
    ) as p on true
    left join lateral (
      select user_id from user_environments
      where project_id = e.project_id and environment_id = e.id and user_id = coalesce(i.user_id, p.id) limit 1
    ) as m on true
    where e.id = ${parameter('environmentId')}
      and ${isInScope('e.projectId', parameter('scope'))}
    order by s.position`.compile(db),
);
