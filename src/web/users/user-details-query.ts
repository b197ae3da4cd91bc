import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { UserDetailsFragment } from '../generated/graphql.ts';

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
    email
    phoneNumber(format: INTERNATIONAL)
    createdAt
    updatedAt
    environments {
      id
      name
      type
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

const UserDetailsDocument = graphql(`
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
export type LinkedAccount = UserDetails['channelIdentities'][number];

/** A user with all that is known of them; null when there is no such user in the project. */
export function useUserDetails(projectId: string, id: string) {
  return useQuery({
    queryKey: ['user', id, 'details'],
    queryFn: async ({ signal }) => {
      const { user } = await request(UserDetailsDocument, { id }, signal);
      return user && user.project.id === projectId ? user : null;
    },
  });
}
