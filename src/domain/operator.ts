import { hadWorkspaceAdministrator } from '../database/access-keys.ts';
import type { Db } from '../database/engine/connection.ts';
import { listProjects } from '../database/projects.ts';
import { createAccessKey } from './access-keys.ts';
import type { Actor } from './actor.ts';
import { createProject } from './projects.ts';

/** The operator, who runs commands on the machine itself. */
export const OPERATOR: Actor = {
  kind: 'operator',
  id: 'operator',
  name: 'operator',
  grants: { id: null, role: 'ADMINISTRATOR' },
  environmentIds: null,
};

/** Creates what a new service lacks: a project, and a workspace administrator's key. Returns the key's secret if it made one. */
export async function firstStart(db: Db): Promise<string | undefined> {
  const context = { actor: OPERATOR, db };
  if ((await listProjects(db, null)).length === 0) await createProject(context, { name: 'My assistant' });
  if (await hadWorkspaceAdministrator(db)) return undefined;
  const { secret } = await createAccessKey(context, { name: 'First administrator', role: 'ADMINISTRATOR' });
  return secret;
}
