import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createApp } from '../../src/app.ts';
import { connect, type Db, SERVER_ROLE } from '../../src/database/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/first-start.ts';
import { createIdentityProvider, type IdentityProviderOptions } from '../../src/domain/identity-provider.ts';
import { createProject } from '../../src/domain/projects.ts';

type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';
// biome-ignore lint/suspicious/noExplicitAny: answers are compared as the JSON they are
export type Answer = { data: any; errors?: { message: string; extensions: { code: string } }[] };
export type Call = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

export type Service = {
  db: Db;
  url: string;
  connectionString: string;
  project(name?: string): Promise<Project>;
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

/** The real service over HTTP, on a database of its own. */
export async function startService(provider?: IdentityProviderOptions): Promise<Service> {
  const base = process.env.TEST_DATABASE_URL ?? '';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(`create database ${name} template template_users_management`);
  await client.end();
  const location = new URL(base);
  location.pathname = name;
  const db = connect(location.href, { role: SERVER_ROLE });
  const identityProvider = provider ? createIdentityProvider(provider) : null;
  const server = createApp({ db, identityProvider, report: (error) => console.error(error) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const operator = { actor: OPERATOR, db };

  const keyFor = async (role: Role, projectId?: string, environmentIds?: string[]) => {
    const { secret } = await createAccessKey(operator, { name: role, role, projectId, environmentIds });
    return caller(url, secret);
  };
  return {
    db,
    url,
    connectionString: location.href,
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
