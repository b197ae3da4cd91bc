import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { FirstStepsQuery } from '../generated/graphql.ts';
import { FirstStepsDocument } from './project-documents.ts';

// As many as one page of the list shows.
const FEW = 20;

/** What is done of the first steps of a project, as far as the API can tell. */
export function useChecklist(projectId: string) {
  return useQuery({
    // Whatever changes users, keys or members changes it too.
    queryKey: ['users', 'first-steps', projectId],
    queryFn: async ({ signal }) => {
      const { project } = await request(FirstStepsDocument, { projectId, upTo: FEW + 1 }, signal);
      return project ? judge(project) : null;
    },
  });
}

type Project = NonNullable<FirstStepsQuery['project']>;

function judge({ users, environments, accessKeys, members }: Project) {
  const keys = accessKeys.filter(({ revokedAt }) => revokedAt === null);
  const gateways = keys.filter(({ role }) => role === 'GATEWAY');
  return {
    isNew: users.totalCount <= FEW,
    people: users.totalCount > 0,
    assistant: gateways.some(({ lastUsedAt }) => lastUsedAt) ? 'used' : gateways.length > 0 ? 'waiting' : 'missing',
    // Other than in a new project.
    registration: environments.some(({ type, selfRegistration }) =>
      type === 'PRODUCTION' ? selfRegistration !== 'OPEN' : selfRegistration !== 'CLOSED',
    ),
    colleague: members.length > 0 || keys.some(({ role, isOwn }) => role !== 'GATEWAY' && !isOwn),
  } as const;
}
