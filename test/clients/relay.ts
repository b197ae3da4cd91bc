import {
  commitMutation,
  Environment,
  fetchQuery,
  type GraphQLTaggedNode,
  getFragment,
  getSingularSelector,
  graphql,
  type MutationParameters,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime';
import type { relayAddUserMutation } from './__generated__/relayAddUserMutation.graphql.ts';
import type { relayEditUserMutation } from './__generated__/relayEditUserMutation.graphql.ts';
import USER_AGAIN, { type relayUserAgainQuery } from './__generated__/relayUserAgainQuery.graphql.ts';
import type { relayUsers_project$data, relayUsers_project$key } from './__generated__/relayUsers_project.graphql.ts';
import USERS_PAGE, { type relayUsersPageQuery } from './__generated__/relayUsersPageQuery.graphql.ts';
import type { relayUsersQuery } from './__generated__/relayUsersQuery.graphql.ts';
import type { Client } from './client.ts';

const USERS = graphql`
  query relayUsersQuery($projectId: ID!, $search: String) {
    project(id: $projectId) {
      ...relayUsers_project @arguments(search: $search)
    }
  }
`;

const PROJECT_USERS = graphql`
  fragment relayUsers_project on Project
  @refetchable(queryName: "relayUsersPageQuery")
  @argumentDefinitions(
    search: { type: "String" }
    count: { type: "Int", defaultValue: 3 }
    cursor: { type: "String" }
  ) {
    id
    users(first: $count, after: $cursor, search: $search) @connection(key: "relay_users", filters: ["search"]) {
      edges { node { id fullName version ...relayUser_user } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

graphql`
  fragment relayUser_user on User @refetchable(queryName: "relayUserAgainQuery") {
    id
    fullName
    version
  }
`;

const ADD_USER = graphql`
  mutation relayAddUserMutation($input: CreateUserInput!) {
    createUser(input: $input) {
      user { id fullName version }
      userErrors { code field message conflictingUser { id fullName version } }
    }
  }
`;

const EDIT_USER = graphql`
  mutation relayEditUserMutation($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user { id fullName version }
      userErrors { code field message conflictingUser { id fullName version } }
    }
  }
`;

type RelayApp = Client & {
  /** Reads one user anew, whichever list brought them. */
  refetchUser(id: string): Promise<unknown>;
};

export function createRelayApp(url: string, key: string): RelayApp {
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      const answer = await response.json();
      // Relay itself would show null where a nullable field failed.
      if (answer.errors) throw new Error(answer.errors[0].message, { cause: answer.errors });
      return answer;
    }),
  });

  const commit = <Mutation extends MutationParameters>(
    mutation: GraphQLTaggedNode,
    variables: Mutation['variables'],
  ): Promise<Mutation['response']> =>
    new Promise((resolve, reject) =>
      commitMutation<Mutation>(environment, { mutation, variables, onCompleted: resolve, onError: reject }),
    );

  return {
    async openList(projectId, search) {
      const answer = await fetchQuery<relayUsersQuery>(environment, USERS, { projectId, search }).toPromise();
      const project: relayUsers_project$key | null | undefined = answer?.project;
      const selector = project && getSingularSelector(getFragment(PROJECT_USERS), project);
      const users = () => selector && (environment.lookup(selector).data as relayUsers_project$data | undefined)?.users;
      return {
        shown: () => users()?.edges.map(({ node }) => node) ?? [],
        hasMore: () => users()?.pageInfo.hasNextPage ?? false,
        loadMore: () =>
          fetchQuery<relayUsersPageQuery>(environment, USERS_PAGE, {
            id: projectId,
            search,
            count: 3,
            cursor: users()?.pageInfo.endCursor,
          }).toPromise(),
      };
    },
    addUser: async (input) => (await commit<relayAddUserMutation>(ADD_USER, { input })).createUser,
    editUser: async (input) => (await commit<relayEditUserMutation>(EDIT_USER, { input })).updateUser,
    codeOf: (error) => (error as { cause?: { extensions: { code: string } }[] }).cause?.[0]?.extensions.code,
    refetchUser: (id) => fetchQuery<relayUserAgainQuery>(environment, USER_AGAIN, { id }).toPromise(),
  };
}
