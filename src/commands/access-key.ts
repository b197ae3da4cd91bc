import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createAccessKey, revokeAccessKey } from '../domain/access-keys.ts';
import { OPERATOR } from '../domain/first-start.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `npm run access-key -- create --name NAME --role ADMINISTRATOR|MEMBER|VIEWER|GATEWAY
                          [--project ID] [--environment ID ...] [--expires 2030-01-31T00:00:00Z]
npm run access-key -- revoke --id ID`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    project: { type: 'string' },
    environment: { type: 'string', multiple: true },
    expires: { type: 'string' },
    id: { type: 'string' },
  },
});

const newKey = z.object({
  name: z.string(),
  role: z.enum(['ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY']),
  project: z.uuid().optional(),
  environment: z.array(z.uuid()).optional(),
  expires: z.coerce.date().optional(),
});

await withDatabase(async (db) => {
  const context = { actor: OPERATOR, db };
  if (positionals[0] === 'create') {
    const { name, role, project, environment, expires } = newKey.parse(values);
    const input = { name, role, projectId: project, environmentIds: environment, expiresAt: expires };
    const { secret } = await createAccessKey(context, input);
    console.log(secret);
  } else if (positionals[0] === 'revoke') {
    await revokeAccessKey(context, { id: z.uuid().parse(values.id) });
    console.log('Revoked.');
  } else throw new Error(USAGE);
});
