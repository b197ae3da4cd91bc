import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely';
import { type AppOptions, createApp } from '../../src/app.ts';
import { connect, connectForShortReads, type Db, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { createIdentityProvider, type IdentityProviderOptions } from '../../src/domain/identity-provider.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import type {
  AuditEvent,
  CreateUserInput,
  Mutation,
  Query,
  Role,
  User,
  UserErrorCode,
} from '../../src/graphql/generated/types.ts';
import { createDatabase } from './database.ts';
import { CREATE_USER, READ_PROJECT, READ_TRAIL } from './documents.ts';
import { findUnnamed, tapStatements } from './project-rule.ts';

type Data = Omit<Query, '__typename'> & Omit<Mutation, '__typename'>;
export type Answer = { data: Data; errors?: { message: string; extensions: { code: string } }[] };
export type Call = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

export type Service = {
  /** In the server's role, beside the service. */
  db: Db;
  /** The service's own pool. What is sent by it must name its project. */
  pool: Db;
  /** As the owner of the tables, whom no statement's time-out hurries. */
  owner: Db;
  url: string;
  connectionString: string;
  /** A project with its three environments and a key of each role. */
  project(name?: string): Promise<Project>;
  secretFor(role: Role, projectId?: string, environmentIds?: string[]): Promise<string>;
  keyFor(role: Role, projectId?: string, environmentIds?: string[]): Promise<Call>;
  /** How many statements the work sends, those aside that begin and end a transaction or note that a key was used. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
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
  /** A form that createUser accepts, with a phone number nobody has yet. */
  form(fields?: Partial<CreateUserInput>): CreateUserInput;
  user(fields?: Partial<CreateUserInput>): Promise<User & { id: string }>;
  /** What was done, newest first; of one user if it is given. */
  trail(userId?: string): Promise<AuditEvent[]>;
};

const APP = 'tested service';
const sent = tapStatements(APP);

const NOTES_EVERY_MS = 50;
const NO_LIMITS = { requestsPerMinute: 1e9, costPerMinute: 1e9, failedKeysPerMinute: 1e9 };

/** The real service over HTTP, on a database of its own unless one is given. */
export async function startService(
  provider?: IdentityProviderOptions,
  options: Partial<AppOptions> = {},
  database?: string,
): Promise<Service> {
  const connectionString = database ?? (await createDatabase());
  let statements = 0;
  const notes = new WeakSet<QueryId>();
  const counter: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      if (isNoteOfUse(node)) notes.add(queryId);
      return node;
    },
    async transformResult({ result, queryId }) {
      if (!notes.has(queryId)) statements += 1;
      return result;
    },
  };
  const asApp = `${connectionString}?application_name=${encodeURIComponent(APP)}`;
  const db = connect(asApp, { role: SERVER_ROLE }).withPlugin(counter);
  const shortReads = (connectForShortReads(asApp, { role: SERVER_ROLE }) as Db).withPlugin(counter);
  const identityProvider = provider ? createIdentityProvider(provider) : null;
  const report = (error: unknown) => console.error(error);
  const app = createApp({
    connections: { db, shortReads },
    limits: NO_LIMITS,
    identityProvider,
    report,
    // So that tests need not wait for what is written off the answer's path.
    writeNotesEvery: NOTES_EVERY_MS,
    ...options,
  });
  const { server } = app;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const operator = { actor: OPERATOR, db };

  const secretFor = async (role: Role, projectId?: string, environmentIds?: string[]) => {
    const { secret } = await createAccessKey(operator, { name: role, role, projectId, environmentIds });
    return secret;
  };
  const keyFor = async (...key: Parameters<typeof secretFor>) => caller(url, await secretFor(...key));
  const owner = connect(connectionString);
  const aside = connect(connectionString, { role: SERVER_ROLE });
  return {
    db: aside,
    pool: db,
    owner,
    url,
    connectionString,
    secretFor,
    keyFor,
    async project(name = 'Assistant') {
      const { id } = await createProject(operator, { name });
      const keys = await Promise.all([
        keyFor('ADMINISTRATOR', id),
        keyFor('MEMBER', id),
        keyFor('VIEWER', id),
        keyFor('GATEWAY', id),
      ]);
      return climb(id, keys);
    },
    async countStatements(work) {
      // What earlier requests left to be written in the background is no part of the work.
      for (let seen = -1; seen !== statements; await pause(3 * NOTES_EVERY_MS)) seen = statements;
      const before = statements;
      await work();
      return statements - before;
    },
    async close() {
      server.closeAllConnections();
      await app.drain();
      await Promise.all([db, shortReads, aside, owner].map((each) => each.destroy()));
      const statements = [...sent.values()];
      sent.clear();
      expect(await findUnnamed(connectionString, statements)).toEqual([]);
    },
  };
}

let people = 0;

async function climb(id: string, [administrator, member, viewer, gateway]: [Call, Call, Call, Call]): Promise<Project> {
  const { data } = await administrator(READ_PROJECT, { id });
  const [development = '', staging = '', production = ''] = data.project?.environments.map((e) => String(e.id)) ?? [];
  const form: Project['form'] = (fields) => {
    people += 1;
    return {
      projectId: id,
      phoneNumber: `+1555${String(1_000_000 + people)}`,
      firstName: 'Ana',
      lastName: 'Lima',
      environmentIds: [development],
      ...fields,
    };
  };
  return {
    id,
    development,
    staging,
    production,
    administrator,
    member,
    viewer,
    gateway,
    form,
    async user(fields) {
      const { user, userErrors } = (await member(CREATE_USER, { input: form(fields) })).data.createUser;
      if (!user) throw new Error(JSON.stringify(userErrors));
      return { ...user, id: String(user.id) };
    },
    async trail(userId) {
      const answer = await viewer(READ_TRAIL, { id, userId, first: 100 });
      return answer.data.project?.auditEvents.nodes ?? [];
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

/** The code of a top-level error; undefined for an answer without one. */
export function errorCode({ errors }: Answer): string | undefined {
  return errors?.[0]?.extensions.code;
}

/** A user error to expect: any wording unless the contract has one, nobody in the way unless told. */
export function refusal(code: UserErrorCode, field: string[], message?: string | RegExp, conflictingUserId?: unknown) {
  return {
    code,
    field,
    message: typeof message === 'string' ? message : expect.stringMatching(message ?? /\S/),
    conflictingUser: conflictingUserId ? expect.objectContaining({ id: conflictingUserId }) : null,
  };
}

/** Made once a minute and awaited by nobody, so it could be counted with whatever request comes next. */
function isNoteOfUse(node: RootOperationNode): boolean {
  return node.kind === 'UpdateQueryNode' && JSON.stringify(node.updates).includes('"last_used_at"');
}
