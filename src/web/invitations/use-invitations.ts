import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { UserInvitationsDocument } from './invitation-documents.ts';

const keyOf = (userId: string) => ['user', userId, 'invitations'];

export function useInvitations(userId: string) {
  return useQuery({
    queryKey: keyOf(userId),
    queryFn: async ({ signal }) => (await request(UserInvitationsDocument, { userId }, signal)).user?.invitations ?? [],
  });
}

/** Each invitation is an event of the user's history as well. */
export function useRefreshInvitations(userId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['user', userId] });
}
