import { transact } from '../database/engine/connection.ts';
import { listProjectsByIds } from '../database/projects.ts';
import type { ProjectRow } from '../database/tables.ts';
import { type ExportStep, readUsersInSteps } from '../database/user-exports.ts';
import type { UserSelection } from '../database/user-selection.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';

export type UsersExport = { project: ProjectRow; pages: AsyncIterable<ExportStep> };

/**
 * Exports the selected users of a project. It is in the trail before the first user is read: whoever breaks off has some of them.
 * Undefined where there is no such project for the actor.
 */
export async function exportUsers(
  { actor, db }: DomainContext,
  selection: UserSelection,
): Promise<UsersExport | undefined> {
  const { projectId } = selection;
  const [project] = await listProjectsByIds(db, requireRight(actor, 'read'), [projectId]);
  if (!project) return undefined;
  await transact(db, (tx) => audit(tx, actor, 'USERS_EXPORTED', { projectId, id: projectId }));
  return { project, pages: readUsersInSteps(db, selection) };
}
