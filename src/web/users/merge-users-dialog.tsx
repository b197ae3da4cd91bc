import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { senderText } from '../channels/sender-id.tsx';
import { BusyButton } from '../parts/busy-button.tsx';
import { Dialog, useBusyDialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { Loading } from '../parts/loading.tsx';
import { useProject } from '../viewer/viewer.ts';
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

type Row = { label: MessageDescriptor; of: (user: UserDetails) => string[]; together: 'first' | 'both' };

const ROWS: Row[] = [
  {
    label: msg`Name`,
    of: ({ fullName, firstName, lastName }) => (firstName || lastName ? [fullName] : []),
    together: 'first',
  },
  { label: msg`Phone`, of: ({ phoneNumber }) => [phoneNumber ?? []].flat(), together: 'first' },
  { label: msg`Email`, of: ({ email }) => [email ?? []].flat(), together: 'first' },
  { label: msg`Environments`, of: ({ environments }) => environments.map(({ name }) => name), together: 'both' },
  {
    label: msg`Linked accounts`,
    of: ({ channelIdentities }) => channelIdentities.map(senderText),
    together: 'both',
  },
];

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
      <Table
        aria-label={t`What becomes of the two`}
        layout="fixed"
        fz={{ base: 'xs', xs: 'sm' }}
        verticalSpacing="xs"
        horizontalSpacing={6}
        style={{ overflowWrap: 'anywhere' }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th>
              <Trans>Kept</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Merged, then deleted</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Result</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ROWS.map(({ label, of, together }) => (
            <Table.Tr key={label.id}>
              <Table.Th scope="row">{i18n._(label)}</Table.Th>
              <Cell values={of(kept)} />
              <Cell values={of(merged)} />
              <Cell
                values={
                  together === 'both' ? [...new Set([...of(kept), ...of(merged)])] : preferred(of(kept), of(merged))
                }
                isResult
              />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
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

function preferred(kept: string[], merged: string[]): string[] {
  return kept.length > 0 ? kept : merged;
}

function Cell({ values, isResult = false }: { values: string[]; isResult?: boolean }) {
  return (
    <Table.Td
      fw={isResult ? 600 : undefined}
      c={values.length > 0 ? undefined : 'dimmed'}
      style={{ overflowWrap: 'anywhere' }}
    >
      {values.length === 0
        ? '—'
        : values.map((value) => (
            <bdi key={value} style={{ display: 'block' }}>
              {value}
            </bdi>
          ))}
    </Table.Td>
  );
}
