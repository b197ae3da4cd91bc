import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useContext, useEffect, useRef } from 'react';
import { ProjectContext } from '../viewer/viewer.ts';

let isFirstView = true;

/** The heading of a view, with its main action at the top right. */
export function PageHeader({
  title,
  badge,
  children,
  action,
}: {
  title: string;
  badge?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  const project = useContext(ProjectContext)?.name;
  useEffect(() => {
    document.title = [title, project, 'Users Management'].filter(Boolean).join(' · ');
  }, [title, project]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever went here by a link hears where they are; a page that was just opened says so by its title.
    if (!isFirstView) heading.current?.focus({ preventScroll: true });
    isFirstView = false;
  }, []);
  return (
    <Stack gap={4} mb="sm">
      <Group justify="space-between" align="flex-start" gap="md">
        <Group gap="sm" flex="1 1 0" miw="min-content">
          <Title ref={heading} order={1} size="h2" tabIndex={-1} miw={0}>
            {title}
          </Title>
          {badge}
        </Group>
        {action}
      </Group>
      <Text size="sm" c="dimmed" maw="110ch" visibleFrom="xs">
        {children}
      </Text>
    </Stack>
  );
}
