import { Trans } from '@lingui/react/macro';
import { Box, Button, Center, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { countInWords } from './counted.ts';
import { Failure } from './failure.tsx';
import type { GoTo, ListPage } from './list-address.ts';
import { Pager } from './pager.tsx';
import { PlainList } from './plain-list.tsx';
import { RowsSkeleton } from './rows-skeleton.tsx';

type Connection<Node> = {
  totalCount: number;
  pageInfo: Parameters<typeof Pager>[0]['pageInfo'];
  nodes: Node[];
};

/** A page of a list as cards, or what there is instead of it. */
export function PagedCards<Node>({
  query: { data, error, isFetching, isPlaceholderData, refetch },
  isEmptied = false,
  list: { page, goTo },
  label,
  count,
  empty,
  failureTitle,
  children,
}: {
  query: {
    data: Connection<Node> | null | undefined;
    error: Error | null;
    isFetching: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  /** Whether the page is about to be read again, since some of it is gone. */
  isEmptied?: boolean;
  list: { page: ListPage; goTo: GoTo };
  label: string;
  /** How many there are, in words. */
  count: (total: number, shown: string) => ReactNode;
  empty: ReactNode;
  failureTitle: string;
  children: (nodes: Node[]) => ReactNode;
}) {
  const isFirst = !page.after && !page.before;
  const isPastEnd = !isFirst && !isPlaceholderData && !isEmptied && data?.nodes.length === 0;
  // The last one of a last page was decided, say.
  useEffect(() => {
    if (isPastEnd) goTo({}, { replace: true });
  }, [isPastEnd, goTo]);
  const failure = error && (
    <Box mt="md">
      <Failure title={failureTitle} error={error} onRetry={refetch} isRetrying={isFetching}>
        {!isFirst && (
          <Button size="xs" variant="default" onClick={() => goTo({})}>
            <Trans>Go to the first page</Trans>
          </Button>
        )}
      </Failure>
    </Box>
  );
  if (!data)
    return (
      failure ?? (
        <Box mt="xl">
          <RowsSkeleton height={112} />
        </Box>
      )
    );
  return (
    <>
      {failure}
      <Text size="sm" c="dimmed" mt="md" mb="xs" mih="1.55em" role="status">
        {data.totalCount > 0 && count(data.totalCount, countInWords(data.totalCount))}
      </Text>
      <Box aria-busy={isPlaceholderData} inert={isPlaceholderData} opacity={isPlaceholderData ? 0.5 : undefined}>
        {data.nodes.length === 0 && isEmptied ? null : data.nodes.length === 0 ? (
          <Center py={48}>
            <Text c="dimmed" ta="center" maw="46ch">
              {empty}
            </Text>
          </Center>
        ) : (
          <PlainList label={label}>{children(data.nodes)}</PlainList>
        )}
      </Box>
      <Box mt="md">
        <Pager
          pageInfo={data.pageInfo}
          isFirst={isFirst}
          isBusy={isPlaceholderData || isEmptied}
          page={page.page}
          onGo={goTo}
        />
      </Box>
    </>
  );
}
