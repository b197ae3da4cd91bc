import { Group } from '@mantine/core';
import { CHANNELS } from '../channels/channels.tsx';
import type { AccessRequest } from './request-documents.ts';

/** What the channel told of the sender. */
export function SenderLine({
  sender: { channel, phoneNumber, externalId, email },
}: {
  sender: Pick<AccessRequest, 'channel' | 'phoneNumber' | 'externalId' | 'email'>;
}) {
  return (
    <Group gap="0 1rem" fz="sm" style={{ overflowWrap: 'anywhere' }}>
      {phoneNumber && <bdi dir="ltr">{phoneNumber}</bdi>}
      {externalId && (
        <span>
          {CHANNELS[channel].label} <bdi dir="ltr">{externalId}</bdi>
        </span>
      )}
      {email && <bdi>{email}</bdi>}
      {!externalId && <span>on {CHANNELS[channel].label}</span>}
    </Group>
  );
}
