import { hasKeys } from '../database/access-keys.ts';
import type { Db } from '../database/connection.ts';
import { createAccessKey } from './access-keys.ts';
import type { Actor } from './actor.ts';
import { createProject } from './projects.ts';

/** The operator at the machine itself. */
export const OPERATOR: Actor = {
  id: 'operator',
  name: 'operator',
  grants: { id: null, role: 'ADMINISTRATOR' },
  environmentIds: null,
};

/** Makes the first project and the first key of an empty service; the key's secret, or undefined if there are keys. */
export async function firstStart(db: Db): Promise<string | undefined> {
  if (await hasKeys(db)) return undefined;
  const context = { actor: OPERATOR, db };
  await createProject(context, { name: 'My assistant' });
  const { secret } = await createAccessKey(context, { name: 'First administrator', role: 'ADMINISTRATOR' });
  return secret;
}
