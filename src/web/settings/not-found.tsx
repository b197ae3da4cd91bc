import { Anchor, Button, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { signOut } from '../session/access-key.ts';

export function NotFound() {
  useEffect(() => {
    document.title = 'Nothing is here · Users Management';
  }, []);
  return (
    <Center p="xl">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          Nothing is here
        </Title>
        <Text c="dimmed">The address is wrong, or your access key does not reach this project.</Text>
        <Anchor component={Link} href="/">
          Go to your projects
        </Anchor>
      </Stack>
    </Center>
  );
}

export function NoProjects() {
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          No projects yet
        </Title>
        <Text c="dimmed">Create the first one through the API, with the mutation createProject.</Text>
        <Button variant="default" onClick={signOut}>
          Use another key
        </Button>
      </Stack>
    </Center>
  );
}
