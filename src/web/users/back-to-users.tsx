import { Trans } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { useProject } from '../viewer/viewer.ts';

/** The way from a view beside the list back to it. */
export function BackToUsers() {
  const { id } = useProject();
  return (
    <Anchor component={Link} href={`/projects/${id}/users`} inherit>
      <Trans>All users</Trans>
    </Anchor>
  );
}
