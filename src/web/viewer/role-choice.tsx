import { t } from '@lingui/core/macro';
import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Role } from '../generated/graphql.ts';
import { ROLES, roleNamed } from './roles.ts';

/** The roles to choose from, each with what it allows. */
export function RoleChoice({
  roles,
  value,
  onChange,
  error,
}: {
  roles: readonly Role[];
  value: Role | null;
  onChange: (role: Role | null) => void;
  error: ReactNode;
}) {
  return (
    <Radio.Group
      name="role"
      label={t`Role`}
      withAsterisk
      value={value}
      onChange={(chosen) => onChange(roleNamed(chosen))}
      error={error}
    >
      <Stack gap="xs" my="xs">
        {roles.map((role) => (
          <Radio key={role} value={role} label={ROLES[role].label} description={ROLES[role].meaning} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
