import { Trans } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import { CHANNELS } from '../channels/channels.tsx';
import { SenderId, senderText } from '../channels/sender-id.tsx';
import { EmailAddress } from '../parts/email-address.tsx';
import type { AccessRequest } from './request-documents.ts';

/** What the channel told of the sender, but for what stands above as their name. */
export function SenderLine({ sender, title }: { sender: AccessRequest; title?: string }) {
  const { channel, phoneNumber, externalId, email } = sender;
  const hasId = Boolean(externalId) && senderText({ channel, externalId }) !== title;
  const hasNumber = Boolean(phoneNumber) && phoneNumber !== title;
  if (!hasId && !hasNumber && !email && externalId) return null;
  return (
    <Group gap="0 1rem" fz="sm" style={{ overflowWrap: 'anywhere' }}>
      {hasNumber && <SenderId sender={{ phoneNumber }} />}
      {hasId && (
        <span>
          <SenderId sender={{ channel, externalId }} />
        </span>
      )}
      {email && <EmailAddress address={email} />}
      {!externalId && (
        <span>
          <Trans>On {CHANNELS[channel].label}</Trans>
        </span>
      )}
    </Group>
  );
}
