import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CHANNELS } from '../channels/channels.tsx';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { Ago } from '../parts/ago.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../viewer/viewer.ts';
import { AccessDialog } from './access-dialog.tsx';
import { hasEnded, Until } from './until.tsx';
import type { Access, UserDetails } from './user-documents.ts';

/** Where the user may talk, until when, and where they were seen. */
export function UserAccess({ user }: { user: UserDetails }) {
  const { canWriteUsers } = useProject();
  const [limited, setLimited] = useState<Access>();
  return (
    <Section title={t`Environments`}>
      <PlainList label={t`Environments`}>
        {user.access.map((access) => (
          <InEnvironment
            key={access.environment.id}
            access={access}
            onLimit={canWriteUsers ? () => setLimited(access) : undefined}
          />
        ))}
      </PlainList>
      {limited && <AccessDialog user={user} access={limited} onClose={() => setLimited(undefined)} />}
    </Section>
  );
}

function InEnvironment({ access, onLimit }: { access: Access; onLimit?: () => void }) {
  const { environment, expiresAt } = access;
  const { name } = environment;
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={4} miw={0}>
          <Group gap="xs">
            <EnvironmentBadges environments={[environment]} />
            {hasEnded(expiresAt) && (
              <Badge variant="default" tt="none">
                <Trans>Expired</Trans>
              </Badge>
            )}
          </Group>
          <Text size="sm">
            <Until at={expiresAt} />
            <Text span inherit c="dimmed">
              {' · '}
              <Seen access={access} />
            </Text>
          </Text>
        </Stack>
        {onLimit && (
          <Button
            variant="default"
            size="xs"
            flex="none"
            onClick={onLimit}
            aria-label={expiresAt ? t`Extend access to ${name}` : t`Limit access to ${name}`}
          >
            {expiresAt ? <Trans>Extend</Trans> : <Trans>Limit</Trans>}
          </Button>
        )}
      </Group>
    </Card>
  );
}

function Seen({ access: { lastSeenAt, lastChannel } }: { access: Access }) {
  if (!lastSeenAt) return <Trans>never seen here</Trans>;
  if (!lastChannel) {
    return (
      <Trans>
        last seen <Ago at={lastSeenAt} />
      </Trans>
    );
  }
  const { label } = CHANNELS[lastChannel];
  return (
    <Trans>
      last seen <Ago at={lastSeenAt} /> on {label}
    </Trans>
  );
}
