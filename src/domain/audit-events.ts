import { v7 as uuid } from 'uuid';
import { insertAuditEvents, type NewAuditEvent, WORKSPACE } from '../database/audit-events.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { AuditAction } from '../database/tables.ts';
import { type Actor, grantIn } from './actor.ts';

/** What was done, and to whom. */
export type Deed = { action: AuditAction; subject: Subject; changedFields?: string[]; relatedId?: string | null };

type Subject = { projectId: string | null; id: string };

/** Records what the actor did, in the transaction that does it: ids and names of fields, never values. */
export function audit(
  tx: Tx,
  actor: Actor,
  action: AuditAction,
  subject: Subject,
  details: Pick<Deed, 'changedFields' | 'relatedId'> = {},
): Promise<void> {
  return auditAll(tx, actor, [{ action, subject, ...details }]);
}

/** The same for many deeds of one actor, in one statement. */
export function auditAll(tx: Tx, actor: Actor, deeds: readonly Deed[]): Promise<void> {
  const events = deeds.map(({ action, subject, changedFields = [], relatedId = null }) => ({
    ...auditEvent(actor, action, subject),
    changedFields,
    relatedId,
  }));
  return insertAuditEvents(tx, events);
}

export function auditEvent(
  actor: Actor,
  action: AuditAction,
  subject: Subject,
): Omit<NewAuditEvent, 'changedFields' | 'relatedId'> {
  return {
    id: uuid(),
    projectId: subject.projectId ?? WORKSPACE,
    action,
    actorId: grantIn(actor, subject.projectId)?.id ?? null,
    actorName: actor.name,
    subjectId: subject.id,
  };
}
