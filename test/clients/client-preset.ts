import type { TypedDocumentString } from './__generated__/strings/graphql.ts';
import { graphql } from './__generated__/strings/index.ts';
import type { Client } from './client.ts';

const USERS = graphql(`
  query Users($projectId: ID!, $search: String, $after: String) {
    project(id: $projectId) {
      users(first: 3, after: $after, search: $search) {
        nodes { id fullName version }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

const ADD_USER = graphql(`
  mutation AddUser($input: CreateUserInput!) {
    createUser(input: $input) { user { id fullName version } userErrors { ...Problem } }
  }
`);

const EDIT_USER = graphql(`
  mutation EditUser($input: UpdateUserInput!) {
    updateUser(input: $input) { user { id fullName version } userErrors { ...Problem } }
  }
`);

graphql(`fragment Problem on UserError { code field message conflictingUser { id fullName version } }`);

class ServiceError extends Error {
  override name = 'ServiceError';
  code: string;

  constructor({ message, extensions }: { message: string; extensions: { code: string } }) {
    super(message);
    this.code = extensions.code;
  }
}

export function createPresetApp(url: string, key: string): Client {
  async function execute<Data, Variables>(
    query: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new ServiceError(errors[0]);
    return data;
  }

  return {
    async openList(projectId, search) {
      const ask = async (after?: string | null) => (await execute(USERS, { projectId, search, after })).project;
      const pages = [await ask()];
      const place = () => pages.at(-1)?.users.pageInfo;
      return {
        shown: () => pages.flatMap((page) => page?.users.nodes ?? []),
        hasMore: () => place()?.hasNextPage ?? false,
        loadMore: async () => pages.push(await ask(place()?.endCursor)),
      };
    },
    addUser: async (input) => (await execute(ADD_USER, { input })).createUser,
    editUser: async (input) => (await execute(EDIT_USER, { input })).updateUser,
    codeOf: (error) => (error instanceof ServiceError ? error.code : undefined),
  };
}
