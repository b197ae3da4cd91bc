import { t } from '@lingui/core/macro';
import { Checkbox, Skeleton, Stack } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Failure } from '../parts/failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { useProject } from '../viewer/viewer.ts';
import { useEnvironmentChoices } from './use-environments.ts';

/** Chooses among the project's environments; what cannot be chosen yet is never taken for not chosen. */
export function EnvironmentCheckboxes({
  description,
  isRequired = false,
  fixedId,
  value,
  onChange,
  error,
}: {
  description: ReactNode;
  isRequired?: boolean;
  /** One that cannot be taken away. */
  fixedId?: string;
  value: string[];
  onChange: (ids: string[]) => void;
  error: ReactNode;
}) {
  const errorId = useId();
  return (
    <Checkbox.Group
      label={t`Environments`}
      withAsterisk={isRequired}
      description={description}
      value={value}
      onChange={onChange}
      error={error}
      errorProps={{ id: errorId }}
    >
      <Choices errorId={error === undefined ? undefined : errorId} fixedId={fixedId} />
    </Checkbox.Group>
  );
}

function Choices({ errorId, fixedId }: { errorId: string | undefined; fixedId: string | undefined }) {
  const { id } = useProject();
  const { data: environments, error, refetch, isFetching } = useEnvironmentChoices(id);
  if (!environments && error) {
    return (
      <Stack my="xs">
        <Failure
          title={t`The environments could not be loaded`}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      </Stack>
    );
  }
  if (!environments) {
    return (
      <Loading>
        <Stack gap="xs" my="xs">
          <Skeleton h={20} w={120} />
          <Skeleton h={20} w={80} />
          <Skeleton h={20} w={100} />
        </Stack>
      </Loading>
    );
  }
  return (
    <Stack gap="xs" my="xs">
      {environments.map((environment) => (
        <Checkbox
          key={environment.id}
          name="environmentIds"
          value={environment.id}
          disabled={environment.id === fixedId}
          label={<bdi>{environment.name}</bdi>}
          aria-invalid={errorId !== undefined || undefined}
          aria-describedby={errorId}
        />
      ))}
    </Stack>
  );
}
