import { z } from 'zod';
import { listKeys } from '../database/access-keys.ts';
import { createAccessKey, revokeAccessKey } from '../domain/access-keys.ts';
import { OPERATOR } from '../domain/operator.ts';
import { parseOptions, readCommandLine, run, UsageError } from './command-line.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `Usage:
  npm run access-key -- create --name NAME --role ADMINISTRATOR|MEMBER|VIEWER|GATEWAY
                               [--project ID] [--environment ID ...] [--expires 2030-01-31]
  npm run access-key -- list [--project ID]
  npm run access-key -- revoke --id ID

create prints the key's secret, this once. Without --project the key is one of the whole workspace.`;

const ROLES = ['ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY'] as const;
const id = z.uuid('must be an id, e.g. 0199c2a4-5b1e-7c3d-8f00-0123456789ab');
const day = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true })],
  'must be a day such as 2030-01-31, or 2030-01-31T12:00:00Z',
);

const newKey = z.strictObject({
  name: z.string('is required'),
  role: z.enum(ROLES, {
    error: ({ input }) => `${input === undefined ? 'is required:' : 'must be'} ${ROLES.join(', ')}`,
  }),
  project: id.optional(),
  environment: z.array(id).optional(),
  expires: day.transform((text) => new Date(text)).optional(),
});

await run(USAGE, async () => {
  const { words, values } = readCommandLine({
    name: { type: 'string' },
    role: { type: 'string' },
    project: { type: 'string' },
    environment: { type: 'string', multiple: true },
    expires: { type: 'string' },
    id: { type: 'string' },
  });
  const [verb, ...rest] = words;
  if (rest.length > 0) throw new UsageError(`What is "${rest.join(' ')}"?`);
  if (verb === 'create') await create(parseOptions(newKey, values));
  else if (verb === 'list') await list(parseOptions(z.strictObject({ project: id.optional() }), values).project);
  else if (verb === 'revoke') await revoke(parseOptions(z.strictObject({ id }), values));
  else throw new UsageError(verb === undefined ? 'Say what to do: create, list or revoke.' : `There is no "${verb}".`);
});

function create({ name, role, project, environment, expires }: z.infer<typeof newKey>): Promise<void> {
  return withDatabase(async (db) => {
    const input = { name, role, projectId: project, environmentIds: environment, expiresAt: expires };
    const { secret } = await createAccessKey({ actor: OPERATOR, db }, input);
    console.log(secret);
  });
}

function list(project: string | undefined): Promise<void> {
  return withDatabase(async (db) => {
    for (const key of await listKeys(db, project === undefined ? null : [project])) {
      const state = key.revokedAt ? 'revoked' : key.expiresAt && key.expiresAt <= new Date() ? 'expired' : 'in use';
      const used = `last used ${key.lastUsedAt?.toISOString() ?? 'never'}`;
      console.log([key.id, key.role, key.project ?? 'whole workspace', state, used, key.name].join('\t'));
    }
  });
}

function revoke(input: { id: string }): Promise<void> {
  return withDatabase(async (db) => {
    await revokeAccessKey({ actor: OPERATOR, db }, input);
    console.log('Revoked.');
  });
}
