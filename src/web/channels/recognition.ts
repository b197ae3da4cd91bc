import type { Channel } from '../generated/graphql.ts';

/** What of a user a channel may recognise them by. */
export type Recognisable = {
  phoneNumber?: string | null;
  email?: string | null;
  channelIdentities: { channel: Channel }[];
};

/**
 * Whether anything of the user could be recognised on the channel: an account that is linked, the phone number that WhatsApp tells, the
 * e-mail address that Slack confirms. Telegram tells neither by itself.
 */
export function isRecognisable({ phoneNumber, email, channelIdentities }: Recognisable, channel: Channel): boolean {
  if (channelIdentities.some((identity) => identity.channel === channel)) return true;
  return (channel === 'WHATSAPP' && Boolean(phoneNumber)) || (channel === 'SLACK' && Boolean(email));
}
