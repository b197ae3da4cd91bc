import type { Role } from '../generated/graphql.ts';
import { ask } from './ask.ts';
import { ANA } from './variables.ts';

/** Who asks, as far as that is told; whether the key is good no more; and why it is not known whether it is good. */
export type Caller = { viewer?: { name: string; role: Role }; hasEnded: boolean; problem?: string };

/** What the examples ask about. */
export type Ids = { projectId?: string; environmentId?: string; userId?: string };

export async function findCaller(accessKey: string): Promise<Caller> {
  const { status, body } = await ask(accessKey, { query: '{ viewer { name role } }' });
  const isAnswered = status === 200 || status === 401 || status === 403;
  return {
    viewer: body.data?.viewer,
    hasEnded: status === 401,
    problem: isAnswered ? undefined : body.errors?.[0]?.message,
  };
}

/** The project with this id, or else the caller's first; its last environment, Production in a new project; and the examples' person there. */
export async function findIds(accessKey: string, wanted: string | null): Promise<Ids> {
  const { body } = await ask(accessKey, { query: '{ viewer { projects { id environments { id } } } }' });
  const projects: { id: string; environments: { id: string }[] }[] = body.data?.viewer?.projects ?? [];
  const project = projects.find(({ id }) => id === wanted) ?? projects[0];
  if (!project) return {};
  const people = await ask(accessKey, {
    query: 'query ($id: ID!, $ana: String) { project(id: $id) { users(first: 1, search: $ana) { nodes { id } } } }',
    variables: { id: project.id, ana: ANA },
  });
  return {
    projectId: project.id,
    environmentId: project.environments.at(-1)?.id,
    userId: people.body.data?.project?.users.nodes[0]?.id,
  };
}
