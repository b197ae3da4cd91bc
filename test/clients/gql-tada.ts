import { initGraphQLTada, type ResultOf, type TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import type { introspection } from './__generated__/tada.d.ts';
import type { Client } from './client.ts';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string } }>();

const USER = graphql(`fragment User on User @_unmask { id fullName version }`);

const PROBLEM = graphql(`fragment Problem on UserError @_unmask { code field message conflictingUser { ...User } }`, [
  USER,
]);

const USERS = graphql(
  `query Users($projectId: ID!, $search: String, $after: String) {
    project(id: $projectId) {
      users(first: 3, after: $after, search: $search) {
        nodes { ...User }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [USER],
);

const ADD_USER = graphql(
  `mutation AddUser($input: CreateUserInput!) {
    createUser(input: $input) { user { ...User } userErrors { ...Problem } }
  }`,
  [USER, PROBLEM],
);

const EDIT_USER = graphql(
  `mutation EditUser($input: UpdateUserInput!) {
    updateUser(input: $input) { user { ...User } userErrors { ...Problem } }
  }`,
  [USER, PROBLEM],
);

type Answer<Data> = { data: Data; errors?: { message: string; extensions: { code: string } }[] };

export function createTadaApp(url: string, key: string): Client {
  async function ask<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    if (errors) throw new Error(errors[0]?.message, { cause: errors[0] });
    return data;
  }

  return {
    async openList(projectId, search) {
      const pages: ResultOf<typeof USERS>[] = [await ask(USERS, { projectId, search })];
      const place = () => pages.at(-1)?.project?.users.pageInfo;
      return {
        shown: () => pages.flatMap(({ project }) => project?.users.nodes ?? []),
        hasMore: () => place()?.hasNextPage ?? false,
        loadMore: async () => pages.push(await ask(USERS, { projectId, search, after: place()?.endCursor })),
      };
    },
    addUser: async (input) => (await ask(ADD_USER, { input })).createUser,
    editUser: async (input) => (await ask(EDIT_USER, { input })).updateUser,
    codeOf: (error) => (error as { cause?: { extensions: { code: string } } }).cause?.extensions.code,
  };
}
