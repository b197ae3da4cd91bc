import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { useEnvironmentOptions } from './use-environments.ts';

/** Narrows a list to one environment. */
export function EnvironmentSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const options = useEnvironmentOptions(value);
  return (
    <NativeSelect
      aria-label={t`Environment`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t`All environments` }, ...options]}
    />
  );
}
