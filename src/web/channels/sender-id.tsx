import type { Channel } from '../generated/graphql.ts';
import { CHANNELS } from './channels.tsx';

type Sender = { channel?: Channel | null; phoneNumber?: string | null; externalId?: string | null };

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
