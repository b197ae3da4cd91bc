import { useEffect, useState } from 'react';
import { queryClient } from '../api/query-client.ts';
import { useListState } from './list-state.ts';
import { usersQuery } from './use-users.ts';

/** Asks for the list that the address names while who is signed in is asked too: one way to the service and back less. */
export function EarlyList({ projectId }: { projectId: string }) {
  const { state } = useListState();
  // What is searched for or turned to later asks for itself.
  const [first] = useState(state);
  useEffect(() => void queryClient.prefetchQuery(usersQuery(projectId, first)), [projectId, first]);
  return null;
}
