import { createHash } from 'node:crypto';
import { ApolloClient, type ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import type { Client } from './client.ts';
import { ADD_USER, EDIT_USER, USERS } from './documents.ts';

export function createApolloApp(url: string, key: string): Client {
  return createApp(httpLink(url, key));
}

/** Sends hashes first, by GET. */
export function createHashingApolloApp(url: string, key: string): Client {
  const sha256 = (document: string) => createHash('sha256').update(document).digest('hex');
  return createApp(new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(httpLink(url, key)));
}

const httpLink = (uri: string, key: string) => new HttpLink({ uri, headers: { authorization: `Bearer ${key}` } });

function createApp(link: ApolloLink): Client {
  const client = new ApolloClient({
    link,
    cache: new InMemoryCache({
      typePolicies: { Project: { fields: { users: relayStylePagination(['search', 'filter', 'orderBy']) } } },
    }),
  });

  return {
    async openList(projectId, search) {
      const question = { query: USERS, variables: { projectId, search } };
      await client.query(question);
      const list = client.watchQuery(question);
      const users = () => client.readQuery(question)?.project?.users;
      return {
        shown: () => users()?.edges.map(({ node }) => node) ?? [],
        hasMore: () => users()?.pageInfo.hasNextPage ?? false,
        loadMore: () => list.fetchMore({ variables: { after: users()?.pageInfo.endCursor } }),
      };
    },
    async addUser(input) {
      const { data } = await client.mutate({ mutation: ADD_USER, variables: { input } });
      return data?.createUser;
    },
    async editUser(input) {
      const { data } = await client.mutate({ mutation: EDIT_USER, variables: { input } });
      return data?.updateUser;
    },
    codeOf: (error) => (CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.code : undefined),
  };
}
