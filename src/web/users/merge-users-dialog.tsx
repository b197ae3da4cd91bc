import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Dialog, useBusyDialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { Loading } from '../parts/loading.tsx';
import { useProject } from '../viewer/viewer.ts';
import { MergePreview } from './merge-preview.tsx';
import { useUserDetails } from './use-user.ts';
import { useRefreshUsers } from './use-users.ts';
import { MergeUsersDocument, type UserDetails } from './user-documents.ts';

/** Two users who are one person: both, and what becomes of them. */
export default function MergeUsersDialog({
  ids,
  onClose,
}: {
  ids: [kept: string, merged: string];
  onClose: () => void;
}) {
  const { id: projectId } = useProject();
  const [isSwapped, setIsSwapped] = useState(false);
  const [first, second] = [useUserDetails(projectId, ids[0]), useUserDetails(projectId, ids[1])];
  const [kept, merged] = isSwapped ? [second.data, first.data] : [first.data, second.data];
  const error = first.error ?? second.error;
  return (
    <Dialog
      title={
        kept && merged ? (
          <Trans>
            Merge <bdi>{merged.fullName}</bdi> into <bdi>{kept.fullName}</bdi>?
          </Trans>
        ) : (
          t`Merge users`
        )
      }
      onClose={onClose}
      isWide
    >
      {kept && merged ? (
        <Comparison kept={kept} merged={merged} onSwap={() => setIsSwapped(!isSwapped)} onClose={onClose} />
      ) : error ? (
        <Failure
          title={t`The users could not be loaded`}
          error={error}
          onRetry={() => [first, second].forEach(({ refetch }) => void refetch())}
        />
      ) : kept === null || merged === null ? (
        <Text>
          <Trans>One of the users is not there any more.</Trans>
        </Text>
      ) : (
        <Loading>
          <Skeleton h={240} />
        </Loading>
      )}
    </Dialog>
  );
}

function Comparison({
  kept,
  merged,
  onSwap,
  onClose,
}: {
  kept: UserDetails;
  merged: UserDetails;
  onSwap: () => void;
  onClose: () => void;
}) {
  const { id: projectId } = useProject();
  const [, navigate] = useLocation();
  const refresh = useRefreshUsers();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => {
      const input = { id: kept.id, mergedId: merged.id, expectedVersion: kept.version };
      return (await request(MergeUsersDocument, { input })).mergeUsers;
    },
    onSuccess({ user }) {
      refresh();
      if (!user) return;
      notifications.show({ message: t`${merged.fullName} was merged into ${user.fullName}` });
      navigate(`/projects/${projectId}/users/${user.id}`);
    },
  });
  useBusyDialog(isPending);
  const message = error?.message ?? data?.userErrors[0]?.message;
  return (
    <Stack>
      <MergePreview kept={kept} merged={merged} />
      <Text size="sm">
        <Trans>The merged user is deleted, with what the kept one has already. This cannot be undone.</Trans>
      </Text>
      {message && (
        <Alert color="red" variant="outline" icon={<AlertIcon />}>
          {message}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="subtle" onClick={onSwap} disabled={isPending}>
          <Trans>Keep the other one</Trans>
        </Button>
        <Group>
          <Button variant="default" onClick={onClose} disabled={isPending} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <BusyButton color="red.9" isBusy={isPending} onClick={() => mutate()}>
            <Trans>Merge</Trans>
          </BusyButton>
        </Group>
      </Group>
    </Stack>
  );
}
