import type { Tx } from './engine/connection.ts';

/** Deletes what was noted of people who never asked to be let in, but for what an owner approved. */
export async function deleteDeniedAttempts(db: Tx, projectId: string): Promise<void> {
  await db
    .deleteFrom('accessRequests')
    .where('projectId', '=', projectId)
    .where('isAsked', '=', false)
    .where('status', '<>', 'APPROVED')
    .execute();
}
