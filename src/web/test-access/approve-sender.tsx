import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Redirect } from 'wouter';
import { request } from '../api/request.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { ApproveDialog } from '../requests/approve-dialog.tsx';
import { KnownDialog } from '../requests/known-dialog.tsx';
import { type AccessRequest, AccessRequestsDocument } from '../requests/request-documents.ts';
import { useProject } from '../viewer/viewer.ts';
import type { Reading } from './test-access-documents.ts';

/** Approves the newest request of the sender, also one that was dismissed. */
export function ApproveSender({
  search,
  readings,
  onClose,
}: {
  search: string;
  readings: Reading[];
  onClose: () => void;
}) {
  // The search finds also those whose number or id only begins so.
  const { id: projectId } = useProject();
  const variables = { projectId, search, status: null, first: 100 };
  const [isKnown, setIsKnown] = useState(false);
  const { data, error, refetch, isFetching } = useQuery({
    // Not among the lists of requests: what is decided here is not to vanish under the dialog.
    queryKey: ['request to approve', variables],
    queryFn: async ({ signal }) =>
      newestOf(
        readings,
        (await request(AccessRequestsDocument, variables, signal)).project?.accessRequests.nodes ?? [],
      ),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (data === 'SEVERAL') return <Redirect to={`/projects/${projectId}/requests?q=${encodeURIComponent(search)}`} />;
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

/** Where the text may be several senders who wrote, only the person can say which of them is meant. */
function newestOf(readings: Reading[], found: AccessRequest[]): AccessRequest | 'SEVERAL' | null {
  const own = found.filter((asked) => readings.some((reading) => isFrom(reading, asked)));
  const senders = new Set(own.map(({ channel, phoneNumber, externalId }) => `${channel} ${phoneNumber ?? externalId}`));
  return senders.size > 1 ? 'SEVERAL' : (own[0] ?? null);
}

function isFrom({ channel, phoneNumber, externalId, email }: Reading, asked: AccessRequest): boolean {
  if (phoneNumber != null) return asked.phoneNumber === phoneNumber;
  if (email != null) return asked.email?.toLowerCase() === email.toLowerCase();
  return asked.channel === channel && asked.externalId === externalId;
}
