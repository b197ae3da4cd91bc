import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, CloseButton, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useProject } from '../viewer/viewer.ts';
import classes from './added-user.module.css';
import type { UserEdge } from './user-list-documents.ts';

type Added = { id: string; fullName: string; at: number };

/** Says that a user was added, leads to them, and on to the next; the list says so too where it does not show them. */
export function useTellOfAdded() {
  const { id: projectId } = useProject();
  const client = useQueryClient();
  return ({ id, fullName }: Pick<Added, 'id' | 'fullName'>, onAddAnother: () => void) => {
    client.setQueryData<Added>(['added', projectId], { id, fullName, at: Date.now() });
    notifications.show({
      autoClose: 8000,
      message: (
        <>
          <Trans>{fullName} was added</Trans>
          <Group gap="xs" mt={6}>
            <Button size="compact-xs" variant="default" component={Link} href={`/projects/${projectId}/users/${id}`}>
              <Trans>View</Trans>
            </Button>
            <Button size="compact-xs" variant="default" onClick={onAddAnother}>
              <Trans>Add another</Trans>
            </Button>
          </Group>
        </>
      ),
    });
  };
}

/** Whoever was added last, where the list leaves them out: it is narrowed, ordered otherwise, or at another page. */
export function AddedUser({
  edges,
  readAt,
  onShowAll,
}: {
  edges: UserEdge[];
  /** When these were read: before, nobody knew yet. */
  readAt: number;
  onShowAll: () => void;
}) {
  const { id: projectId } = useProject();
  const client = useQueryClient();
  const { data: added } = useQuery<Added | null>({ queryKey: ['added', projectId], queryFn: skipToken });
  const isShown = edges.some(({ node }) => node.id === added?.id);
  useEffect(() => {
    if (isShown) client.setQueryData(['added', projectId], null);
  }, [isShown, client, projectId]);
  if (!added || isShown || readAt < added.at) return null;
  const { fullName } = added;
  const href = `/projects/${projectId}/users/${added.id}`;
  return (
    <Group className={classes.added} gap="sm" wrap="nowrap">
      <Text size="sm" flex={1}>
        <Trans>
          <Anchor component={Link} href={href} inherit underline="always">
            <bdi>{fullName}</bdi>
          </Anchor>{' '}
          was added, but is not on this page of the list.
        </Trans>
      </Text>
      <Button size="xs" variant="default" onClick={onShowAll}>
        <Trans>Show the newest</Trans>
      </Button>
      <CloseButton aria-label={t`Close`} onClick={() => client.setQueryData(['added', projectId], null)} />
    </Group>
  );
}
