import { Anchor, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useIsPerson } from '../api/access-key.ts';

export function NotFound() {
  const isPerson = useIsPerson();
  useEffect(() => {
    document.title = 'Nothing is here · Users Management';
  }, []);
  return (
    <Center p="xl">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          Nothing is here
        </Title>
        <Text c="dimmed">
          The address is wrong, or {isPerson ? 'you are not a member of' : 'your access key does not reach'} this
          project.
        </Text>
        <Anchor component={Link} href="/">
          Go to your projects
        </Anchor>
      </Stack>
    </Center>
  );
}
