import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Stands where the content will be, in about its size, and tells screen readers so. */
export function Loading({ children }: { children: ReactNode }) {
  return (
    <div>
      <VisuallyHidden role="status">
        <Trans>Loading…</Trans>
      </VisuallyHidden>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
