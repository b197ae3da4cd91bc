import { t } from '@lingui/core/macro';
import { Button, Group } from '@mantine/core';
import type { GoTo } from './list-address.ts';

/** Goes by cursors, so nobody is skipped or seen twice while others write. */
export function Pager({
  pageInfo: { hasPreviousPage, hasNextPage, startCursor, endCursor },
  isFirst,
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
  page: number;
  onGo: GoTo;
}) {
  if (!hasPreviousPage && !hasNextPage) return null;
  const button = (label: string, place: Parameters<GoTo>[0], isOpen: boolean) => (
    // Not disabled outright: the button that was just pressed would lose the focus.
    <Button
      variant="default"
      data-disabled={!isOpen || undefined}
      aria-disabled={!isOpen}
      onClick={() => {
        if (!isOpen) return;
        onGo(place);
        window.scrollTo({ top: 0 });
      }}
    >
      {label}
    </Button>
  );
  return (
    <Group component="nav" aria-label={t`Pages`} justify="flex-end" mt="md" gap="xs">
      {button(t`First page`, {}, !isFirst)}
      {button(t`Previous`, { before: startCursor ?? '', page: String(page - 1) }, hasPreviousPage)}
      {button(t`Next`, { after: endCursor ?? '', page: String(page + 1) }, hasNextPage)}
    </Group>
  );
}
