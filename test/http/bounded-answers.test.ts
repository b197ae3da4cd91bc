import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { createDatabase } from '../support/database.ts';
import { type Heavy, post } from '../support/heavy-documents.ts';
import { readProcessor, type ServiceProcess, startProcess } from '../support/service-process.ts';

// What a caller writes once, and what is done for it at each of many objects of the answer. Compared with the same for a plain text, in
// what it takes of the processor.

const USERS = 100;

let service: ServiceProcess;
let key: string;
let projectId: string;

beforeAll(async () => {
  const DATABASE_URL = await createDatabase();
  const db = connect(DATABASE_URL);
  const context = { actor: OPERATOR, db };
  key = (await createAccessKey(context, { name: 'Heavy', role: 'ADMINISTRATOR' })).secret;
  projectId = (await createProject(context, { name: 'Heavy' })).id;
  await db.destroy();
  service = await startProcess({ DATABASE_URL, LOG_LEVEL: 'silent' });
  const environments = await ask({ query: `{ project(id: "${projectId}") { environments { id } } }` });
  const environmentIds = environments.data.project.environments.slice(0, 1).map(({ id }: { id: string }) => id);
  const rows = Array.from({ length: USERS }, (_, at) => ({
    ...{ firstName: 'Ana', lastName: 'Lima', phoneNumber: `+1555${2_000_000 + at}` },
  }));
  const query = 'mutation ($input: CreateUsersInput!) { createUsers(input: $input) { counts { created } } }';
  const { data } = await ask({
    query,
    variables: JSON.stringify({ input: { projectId, environmentIds, rows, idempotencyKey: 'heavy one' } }),
  });
  expect(data.createUsers.counts.created).toBe(USERS);
});
afterAll(async () => {
  service.child.kill('SIGKILL');
  await service.exit();
});

async function ask(heavy: Heavy) {
  return JSON.parse(await post(service.url, key, heavy, AbortSignal.timeout(20_000)));
}

/** The least milliseconds of the processor that the service took to answer, of several times. */
async function spend(heavy: Heavy): Promise<number> {
  const spent: number[] = [];
  for (let again = 0; again < 4; again += 1) {
    const before = await readProcessor(service);
    expect(await ask(heavy)).toEqual(expect.any(Object));
    spent.push((await readProcessor(service)) - before);
  }
  return Math.min(...spent);
}

const aliases = (field: string) => Array.from({ length: 30 }, (_, at) => `a${at}: ${field}`).join(' ');

test('thousands of fields that fail cost as much in a document of fifteen thousand lines as in one of one line', async () => {
  const query = `{ project(id: "${projectId}") { users(first: 100) { nodes { ${aliases('auditEvents(first: 0) { __typename }')} } } } }`;
  const { errors } = await ask({ query });
  expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
  const lines = '\n'.repeat(16_000 - query.length);
  expect(await spend({ query: lines + query })).toBeLessThan(3 * (await spend({ query })) + 100);
});
