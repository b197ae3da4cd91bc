import { t } from '@lingui/core/macro';
import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import type { GoTo } from './list-address.ts';
import classes from './pager.module.css';

/** Goes by cursors, so nobody is skipped or seen twice while others write. */
export function Pager({
  pageInfo: { hasPreviousPage, hasNextPage, startCursor, endCursor },
  isFirst,
  isBusy,
  page,
  onGo,
}: {
  pageInfo: {
    hasPreviousPage: boolean;
    hasNextPage: boolean;
    startCursor?: string | null;
    endCursor?: string | null;
  };
  isFirst: boolean;
  /** Whether another page than this one is on its way: from here there is no way on. */
  isBusy: boolean;
  page: number;
  onGo: GoTo;
}) {
  // Behind a cursor nobody who is added would be seen, though it became the first page.
  const isFirstByNow = !isFirst && !isBusy && !hasPreviousPage;
  useEffect(() => {
    if (isFirstByNow) onGo({}, { replace: true });
  }, [isFirstByNow, onGo]);
  if (!hasPreviousPage && !hasNextPage) return null;
  const button = (label: string, place: Parameters<GoTo>[0], isOpen: boolean) => (
    // Not disabled outright: the button that was just pressed would lose the focus.
    <Button
      variant="default"
      className={classes.button}
      data-disabled={!isOpen || undefined}
      aria-disabled={!isOpen}
      onClick={() => {
        if (!isOpen || isBusy) return;
        onGo(place);
        window.scrollTo({ top: 0 });
      }}
    >
      {label}
    </Button>
  );
  const previous = page > 2 ? { before: startCursor ?? '', page: String(page - 1) } : {};
  return (
    <Group component="nav" aria-label={t`Pages`} justify="flex-end" gap="xs" wrap="nowrap">
      {button(t`First page`, {}, !isFirst)}
      {button(t`Previous`, previous, hasPreviousPage)}
      {button(t`Next`, { after: endCursor ?? '', page: String(page + 1) }, hasNextPage)}
    </Group>
  );
}
