import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { listEnvironmentsByProjects } from '../../src/database/environments.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { createUser } from '../../src/domain/users.ts';
import { createDatabase } from '../support/database.ts';

// Two are for short reads, so that one is left for everything here.
const CONNECTIONS = 3;

// PostgreSQL plans for the values that come until it decides whether it keeps one plan for all.
const AT_FIRST = 5;
const USERS = 10;

let db: Db;

beforeAll(async () => {
  db = connect(await createDatabase(), { connections: CONNECTIONS });
});
afterAll(() => db.destroy());

test('to create a user PostgreSQL plans nothing anew', async () => {
  const context = { actor: { ...OPERATOR, name: 'a test' }, db };
  const { id: projectId } = await createProject(context, { name: 'Support' });
  const environmentIds = (await listEnvironmentsByProjects(db, [projectId])).map(({ id }) => id);
  for (let number = 0; number < USERS; number++) {
    const person = { projectId, firstName: 'Ana', lastName: 'Silva', environmentIds };
    await createUser(context, { ...person, phoneNumber: `+1415555267${number}` });
    // With an id on a channel, a look-up comes first.
    const channelIdentities = [{ channel: 'TELEGRAM', externalId: `100${number}` } as const];
    await createUser(context, { ...person, phoneNumber: `+1415555367${number}`, channelIdentities });
  }
  const { rows } = await sql<{ statement: string; planned: string }>`
    select left(statement, 80) as statement, custom_plans as planned
      from pg_prepared_statements where generic_plans + custom_plans >= ${USERS}`.execute(db);
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ planned }) => Number(planned) > AT_FIRST)).toEqual([]);
});
