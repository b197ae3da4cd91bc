import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Client as App } from './client.ts';
import { ADD_USER, EDIT_USER, USERS } from './documents.ts';
import { codeOfUrql, orThrow } from './urql.ts';

export function createGraphcacheApp(url: string, key: string): App {
  const client = new Client({
    url,
    exchanges: [cacheExchange({ resolvers: { Project: { users: relayPagination() } } }), fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${key}` } },
  });

  return {
    async openList(projectId, search) {
      const ask = async (after?: string | null) => orThrow(await client.query(USERS, { projectId, search, after }));
      await ask();
      const users = () => client.readQuery(USERS, { projectId, search })?.data?.project?.users;
      return {
        shown: () => users()?.edges.map(({ node }) => node) ?? [],
        hasMore: () => users()?.pageInfo.hasNextPage ?? false,
        loadMore: () => ask(users()?.pageInfo.endCursor),
      };
    },
    addUser: async (input) => orThrow(await client.mutation(ADD_USER, { input })).createUser,
    editUser: async (input) => orThrow(await client.mutation(EDIT_USER, { input })).updateUser,
    codeOf: codeOfUrql,
  };
}
