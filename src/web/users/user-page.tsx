import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { BlockDialog } from '../blocks/block-dialog.tsx';
import { BlockedBadge } from '../blocks/blocked-badge.tsx';
import { UnblockUserDialog } from '../blocks/unblock-dialog.tsx';
import { Invitations } from '../invitations/invitations.tsx';
import { Ago } from '../parts/ago.tsx';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { EmailAddress } from '../parts/email-address.tsx';
import { Failure } from '../parts/failure.tsx';
import { Moment } from '../parts/moment.tsx';
import { Section } from '../parts/section.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { ViewSkeleton } from '../settings/settings-skeleton.tsx';
import { useProject } from '../viewer/viewer.ts';
import { BackToUsers } from './back-to-users.tsx';
import { CreationSourceHelp } from './creation-source-help.tsx';
import { CREATION_SOURCES } from './creation-sources.ts';
import DeleteUserDialog from './delete-user-dialog.tsx';
import { LinkedAccounts } from './linked-accounts.tsx';
import { PersonExport } from './person-export.tsx';
import { useUserDetails } from './use-user.ts';
import { UserAccess } from './user-access.tsx';
import { UserDialogs } from './user-dialogs.tsx';
import type { UserDetails } from './user-documents.ts';
import { UserHistory } from './user-history.tsx';
import classes from './user-page.module.css';

/** One user: who they are, by what they are recognised, where they may talk, and what was done to them. */
export default function UserPage({ userId }: { userId: string }) {
  const { id: projectId } = useProject();
  const { data: user, error, refetch, isFetching } = useUserDetails(projectId, userId);
  if (user) return <Details key={user.id} user={user} />;
  if (error) {
    return <Failure title={t`The user could not be loaded`} error={error} onRetry={refetch} isRetrying={isFetching} />;
  }
  if (user === undefined) return <ViewSkeleton />;
  return (
    <PageHeader title={t`There is no such user`}>
      <Trans>
        They may have been removed, or merged with another user. <BackToUsers />
      </Trans>
    </PageHeader>
  );
}

function Details({ user }: { user: UserDetails }) {
  const { id: projectId, canWriteUsers } = useProject();
  const [, navigate] = useLocation();
  const form = useFormAddress();
  const source = CREATION_SOURCES[user.creationSource];
  const [isDeleting, setIsDeleting] = useState(false);
  const [isBlocking, setIsBlocking] = useState(false);
  return (
    <>
      <Text size="sm" mb="xs" className={classes.onScreen}>
        <BackToUsers />
      </Text>
      <PageHeader
        title={user.fullName}
        badge={user.isBlocked && <BlockedBadge />}
        action={
          canWriteUsers && (
            <Group gap="xs">
              <Button variant="default" onClick={() => form.edit(user.id)}>
                <Trans>Edit</Trans>
              </Button>
              <Button variant="default" onClick={() => setIsBlocking(true)}>
                {user.isBlocked ? <Trans>Unblock</Trans> : <Trans>Block</Trans>}
              </Button>
              <Button variant="default" onClick={() => setIsDeleting(true)}>
                <Trans>Delete</Trans>
              </Button>
            </Group>
          )
        }
      >
        <Trans>
          {source} <CreationSourceHelp source={user.creationSource} /> · added <Moment at={user.createdAt} /> · changed{' '}
          <Moment at={user.updatedAt} />
        </Trans>{' '}
        ·{' '}
        {user.lastSeenAt ? (
          <Trans>
            last seen <Ago at={user.lastSeenAt} />
          </Trans>
        ) : (
          <Trans>never seen</Trans>
        )}
      </PageHeader>
      <Stack gap="xl" className={classes.parts}>
        <Section title={t`Contact`}>
          <Attribute label={t`Phone`} copyLabel={t`phone`} value={user.phoneNumber} missing={t`No phone`}>
            <bdi dir="ltr">{user.phoneNumber}</bdi>
          </Attribute>
          <Attribute label={t`Email`} copyLabel={t`email`} value={user.email} missing={t`No email`}>
            <EmailAddress address={user.email ?? ''} />
          </Attribute>
        </Section>
        <UserAccess user={user} />
        <LinkedAccounts user={user} />
        <Invitations user={user} />
        <div className={classes.onScreen}>
          <PersonExport user={user} />
        </div>
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
  copyLabel,
  value,
  missing,
  children,
}: {
  label: string;
  /** Within a sentence. */
  copyLabel: string;
  value: string | null | undefined;
  missing: string;
  children: ReactNode;
}) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" c="dimmed" miw="4rem" flex="none">
        {label}
      </Text>
      <Text c={value ? undefined : 'dimmed'} miw={0}>
        {value ? children : missing}
      </Text>
      {value && (
        <Box flex="none">
          <CopyTextButton text={value} label={copyLabel} size="compact-sm" />
        </Box>
      )}
    </Group>
  );
}
