import type { ReactNode } from 'react';
import type { Channel, LinkOrigin } from '../generated/graphql.ts';
import { SlackIcon, TelegramIcon, WhatsAppIcon } from './channel-icons.tsx';

/** In the order they are shown, with what an account there is called by. */
export const CHANNELS: Record<Channel, { label: string; icon: ReactNode; example: string; hint: string }> = {
  WHATSAPP: {
    label: 'WhatsApp',
    icon: <WhatsAppIcon />,
    example: 'US.13491208655302741918',
    hint: 'The business-scoped id that WhatsApp’s webhooks carry, not the phone number',
  },
  TELEGRAM: {
    label: 'Telegram',
    icon: <TelegramIcon />,
    example: '123456789',
    hint: 'The numeric id, never an @name',
  },
  SLACK: {
    label: 'Slack',
    icon: <SlackIcon />,
    example: 'T0123ABCD:U0456EFGH',
    hint: 'Team id and member id with a colon between them',
  },
};

/** Why an account is somebody's, in the owner's words. */
export const LINK_ORIGINS: Record<LinkOrigin, string> = {
  PHONE_NUMBER: 'Recognised by phone number',
  EMAIL: 'Recognised by e-mail',
  REGISTRATION: 'Registered with it',
  INVITATION: 'Redeemed an invitation',
  OWNER: 'Linked by your team',
};
