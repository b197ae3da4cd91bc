import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { AccessRequestStatus, ApproveAccessRequestInput } from '../generated/graphql.ts';
import { type ListPage, toPageVariables } from '../parts/list-address.ts';
import { useProject } from '../viewer/viewer.ts';
import { POLLED_EVERY } from './pending-count.tsx';
import { AccessRequestsDocument, ApproveAccessRequestDocument, PeopleDocument } from './request-documents.ts';

/** A page of requests; it keeps itself current while the page is seen. */
export function useRequests(asked: {
  status: AccessRequestStatus;
  search: string;
  environment: string;
  page: ListPage;
}) {
  const { status, search, environment, page } = asked;
  const environmentIds = environment ? [environment] : undefined;
  const variables = { projectId: useProject().id, status, search, environmentIds, ...toPageVariables(page) };
  return useQuery({
    queryKey: ['requests', 'list', variables],
    queryFn: async ({ signal }) =>
      (await request(AccessRequestsDocument, variables, signal)).project?.accessRequests ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: POLLED_EVERY,
  });
}

/** The first few users that a search finds; none without one. */
export function usePeople(search: string) {
  const variables = { projectId: useProject().id, search };
  return useQuery({
    queryKey: ['users', 'people', variables],
    queryFn: async ({ signal }) => (await request(PeopleDocument, variables, signal)).project?.users.nodes ?? [],
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  });
}

/** A decision shows in the requests, their count, and on users. */
export function useRefreshRequests() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [['requests'], ['users'], ['user'], ['environments']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** Approves, and answers once the page shows the change, for the focus to find its place. */
export function useApprove() {
  const refresh = useRefreshRequests();
  return async (input: ApproveAccessRequestInput) => {
    const answered = await request(ApproveAccessRequestDocument, { input });
    // After a refusal too: somebody else may have decided.
    await refresh();
    return answered;
  };
}
