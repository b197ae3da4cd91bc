import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Card, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { CheckIcon, CircleIcon } from '../parts/icons.tsx';
import { companySignIn } from '../session/company-sign-in.ts';
import { useProject } from '../viewer/viewer.ts';
import { noteOf, readNotes } from './checklist-notes.ts';
import { useChecklist } from './use-checklist.ts';

/** What to do first with a new project; it is gone once all is done, or when it was put away. */
export default function Checklist() {
  const { id, canAdminister } = useProject();
  return canAdminister ? <Steps key={id} id={id} /> : null;
}

function Steps({ id }: { id: string }) {
  const [notes, setNotes] = useState(() => readNotes(id));
  const { data: done } = useChecklist(id);
  const note = (what: 'dismissed' | 'registration') => setNotes(noteOf(id, what));
  if (!done || notes.includes('dismissed')) return null;
  const isRegistrationDecided = done.registration || notes.includes('registration');
  const all = [done.people, done.assistant === 'used', isRegistrationDecided, done.colleague];
  if (!done.isNew || all.every(Boolean)) return null;
  const base = `/projects/${id}`;
  return (
    <Card withBorder mt="xl" component="section" aria-labelledby="first-steps">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="first-steps">
          <Trans>First steps</Trans>
        </Title>
        <Button variant="subtle" color="gray" c="dimmed" size="compact-sm" onClick={() => note('dismissed')}>
          <Trans>Hide first steps</Trans>
        </Button>
      </Group>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        <Step isDone={done.people} href={`${base}/users?add=new`} label={<Trans>Add the first people</Trans>}>
          <Trans>Those who may talk to the assistant.</Trans>
        </Step>
        <Step isDone={done.assistant === 'used'} href={`${base}/connect`} label={<Trans>Connect the assistant</Trans>}>
          {done.assistant === 'waiting' ? (
            <Trans>Its key is made, and has not been used yet.</Trans>
          ) : (
            <Trans>A key and a few lines for the gateway that receives its messages.</Trans>
          )}
        </Step>
        <Step
          isDone={isRegistrationDecided}
          href={`${base}/environments`}
          onFollow={() => note('registration')}
          label={<Trans>Decide who may register by themselves</Trans>}
        >
          <Trans>In Production, anyone who writes does; you can ask for your approval, or close it.</Trans>
        </Step>
        <Step
          isDone={done.colleague}
          href={companySignIn ? `${base}/members?add=new` : `${base}/access-keys?add=new`}
          label={<Trans>Invite a colleague</Trans>}
        >
          {companySignIn ? (
            <Trans>They sign in with their company account.</Trans>
          ) : (
            <Trans>With an access key of their own.</Trans>
          )}
        </Step>
      </Stack>
    </Card>
  );
}

function Step({
  isDone,
  href,
  label,
  onFollow,
  children,
}: {
  isDone: boolean;
  href: string;
  label: ReactNode;
  onFollow?: () => void;
  children: ReactNode;
}) {
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <Text component="span" lh={1} pt={3} c={isDone ? 'teal' : 'dimmed'}>
        {isDone ? <CheckIcon /> : <CircleIcon />}
      </Text>
      <div>
        {isDone ? (
          <Text c="dimmed">
            {label}
            <VisuallyHidden>
              {' '}
              <Trans>Done</Trans>
            </VisuallyHidden>
          </Text>
        ) : (
          <Anchor component={Link} href={href} onClick={onFollow}>
            {label}
          </Anchor>
        )}
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </div>
    </Group>
  );
}
