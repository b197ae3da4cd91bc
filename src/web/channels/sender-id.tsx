import type { Channel } from '../generated/graphql.ts';
import { CHANNELS } from './channels.tsx';

type Sender = { channel?: Channel | null; phoneNumber?: string | null; externalId?: string | null };

/** The same in plain text, for a title or a label. */
export function senderText({ channel, phoneNumber, externalId }: Sender): string {
  return phoneNumber ?? [channel && CHANNELS[channel].label, externalId].filter(Boolean).join(' ');
}

/** A phone number, or an id with the channel it is of; they read from left to right wherever they stand. */
export function SenderId({ sender: { channel, phoneNumber, externalId } }: { sender: Sender }) {
  if (phoneNumber) return <bdi dir="ltr">{phoneNumber}</bdi>;
  return (
    <>
      {channel && `${CHANNELS[channel].label} `}
      <bdi dir="ltr">{externalId}</bdi>
    </>
  );
}
