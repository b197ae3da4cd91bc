import { graphql } from './__generated__/documents/index.ts';

export const USERS = graphql(`
  query Users($projectId: ID!, $search: String, $after: String) {
    project(id: $projectId) {
      id
      users(first: 3, after: $after, search: $search) {
        edges { node { id fullName version } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const ADD_USER = graphql(`
  mutation AddUser($input: CreateUserInput!) {
    createUser(input: $input) {
      user { id fullName version }
      userErrors { code field message conflictingUser { id fullName version } }
    }
  }
`);

export const EDIT_USER = graphql(`
  mutation EditUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user { id fullName version }
      userErrors { code field message conflictingUser { id fullName version } }
    }
  }
`);
