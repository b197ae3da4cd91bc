import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import type { Db } from '../database/engine/connection.ts';
import { listEnvironmentsByProjects } from '../database/environments.ts';
import { createProject } from '../domain/projects.ts';
import { keyFileIn, readAdministratorKey } from '../process/administrator-key.ts';
import { parseOptions, readCommandLine, run } from './command-line.ts';
import { actor, fill } from './demo/fill.ts';
import { makePeople } from './demo/people.ts';
import { findProject, projectId } from './find-project.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `Usage:
  npm run demo -- [--users 1000] [--project ID] [--seed NUMBER]

Fills a project with made-up people of many countries: a new project named Demo unless told otherwise.
The same seed makes the same people. Prints the page's address for them; to a terminal one that signs in.`;

const SEED_MAXIMUM = 2 ** 32;

const wholeNumber = (minimum: number, maximum: number) => {
  const message = `must be a whole number from ${minimum} to ${maximum}`;
  const number = z.string().regex(/^\d{1,15}$/, message);
  return number.transform(Number).pipe(z.number().min(minimum, message).max(maximum, message));
};

const shape = z.strictObject({
  users: wholeNumber(1, 20_000_000).default(1000),
  project: projectId.optional(),
  seed: wholeNumber(0, SEED_MAXIMUM).optional(),
});

await run(USAGE, async () => {
  const { values } = readCommandLine({
    users: { type: 'string' },
    project: { type: 'string' },
    seed: { type: 'string' },
  });
  const { users, project: given, seed = randomInt(SEED_MAXIMUM) } = parseOptions(shape, values);
  await withDatabase(async (db, connectionString, role) => {
    const project = given ? await findProject(db, given) : await createProject({ actor, db }, { name: 'Demo' });
    const people = makePeople(await listEnvironmentsByProjects(db, [project.id]), seed);
    await fill(connectionString, project.id, people, users, role);
    console.log(`${users} users are in project ${project.id} "${project.name}" (--seed ${seed}).`);
    const { port, basePath } = readConfig();
    const page = `http://localhost:${port}${basePath}/projects/${project.id}/users`;
    console.log(`  Page  ${page}${await signInFragment(db)}`);
  });
});

// As at a start (`main.ts`): only a terminal is shown the key, and no server ever sees what follows the #.
async function signInFragment(db: Db): Promise<string> {
  if (!process.stdout.isTTY) return '';
  const { databaseUrl, dataDirectory } = readConfig();
  const connections = { db, shortReads: db };
  const key = databaseUrl === null ? await readAdministratorKey(connections, keyFileIn(dataDirectory)) : undefined;
  return key === undefined ? '' : `#key=${key}`;
}
