import { v7 as uuid } from 'uuid';
import { insertAuditEvent, type NewAuditEvent } from '../database/audit-events.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { AuditAction } from '../database/tables.ts';
import { type Actor, grantIn } from './actor.ts';

type Subject = { projectId: string | null; id: string };

/** Records what the actor did, in the transaction that does it: ids and names of fields, never values. */
export function audit(
  tx: Tx,
  actor: Actor,
  action: AuditAction,
  subject: Subject,
  { changedFields = [], relatedId = null }: { changedFields?: string[]; relatedId?: string | null } = {},
): Promise<void> {
  return insertAuditEvent(tx, { ...auditEvent(actor, action, subject), changedFields, relatedId });
}

export function auditEvent(
  actor: Actor,
  action: AuditAction,
  subject: Subject,
): Omit<NewAuditEvent, 'changedFields' | 'relatedId'> {
  return {
    id: uuid(),
    projectId: subject.projectId,
    action,
    actorId: grantIn(actor, subject.projectId)?.id ?? null,
    actorName: actor.name,
    subjectId: subject.id,
  };
}
