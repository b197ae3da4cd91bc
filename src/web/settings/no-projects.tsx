import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Center, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { signOut, useIsPerson } from '../api/access-key.ts';
import { awaitFirstView } from '../api/first-view.tsx';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { NewProjectDialog } from '../project/new-project-dialog.tsx';
import { useViewer } from '../viewer/viewer.ts';

/** What somebody sees who is signed in and may see no project. */
export function NoProjects() {
  const isPerson = useIsPerson();
  useEffect(awaitFirstView, []);
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
        <Trans>Nobody has added you to a project yet</Trans>
      </Title>
      <Text c="dimmed" style={{ textWrap: 'balance' }}>
        <Trans>Send your subject to an administrator, who can add you under “Members”:</Trans>
      </Text>
      <Group justify="center" my="xs">
        <Code fz="sm" style={{ overflowWrap: 'anywhere' }} aria-label={t`Your subject`} role="textbox" aria-readonly>
          {subject}
        </Code>
        <CopyTextButton text={subject} />
      </Group>
      <Group justify="center">
        <Button onClick={() => client.invalidateQueries({ queryKey: ['viewer'] })}>
          <Trans>Look again</Trans>
        </Button>
        <Button variant="default" onClick={signOut}>
          <Trans>Sign out</Trans>
        </Button>
      </Group>
    </>
  );
}

function NoneCreatedYet() {
  const { canManageProjects } = useViewer();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <>
      <Title order={1} size="h3">
        <Trans>No projects yet</Trans>
      </Title>
      <Text c="dimmed">
        {canManageProjects ? (
          <Trans>A project holds the users of one assistant.</Trans>
        ) : (
          <Trans>Somebody with an administrator’s key of the whole workspace has to create one.</Trans>
        )}
      </Text>
      {canManageProjects && (
        <Button onClick={() => setIsCreating(true)}>
          <Trans>New project</Trans>
        </Button>
      )}
      <Button variant="default" onClick={signOut}>
        <Trans>Use another key</Trans>
      </Button>
      {isCreating && <NewProjectDialog onClose={() => setIsCreating(false)} />}
    </>
  );
}
