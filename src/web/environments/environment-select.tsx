import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { useProject } from '../viewer/viewer.ts';
import { useEnvironmentChoices } from './use-environments.ts';

/** Narrows a list to one environment. */
export function EnvironmentSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data: environments } = useEnvironmentChoices(useProject().id);
  // What the list is narrowed by stands there, even if its name is not known.
  const isUnknown = value !== '' && !environments?.some(({ id }) => id === value);
  return (
    <NativeSelect
      aria-label={t`Environment`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t`All environments` },
        ...(environments ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ...(isUnknown ? [{ value, label: environments ? t`Removed environment` : '…' }] : []),
      ]}
    />
  );
}
