import { v7 as uuid } from 'uuid';
import { deleteKeysOfProject } from '../database/access-keys.ts';
import { transact } from '../database/engine/connection.ts';
import { markEnvironmentsRemoved } from '../database/environment-removals.ts';
import { insertEnvironments } from '../database/environments.ts';
import { deleteMembersOfProject } from '../database/project-members.ts';
import { insertProject, lockProject, markProjectRemoved, updateProjectName } from '../database/projects.ts';
import type { ProjectRow } from '../database/tables.ts';
import { type DomainContext, requireRight, requireWorkspaceRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { gather } from './form.ts';
import { refuse } from './refusal.ts';
import { notFound } from './shared-problems.ts';
import { readTitle } from './values/title.ts';

/** Creates a project with three environments; newcomers can register themselves only in Production. */
export function createProject({ actor, db }: DomainContext, input: { name?: string | null }): Promise<ProjectRow> {
  requireWorkspaceRight(actor, 'administer');
  const { name } = gather({ name: readTitle(input.name) });
  return transact(db, async (tx) => {
    const project = await insertProject(tx, { id: uuid(), name });
    await insertEnvironments(tx, [
      { projectId: project.id, id: uuid(), name: 'Development', type: 'DEVELOPMENT', selfRegistration: 'CLOSED' },
      { projectId: project.id, id: uuid(), name: 'Staging', type: 'STAGING', selfRegistration: 'CLOSED' },
      { projectId: project.id, id: uuid(), name: 'Production', type: 'PRODUCTION', selfRegistration: 'OPEN' },
    ]);
    await audit(tx, actor, 'PROJECT_CREATED', { projectId: project.id, id: project.id });
    return project;
  });
}

export function updateProject(
  { actor, db }: DomainContext,
  input: { id: string; name?: string | null },
): Promise<ProjectRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await lockProject(tx, scope, input.id);
    if (!project) return refuse(notFound('project'));
    if (input.name === undefined) return project;
    const { name } = gather({ name: readTitle(input.name) });
    if (name === project.name) return project;
    const changed = await updateProjectName(tx, project.id, name);
    await audit(tx, actor, 'PROJECT_UPDATED', { projectId: project.id, id: project.id }, { changedFields: ['name'] });
    return changed;
  });
}

/**
 * Deletes a project at once, however big it is: from now on it is gone for everybody, and the purge deletes the rows of its
 * users. Returns its id.
 */
export function deleteProject({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  requireWorkspaceRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await lockProject(tx, null, input.id);
    if (!project) return refuse(notFound('project'));
    await markProjectRemoved(tx, project.id);
    await markEnvironmentsRemoved(tx, project.id);
    await deleteKeysOfProject(tx, project.id);
    await deleteMembersOfProject(tx, project.id);
    await audit(tx, actor, 'PROJECT_DELETED', { projectId: project.id, id: project.id });
    return project.id;
  });
}
