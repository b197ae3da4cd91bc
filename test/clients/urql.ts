import {
  type AnyVariables,
  Client,
  CombinedError,
  cacheExchange,
  fetchExchange,
  type OperationResult,
} from '@urql/core';
import type { Client as App } from './client.ts';
import { ADD_USER, EDIT_USER, USERS } from './documents.ts';

export function createUrqlApp(url: string, key: string): App {
  const client = new Client({
    url,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${key}` } },
  });

  return {
    async openList(projectId, search) {
      const ask = async (after?: string | null) =>
        orThrow(await client.query(USERS, { projectId, search, after })).project;
      const pages = [await ask()];
      const place = () => pages.at(-1)?.users.pageInfo;
      return {
        shown: () => pages.flatMap((page) => page?.users.edges ?? []).map(({ node }) => node),
        hasMore: () => place()?.hasNextPage ?? false,
        loadMore: async () => pages.push(await ask(place()?.endCursor)),
      };
    },
    addUser: async (input) => orThrow(await client.mutation(ADD_USER, { input })).createUser,
    editUser: async (input) => orThrow(await client.mutation(EDIT_USER, { input })).updateUser,
    codeOf: codeOfUrql,
  };
}

export function orThrow<Data, Variables extends AnyVariables>({ data, error }: OperationResult<Data, Variables>): Data {
  if (!data || error) throw error;
  return data;
}

export function codeOfUrql(error: unknown): unknown {
  return error instanceof CombinedError ? error.graphQLErrors[0]?.extensions.code : undefined;
}
