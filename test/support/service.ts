import type { AddressInfo } from 'node:net';
import { type AppOptions, createApp } from '../../src/app.ts';
import { connect, type Db, SERVER_ROLE } from '../../src/database/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/first-start.ts';
import { createIdentityProvider, type IdentityProviderOptions } from '../../src/domain/identity-provider.ts';
import { createProject } from '../../src/domain/projects.ts';
import { createDatabase } from './database.ts';

type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';
// biome-ignore lint/suspicious/noExplicitAny: answers are compared as the JSON they are
export type Answer = { data: any; errors?: { message: string; extensions: { code: string } }[] };
export type Call = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

export type Service = {
  db: Db;
  url: string;
  connectionString: string;
  project(name?: string): Promise<Project>;
  secretFor(role: Role, projectId?: string, environmentIds?: string[]): Promise<string>;
  keyFor(role: Role, projectId?: string, environmentIds?: string[]): Promise<Call>;
  close(): Promise<void>;
};

export type Project = {
  id: string;
  development: string;
  staging: string;
  production: string;
  administrator: Call;
  member: Call;
  viewer: Call;
  gateway: Call;
};

const NO_LIMITS = { requestsPerMinute: 1e9, costPerMinute: 1e9, failedKeysPerMinute: 1e9 };

/** The real service over HTTP, on a database of its own. */
export async function startService(
  provider?: IdentityProviderOptions,
  options: Partial<AppOptions> = {},
): Promise<Service> {
  const connectionString = await createDatabase();
  const db = connect(connectionString, { role: SERVER_ROLE });
  const identityProvider = provider ? createIdentityProvider(provider) : null;
  const report = (error: unknown) => console.error(error);
  const { server } = createApp({ db, limits: NO_LIMITS, identityProvider, report, ...options });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const operator = { actor: OPERATOR, db };

  const secretFor = async (role: Role, projectId?: string, environmentIds?: string[]) => {
    const { secret } = await createAccessKey(operator, { name: role, role, projectId, environmentIds });
    return secret;
  };
  const keyFor = async (...key: Parameters<typeof secretFor>) => caller(url, await secretFor(...key));
  return {
    db,
    url,
    connectionString,
    secretFor,
    keyFor,
    async project(projectName = 'Assistant') {
      const { id } = await createProject(operator, { name: projectName });
      const administrator = await keyFor('ADMINISTRATOR', id);
      const answer = await administrator('query ($id: ID!) { project(id: $id) { environments { id } } }', { id });
      const [development, staging, production] = answer.data.project.environments.map((e: { id: string }) => e.id);
      const [member, viewer, gateway] = [
        await keyFor('MEMBER', id),
        await keyFor('VIEWER', id),
        await keyFor('GATEWAY', id),
      ];
      return { id, development, staging, production, administrator, member, viewer, gateway };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.destroy();
    },
  };
}

export function caller(url: string, secret: string): Call {
  return async (query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
}
