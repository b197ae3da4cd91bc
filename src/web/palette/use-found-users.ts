import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import { useProject } from '../viewer/viewer.ts';

const FindUsersDocument = graphql(`
  query FindUsers($projectId: ID!, $search: String!) {
    project(id: $projectId) {
      id
      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {
        nodes {
          id
          fullName
          phoneNumber(format: INTERNATIONAL)
          email
        }
      }
    }
  }
`);

const DEBOUNCE = 250;

/** A few users whom the service finds by what is typed, once the typing pauses; undefined until they are there. */
export function useFoundUsers(text: string) {
  const { id: projectId } = useProject();
  const term = text.trim();
  const [search] = useDebouncedValue(term, DEBOUNCE);
  const { data, isError } = useQuery({
    queryKey: ['users', 'palette', projectId, search],
    queryFn: async ({ signal }) =>
      (await request(FindUsersDocument, { projectId, search }, signal)).project?.users.nodes ?? [],
    enabled: search !== '',
  });
  if (term === '') return [];
  // Never those of an earlier term.
  if (search !== term) return undefined;
  return isError ? [] : data;
}
