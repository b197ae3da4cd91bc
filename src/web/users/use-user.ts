import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { UserDetailsDocument, UserToEditDocument } from './user-documents.ts';

/** The user as it is now, whatever the list remembers. */
export function useUserToEdit(id: string) {
  return useQuery({
    queryKey: ['user', id],
    queryFn: async ({ signal }) => (await request(UserToEditDocument, { id }, signal)).user ?? null,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** A user with all that is known of them; null when there is no such user in the project. */
export function useUserDetails(projectId: string, id: string, { enabled = true } = {}) {
  return useQuery({
    queryKey: ['user', id, 'details'],
    queryFn: async ({ signal }) => {
      const { user } = await request(UserDetailsDocument, { id }, signal);
      return user && user.project.id === projectId ? user : null;
    },
    enabled,
  });
}
