import { Trans } from '@lingui/react/macro';
import { Badge } from '@mantine/core';

/** Stands beside the name of whoever is kept out. */
export function BlockedBadge() {
  return (
    <Badge color="gray.8" variant="filled" size="sm" tt="none" flex="none">
      <Trans context="one user">Blocked</Trans>
    </Badge>
  );
}
