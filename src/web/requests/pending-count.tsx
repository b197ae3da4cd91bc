import { Plural } from '@lingui/react/macro';
import { Badge, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { formatNumber } from '../language/format.ts';
import { useProject } from '../viewer/viewer.ts';
import { useDismissing } from './dismissing.ts';
import { PendingCountDocument } from './request-documents.ts';

/** In milliseconds; only while the page is seen. */
export const POLLED_EVERY = 15_000;

/** How many people wait for a decision, beside the word it follows; nothing for none. */
export function PendingCount() {
  const { id: projectId } = useProject();
  const { data } = useQuery({
    queryKey: ['requests', 'count', projectId],
    queryFn: async ({ signal }) => {
      const { project } = await request(PendingCountDocument, { projectId }, signal);
      return (project?.environments ?? []).reduce((sum, each) => sum + each.pendingAccessRequestCount, 0);
    },
    refetchInterval: POLLED_EVERY,
  });
  const count = Math.max(0, (data ?? 0) - useDismissing().size);
  if (count === 0) return null;
  return (
    <>
      <VisuallyHidden>
        <Plural value={count} one="# waiting" other="# waiting" />
      </VisuallyHidden>
      <Badge aria-hidden size="sm" ms={8} px={6} variant="filled">
        {count > 99 ? `${formatNumber(99)}+` : formatNumber(count)}
      </Badge>
    </>
  );
}
