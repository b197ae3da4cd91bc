import { Button, Center, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { signOut, useIsPerson } from '../api/access-key.ts';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { useViewer } from '../viewer/viewer.ts';

/** What somebody sees who is signed in and may see no project. */
export function NoProjects() {
  const isPerson = useIsPerson();
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack align="center" gap="xs" ta="center" maw={480}>
        {isPerson ? <NotAddedYet /> : <NoneCreatedYet />}
      </Stack>
    </Center>
  );
}

function NotAddedYet() {
  // The API calls a person by the subject until a project has a name for them.
  const { name: subject } = useViewer();
  const client = useQueryClient();
  return (
    <>
      <Title order={1} size="h3" textWrap="balance">
        Nobody has added you to a project yet
      </Title>
      <Text c="dimmed" style={{ textWrap: 'balance' }}>
        Send your subject to an administrator, who can add you under “Members”:
      </Text>
      <Group justify="center" my="xs">
        <Code fz="sm" style={{ overflowWrap: 'anywhere' }} aria-label="Your subject" role="textbox" aria-readonly>
          {subject}
        </Code>
        <CopyTextButton text={subject} />
      </Group>
      <Group justify="center">
        <Button onClick={() => client.invalidateQueries({ queryKey: ['viewer'] })}>Look again</Button>
        <Button variant="default" onClick={signOut}>
          Sign out
        </Button>
      </Group>
    </>
  );
}

function NoneCreatedYet() {
  return (
    <>
      <Title order={1} size="h3">
        No projects yet
      </Title>
      <Text c="dimmed">Create the first one through the API, with the mutation createProject.</Text>
      <Button variant="default" onClick={signOut}>
        Use another key
      </Button>
    </>
  );
}
