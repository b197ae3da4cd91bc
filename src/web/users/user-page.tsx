import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { BlockDialog } from '../blocks/block-dialog.tsx';
import { BlockedBadge } from '../blocks/blocked-badge.tsx';
import { UnblockUserDialog } from '../blocks/unblock-dialog.tsx';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { Invitations } from '../invitations/invitations.tsx';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Moment } from '../parts/moment.tsx';
import { Section } from '../parts/section.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { ViewSkeleton } from '../settings/settings-skeleton.tsx';
import { useProject } from '../viewer/viewer.ts';
import { CreationSourceHelp } from './creation-source-help.tsx';
import { CREATION_SOURCES } from './creation-sources.ts';
import { DeleteUserDialog } from './delete-user-dialog.tsx';
import { LinkedAccounts } from './linked-accounts.tsx';
import { useUserDetails } from './use-user.ts';
import { UserDialogs } from './user-dialogs.tsx';
import type { UserDetails } from './user-documents.ts';
import { UserHistory } from './user-history.tsx';

/** One user: who they are, by what they are recognised, where they may talk, and what was done to them. */
export default function UserPage({ userId }: { userId: string }) {
  const { id: projectId } = useProject();
  const { data: user, error, refetch, isFetching } = useUserDetails(projectId, userId);
  if (user) return <Details key={user.id} user={user} />;
  if (error) {
    return <Failure title="The user could not be loaded" error={error} onRetry={refetch} isRetrying={isFetching} />;
  }
  if (user === undefined) return <ViewSkeleton />;
  return (
    <PageHeader title="There is no such user">
      They may have been removed, or merged with another user. <BackToUsers />
    </PageHeader>
  );
}

function BackToUsers() {
  const { id } = useProject();
  return (
    <Anchor component={Link} href={`/projects/${id}/users`} inherit>
      All users
    </Anchor>
  );
}

function Details({ user }: { user: UserDetails }) {
  const { id: projectId, canWriteUsers } = useProject();
  const [, navigate] = useLocation();
  const form = useFormAddress();
  const [isDeleting, setIsDeleting] = useState(false);
  const [isBlocking, setIsBlocking] = useState(false);
  return (
    <>
      <Text size="sm" mb="xs">
        <BackToUsers />
      </Text>
      <PageHeader
        title={user.fullName}
        badge={user.isBlocked && <BlockedBadge />}
        action={
          canWriteUsers && (
            <Group gap="xs">
              <Button variant="default" onClick={() => form.edit(user.id)}>
                Edit
              </Button>
              <Button variant="default" onClick={() => setIsBlocking(true)}>
                {user.isBlocked ? 'Unblock' : 'Block'}
              </Button>
              <Button variant="default" c="var(--mantine-color-error)" onClick={() => setIsDeleting(true)}>
                Delete
              </Button>
            </Group>
          )
        }
      >
        {CREATION_SOURCES[user.creationSource]} <CreationSourceHelp source={user.creationSource} /> · added{' '}
        <Moment at={user.createdAt} /> · changed <Moment at={user.updatedAt} />
      </PageHeader>
      <Stack gap="xl">
        <Section title="Contact">
          <Attribute label="Phone" value={user.phoneNumber} missing="No phone" direction="ltr" />
          <Attribute label="Email" value={user.email} missing="No email" />
        </Section>
        <LinkedAccounts user={user} />
        <Invitations user={user} />
        <Section title="Environments">
          <EnvironmentBadges environments={user.environments} />
        </Section>
        <UserHistory user={user} />
      </Stack>
      <UserDialogs form={form} />
      {isBlocking && <BlockQuestion user={user} onClose={() => setIsBlocking(false)} />}
      {isDeleting && (
        <DeleteUserDialog
          user={user}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => navigate(`/projects/${projectId}/users`)}
        />
      )}
    </>
  );
}

// Which of the two was asked stays, though the answer changes the user below.
function BlockQuestion({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const [wasBlocked] = useState(user.isBlocked);
  if (wasBlocked) return <UnblockUserDialog user={user} onClose={onClose} />;
  return <BlockDialog target={{ name: user.fullName, userId: user.id }} onClose={onClose} />;
}

function Attribute({
  label,
  value,
  missing,
  direction = 'auto',
}: {
  label: string;
  value: string | null | undefined;
  missing: string;
  direction?: 'auto' | 'ltr';
}) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" c="dimmed" w="4rem" flex="none">
        {label}
      </Text>
      <Text c={value ? undefined : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
        {value ? <bdi dir={direction}>{value}</bdi> : missing}
      </Text>
      {value && <CopyTextButton text={value} label={label.toLowerCase()} size="compact-sm" />}
    </Group>
  );
}
