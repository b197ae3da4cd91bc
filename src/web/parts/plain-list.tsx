import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** A list of cards. */
export function PlainList({ label, gap, children }: { label: string; gap?: number; children: ReactNode }) {
  return (
    <Stack component="ul" gap={gap} m={0} p={0} style={{ listStyle: 'none' }} aria-label={label}>
      {children}
    </Stack>
  );
}
