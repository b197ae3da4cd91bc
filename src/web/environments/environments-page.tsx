import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { DeleteEnvironmentDialog } from './delete-environment-dialog.tsx';
import { EnvironmentCard } from './environment-card.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';
import type { ListedEnvironment } from './environment-documents.ts';
import { OpenEnvironments } from './open-environments.tsx';
import { useEnvironments } from './use-environments.ts';

export default function EnvironmentsPage() {
  const { id: projectId, canAdminister } = useProject();
  const { data: environments, error, refetch, isFetching } = useEnvironments(projectId);
  const form = useFormAddress();
  const [toRemove, setToRemove] = useState<ListedEnvironment>();
  const edited = environments?.find(({ id }) => id === form.editedId);
  return (
    <>
      <PageHeader
        title={t`Environments`}
        action={
          canAdminister && (
            <Button leftSection={<PlusIcon />} onClick={form.add}>
              <Trans>Add Environment</Trans>
            </Button>
          )
        }
      >
        <Trans>
          Where your assistant runs. Users are let in by environment: your team in Development and Staging, your
          customers in Production.
        </Trans>
      </PageHeader>
      <OpenEnvironments />
      {error && !environments ? (
        <Failure
          title={t`The environments could not be loaded`}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : environments ? (
        <PlainList label={t`Environments`}>
          {environments.map((environment) => (
            <EnvironmentCard
              key={environment.id}
              environment={environment}
              onEdit={() => form.edit(environment.id)}
              onRemove={() => setToRemove(environment)}
            />
          ))}
        </PlainList>
      ) : (
        <RowsSkeleton height={112} />
      )}
      {canAdminister && (form.isAdding || edited) && (
        <EnvironmentDialog key={edited?.id} environment={edited} onClose={form.close} />
      )}
      {toRemove && <DeleteEnvironmentDialog environment={toRemove} onClose={() => setToRemove(undefined)} />}
    </>
  );
}
