import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { UserToEditFragment } from '../generated/graphql.ts';

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

const UserToEditDocument = graphql(`
  query UserToEdit($id: ID!) {
    user(id: $id) {
      ...UserToEdit
    }
  }
`);

export type UserToEdit = UserToEditFragment;

/** The user as it is now, whatever the list remembers. */
export function useUserToEdit(id: string) {
  return useQuery({
    queryKey: ['user', id],
    queryFn: async ({ signal }) => (await request(UserToEditDocument, { id }, signal)).user ?? null,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
