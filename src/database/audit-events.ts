import { type RawBuilder, sql } from 'kysely';
import type { Reader, Tx } from './engine/connection.ts';
import { inOrder, isBetween, type KeysetPage } from './keyset.ts';
import type { AuditAction, AuditEventRow } from './tables.ts';

/** Stands in the trail for the project of what belongs to none. No project has this id. */
export const WORKSPACE = '00000000-0000-0000-0000-000000000000';

export type NewAuditEvent = Omit<AuditEventRow, 'createdAt'>;

/** Writes events of one project. */
export async function insertAuditEvents(db: Tx, events: readonly NewAuditEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const column = <Name extends keyof NewAuditEvent>(name: Name) => events.map((event) => event[name]);
  // Sent as text: in an array of arrays, all would need the same length.
  const changedFields = events.map((event) => `{${event.changedFields}}`);
  await sql`
    insert into audit_events (project_id, id, action, actor_id, actor_name, subject_id, related_id, changed_fields)
    select ${first.projectId}::uuid, id, action, actor_id, actor_name, subject_id, related_id, changed_fields::text[]
    from unnest(${column('id')}::uuid[], ${column('action')}::audit_action[],
      ${column('actorId')}::uuid[], ${column('actorName')}::text[], ${column('subjectId')}::uuid[],
      ${column('relatedId')}::uuid[], ${changedFields}::text[])
      as e (id, action, actor_id, actor_name, subject_id, related_id, changed_fields)`.execute(db);
}

/** Which events of a project; every condition must hold. */
export type AuditEventSelection = {
  projectId: string;
  subjectId: string | null;
  actions: readonly AuditAction[] | null;
  actorId: string | null;
};

/** A page of the trail, newest first. */
export async function listAuditEvents(
  db: Reader,
  selection: AuditEventSelection,
  page: KeysetPage,
): Promise<AuditEventRow[]> {
  const { subjectId, actions, actorId } = selection;
  // What was done to one subject is not much, and the whole trail has an index of its own.
  if (subjectId !== null || (actions === null && actorId === null)) {
    const { rows } = await sql<AuditEventRow>`${select(selection, page)}`.execute(db);
    return rows;
  }
  // Each way of doing is read from its place in the index: of a million events, the few that are looked for may be the oldest.
  const wanted = actions ? sql`unnest(${actions}::audit_action[])` : sql`unnest(enum_range(null::audit_action))`;
  const { rows } = await sql<AuditEventRow>`
    select audit_events.* from ${wanted} as wanted (action)
    cross join lateral (${select({ ...selection, actions: null }, page, sql`action = wanted.action`)}) as audit_events
    ${orderAndLimit(page)}`.execute(db);
  return rows;
}

/** The same page of the trail of each of these users of a project, in their order. One statement. */
export async function listAuditEventsByUsers(
  db: Reader,
  projectId: string,
  userIds: readonly string[],
  page: KeysetPage,
): Promise<AuditEventRow[][]> {
  const ofUser = { projectId, subjectId: sql`asked.subject_id`, actions: null, actorId: null };
  const { rows } = await sql<AuditEventRow>`
    select e.* from unnest(${userIds}::uuid[]) as asked (subject_id)
    cross join lateral (${select(ofUser, page)}) as e`.execute(db);
  const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
  return userIds.map((id) => bySubject.get(id) ?? []);
}

/** The subject's id may be a column of the query around it. */
type Selection = Omit<AuditEventSelection, 'subjectId'> & { subjectId: unknown };

function select(
  { projectId, subjectId, actions, actorId }: Selection,
  page: KeysetPage,
  isSuch: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  return sql`
    select * from audit_events where project_id = ${projectId} and ${isSuch}
      and ${subjectId === null ? sql`true` : sql`subject_id = ${subjectId}`}
      and ${actions === null ? sql`true` : sql`action = any(${actions}::audit_action[])`}
      and ${actorId === null ? sql`true` : sql`actor_id = ${actorId}`}
      and ${isBetween('audit_events', keysetOf(page))}
    ${orderAndLimit(page)}`;
}

function orderAndLimit(page: KeysetPage): RawBuilder<unknown> {
  return sql`order by ${inOrder('audit_events', keysetOf(page))} limit ${page.limit}`;
}

function keysetOf({ isBackward, limit, ...bounds }: KeysetPage) {
  return { column: 'created_at', type: 'timestamptz', isAscending: isBackward, ...bounds } as const;
}
