import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AlertIcon } from './icons.tsx';

/** A failed request says so, and can be tried again. */
export function Failure({
  title,
  error,
  onRetry,
  isRetrying,
  children,
}: {
  title: string;
  error: Error;
  onRetry: () => void;
  isRetrying?: boolean;
  children?: ReactNode;
}) {
  return (
    <Alert color="red" variant="outline" title={title} icon={<AlertIcon />}>
      <Text size="sm">{error.message}</Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" onClick={onRetry} loading={isRetrying}>
          <Trans>Try again</Trans>
        </Button>
        {children}
      </Group>
    </Alert>
  );
}
