import { ask } from './check.ts';
import type { Running } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import type { Operation } from './operations.ts';
import type { Seeded } from './seed.ts';

/** A contender's cursors of places half of all users deep. The service seals its own: they are reached as clients reach them. */
export async function findDeepCursors(
  contender: Running,
  operation: Operation,
  { projectId, deep }: Inputs,
  seeded: Seeded,
  users: number,
): Promise<string[]> {
  if (!contender.name.startsWith('ours'))
    return deep.map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
  const document = `query ($projectId: ID!, $after: String) { project(id: $projectId) {
    users(first: 100, after: $after) { pageInfo { endCursor } } } }`;
  const cursors: string[] = [];
  for (let place = 0, after: string | undefined; place < users / 2; place += 100) {
    const variables = { projectId, after };
    const data = (await ask(contender, { ...operation, document }, variables, seeded)) as Paged;
    after = data.project.users.pageInfo.endCursor;
    cursors.push(after);
  }
  return cursors.slice(-deep.length);
}

type Paged = { project: { users: { pageInfo: { endCursor: string } } } };
