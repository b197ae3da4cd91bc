import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { useProject } from '../session/viewer.ts';
import { DeleteEnvironmentDialog } from './delete-environment-dialog.tsx';
import { EnvironmentCard } from './environment-card.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';
import { type ListedEnvironment, useEnvironments } from './environments-query.ts';

type Open = { add: true } | { edit: ListedEnvironment } | { remove: ListedEnvironment };

export default function EnvironmentsPage() {
  const { id: projectId, canAdminister } = useProject();
  const { data: environments, error, refetch, isFetching } = useEnvironments(projectId);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader
        title="Environments"
        action={
          canAdminister && (
            <Button leftSection={<PlusIcon />} onClick={() => setOpen({ add: true })}>
              Add Environment
            </Button>
          )
        }
      >
        Where your assistant runs. Users are let in by environment: your team in Development and Staging, your customers
        in Production.
      </PageHeader>
      {error && !environments ? (
        <Failure title="The environments could not be loaded" error={error} onRetry={refetch} isRetrying={isFetching} />
      ) : environments ? (
        <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Environments">
          {environments.map((environment) => (
            <EnvironmentCard
              key={environment.id}
              environment={environment}
              onEdit={() => setOpen({ edit: environment })}
              onRemove={() => setOpen({ remove: environment })}
            />
          ))}
        </Stack>
      ) : (
        <RowsSkeleton height={112} />
      )}
      {open && 'add' in open && <EnvironmentDialog onClose={close} />}
      {open && 'edit' in open && <EnvironmentDialog environment={open.edit} onClose={close} />}
      {open && 'remove' in open && <DeleteEnvironmentDialog environment={open.remove} onClose={close} />}
    </>
  );
}
