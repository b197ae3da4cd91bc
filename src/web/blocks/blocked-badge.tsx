import { Trans } from '@lingui/react/macro';
import { Badge } from '@mantine/core';

/** Stands beside the name of whoever is kept out. */
export function BlockedBadge() {
  return (
    <Badge color="red.9" variant="filled" tt="none" flex="none">
      <Trans>Blocked</Trans>
    </Badge>
  );
}
