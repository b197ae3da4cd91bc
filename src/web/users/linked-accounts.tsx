import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CHANNELS, LINK_ORIGINS } from '../channels/channels.tsx';
import { isRecognisable } from '../channels/recognition.ts';
import { SenderId } from '../channels/sender-id.tsx';
import type { Channel } from '../generated/graphql.ts';
import { Moment } from '../parts/moment.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../viewer/viewer.ts';
import { LinkAccountDialog } from './link-account-dialog.tsx';
import { UnlinkAccountDialog } from './unlink-account-dialog.tsx';
import type { LinkedAccount, UserDetails } from './user-documents.ts';

/** The accounts by which the channels name the user, and the channels on which nothing could recognise them. */
export function LinkedAccounts({ user }: { user: UserDetails }) {
  const { canWriteUsers } = useProject();
  const [isLinking, setIsLinking] = useState(false);
  const [toUnlink, setToUnlink] = useState<LinkedAccount>();
  const unknown = (Object.keys(CHANNELS) as Channel[]).filter((channel) => !isRecognisable(user, channel));
  return (
    <Section
      title={t`Linked accounts`}
      action={
        canWriteUsers && (
          <Button variant="default" size="xs" onClick={() => setIsLinking(true)}>
            <Trans>Link account</Trans>
          </Button>
        )
      }
    >
      {user.channelIdentities.length === 0 && (
        <Text c="dimmed">
          <Trans>No account is linked yet.</Trans>
        </Text>
      )}
      <PlainList label={t`Linked accounts`}>
        {user.channelIdentities.map((account) => (
          <Account key={account.id} account={account} onUnlink={canWriteUsers ? setToUnlink : undefined} />
        ))}
      </PlainList>
      {unknown.length > 0 && (
        <List size="sm" c="dimmed" listStyleType="none">
          {unknown.map((channel) => (
            <List.Item key={channel}>
              <Trans>Not recognised on {CHANNELS[channel].label} yet</Trans>
            </List.Item>
          ))}
        </List>
      )}
      {isLinking && <LinkAccountDialog user={user} onClose={() => setIsLinking(false)} />}
      {toUnlink && <UnlinkAccountDialog user={user} account={toUnlink} onClose={() => setToUnlink(undefined)} />}
    </Section>
  );
}

function Account({ account, onUnlink }: { account: LinkedAccount; onUnlink?: (account: LinkedAccount) => void }) {
  const { channel, externalId, linkedAt, linkedBy } = account;
  const { label, icon } = CHANNELS[channel];
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" miw={0}>
          {icon}
          <Stack gap={0} miw={0}>
            <Text style={{ overflowWrap: 'anywhere' }}>
              <SenderId sender={account} />
            </Text>
            <Text size="sm" c="dimmed">
              {LINK_ORIGINS[linkedBy]} · <Moment at={linkedAt} />
            </Text>
          </Stack>
        </Group>
        {onUnlink && (
          <Button
            variant="default"
            size="xs"
            flex="none"
            onClick={() => onUnlink(account)}
            aria-label={t`Unlink ${label} ${externalId}`}
          >
            <Trans>Unlink</Trans>
          </Button>
        )}
      </Group>
    </Card>
  );
}
