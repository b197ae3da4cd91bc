import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { ApproveDialog } from '../requests/approve-dialog.tsx';
import { KnownDialog } from '../requests/known-dialog.tsx';
import { AccessRequestsDocument } from '../requests/request-documents.ts';
import { useProject } from '../viewer/viewer.ts';

/** Approves the newest request of the sender, also one that was dismissed. */
export function ApproveSender({ search, onClose }: { search: string; onClose: () => void }) {
  const variables = { projectId: useProject().id, search, status: null, first: 1 };
  const [isKnown, setIsKnown] = useState(false);
  const { data, error, refetch, isFetching } = useQuery({
    // Not among the lists of requests: what is decided here is not to vanish under the dialog.
    queryKey: ['request to approve', variables],
    queryFn: async ({ signal }) =>
      (await request(AccessRequestsDocument, variables, signal)).project?.accessRequests.nodes[0] ?? null,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (data && isKnown) return <KnownDialog request={data} onClose={onClose} />;
  if (data) return <ApproveDialog request={data} onKnown={() => setIsKnown(true)} onClose={onClose} />;
  if (data === undefined && !error) return null;
  return (
    <Dialog title={t`Approve`} isQuestion onClose={onClose}>
      {error ? (
        <Failure title={t`The request could not be loaded`} error={error} onRetry={refetch} isRetrying={isFetching} />
      ) : (
        <Text>
          <Trans>The request is no longer there.</Trans>
        </Text>
      )}
    </Dialog>
  );
}
