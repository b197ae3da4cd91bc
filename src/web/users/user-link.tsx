import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from 'wouter';
import { useProject } from '../viewer/viewer.ts';

/** The name of a user, which leads to them. */
export function UserLink({
  user: { id, fullName },
  ...anchor
}: { user: { id: string; fullName: string } } & Pick<AnchorProps, 'c'>) {
  const { id: projectId } = useProject();
  return (
    <Anchor component={Link} href={`/projects/${projectId}/users/${id}`} inherit underline="always" {...anchor}>
      <bdi>{fullName}</bdi>
    </Anchor>
  );
}
