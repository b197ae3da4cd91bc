import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { AccessKeyCard, isOver } from './access-key-card.tsx';
import type { ListedAccessKey } from './access-key-documents.ts';
import { CreateAccessKeyDialog } from './create-access-key-dialog.tsx';
import { RevokeAccessKeyDialog } from './revoke-access-key-dialog.tsx';
import { useAccessKeys } from './use-access-keys.ts';

export default function AccessKeysPage() {
  const { id: projectId, canAdminister } = useProject();
  const { data: accessKeys, error, refetch, isFetching } = useAccessKeys(projectId);
  const form = useFormAddress();
  const [toRevoke, setToRevoke] = useState<ListedAccessKey>();
  const cards = (label: string, keys: ListedAccessKey[]) => (
    <PlainList label={label}>
      {keys.map((accessKey) => (
        <AccessKeyCard
          key={accessKey.id}
          accessKey={accessKey}
          onRevoke={canAdminister ? () => setToRevoke(accessKey) : undefined}
        />
      ))}
    </PlainList>
  );
  return (
    <>
      <PageHeader
        title={t`Access keys`}
        action={
          canAdminister && (
            <Button leftSection={<PlusIcon />} onClick={form.add}>
              <Trans>Create Access Key</Trans>
            </Button>
          )
        }
      >
        <Trans>What people and programs sign in with. A key of this project reaches nothing outside it.</Trans>
      </PageHeader>
      {error && !accessKeys ? (
        <Failure
          title={t`The access keys could not be loaded`}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : !accessKeys ? (
        <RowsSkeleton height={96} />
      ) : accessKeys.length === 0 ? (
        <Text c="dimmed" py="xl" ta="center">
          <Trans>This project has no access keys of its own yet.</Trans>
        </Text>
      ) : (
        <>
          {cards(
            t`Access keys`,
            accessKeys.filter((key) => !isOver(key)),
          )}
          {accessKeys.some(isOver) && (
            <Stack mt="xl">
              <Title order={2} size="h4">
                <Trans>No longer valid</Trans>
              </Title>
              {cards(t`No longer valid`, accessKeys.filter(isOver))}
            </Stack>
          )}
        </>
      )}
      {canAdminister && form.isAdding && <CreateAccessKeyDialog onClose={form.close} />}
      {toRevoke && <RevokeAccessKeyDialog accessKey={toRevoke} onClose={() => setToRevoke(undefined)} />}
    </>
  );
}
