import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** The heading of a view, with its main action at the top right. */
export function PageHeader({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Users Management`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="md">
      <Stack gap={4} flex="1 1 16rem">
        <Title order={1} size="h2" tabIndex={-1}>
          {title}
        </Title>
        <Text c="dimmed" maw="60ch">
          {children}
        </Text>
      </Stack>
      {action}
    </Group>
  );
}
