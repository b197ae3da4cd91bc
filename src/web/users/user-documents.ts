import { graphql } from '../generated/gql.ts';
import type { UserDetailsFragment, UserToEditFragment } from '../generated/graphql.ts';

graphql(`
  fragment UserToEdit on User {
    id
    version
    fullName
    phoneNumber(format: INTERNATIONAL)
    email
    firstName
    middleName
    lastName
    environments {
      id
      name
    }
    channelIdentities {
      id
      channel
      externalId
      linkedBy
    }
  }
`);

export const UserToEditDocument = graphql(`
  query UserToEdit($id: ID!) {
    user(id: $id) {
      ...UserToEdit
    }
  }
`);

export type UserToEdit = UserToEditFragment;

graphql(`
  fragment UserDetails on User {
    id
    version
    fullName
    firstName
    middleName
    lastName
    initials
    creationSource
    isBlocked
    email
    phoneNumber(format: INTERNATIONAL)
    createdAt
    updatedAt
    lastSeenAt
    environments {
      id
      name
      type
    }
    access {
      environment {
        id
        name
        type
      }
      lastSeenAt
      lastChannel
      expiresAt
    }
    channelIdentities {
      id
      channel
      externalId
      linkedAt
      linkedBy
    }
  }
`);

export const UserDetailsDocument = graphql(`
  query UserDetails($id: ID!) {
    user(id: $id) {
      project {
        id
      }
      ...UserDetails
    }
  }
`);

export type UserDetails = UserDetailsFragment;
export type Access = UserDetails['access'][number];
export type LinkedAccount = UserDetails['channelIdentities'][number];

graphql(`
  fragment UserFormError on UserError {
    ...FormError
    conflictingUser {
      ...UserToEdit
    }
  }
`);

export const CreateUserDocument = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    answer: createUser(input: $input) {
      saved: user {
        id
        fullName
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

export const UpdateUserDocument = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    answer: updateUser(input: $input) {
      saved: user {
        id
        fullName
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

export const DeleteUserDocument = graphql(`
  mutation DeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      deletedUserId
      userErrors {
        code
        message
      }
    }
  }
`);

export const MergeUsersDocument = graphql(`
  mutation MergeUsers($input: MergeUsersInput!) {
    mergeUsers(input: $input) {
      user {
        id
        fullName
      }
      userErrors {
        code
        message
      }
    }
  }
`);
