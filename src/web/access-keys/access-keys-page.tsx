import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { useProject } from '../session/viewer.ts';
import { AccessKeyCard } from './access-key-card.tsx';
import { type ListedAccessKey, useAccessKeys } from './access-keys-query.ts';
import { CreateAccessKeyDialog } from './create-access-key-dialog.tsx';
import { RevokeAccessKeyDialog } from './revoke-access-key-dialog.tsx';

export default function AccessKeysPage() {
  const { id: projectId, canAdminister } = useProject();
  const { data: accessKeys, error, refetch, isFetching } = useAccessKeys(projectId);
  const form = useFormAddress();
  const [toRevoke, setToRevoke] = useState<ListedAccessKey>();
  return (
    <>
      <PageHeader
        title="Access keys"
        action={
          canAdminister && (
            <Button leftSection={<PlusIcon />} onClick={form.add}>
              Create Access Key
            </Button>
          )
        }
      >
        What people and programs sign in with. A key of this project reaches nothing outside it.
      </PageHeader>
      {error && !accessKeys ? (
        <Failure title="The access keys could not be loaded" error={error} onRetry={refetch} isRetrying={isFetching} />
      ) : !accessKeys ? (
        <RowsSkeleton height={96} />
      ) : accessKeys.length === 0 ? (
        <Text c="dimmed" py="xl" ta="center">
          This project has no access keys of its own yet.
        </Text>
      ) : (
        <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Access keys">
          {accessKeys.map((accessKey) => (
            <AccessKeyCard
              key={accessKey.id}
              accessKey={accessKey}
              onRevoke={canAdminister ? () => setToRevoke(accessKey) : undefined}
            />
          ))}
        </Stack>
      )}
      {canAdminister && form.isAdding && <CreateAccessKeyDialog onClose={form.close} />}
      {toRevoke && <RevokeAccessKeyDialog accessKey={toRevoke} onClose={() => setToRevoke(undefined)} />}
    </>
  );
}
