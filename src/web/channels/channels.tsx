import { msg, t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { Channel, LinkOrigin } from '../generated/graphql.ts';
import { words } from '../language/words.ts';
import { SlackIcon, TelegramIcon, WhatsAppIcon } from './channel-icons.tsx';

/** In the order they are shown, with what an account there is called by. */
export const CHANNELS: Record<Channel, { label: string; icon: ReactNode; example: string; hint: string }> = {
  WHATSAPP: {
    label: 'WhatsApp',
    icon: <WhatsAppIcon />,
    example: 'US.13491208655302741918',
    get hint() {
      return t`The business-scoped id that WhatsApp’s webhooks carry, not the phone number`;
    },
  },
  TELEGRAM: {
    label: 'Telegram',
    icon: <TelegramIcon />,
    example: '123456789',
    get hint() {
      return t`The numeric id, never an @name`;
    },
  },
  SLACK: {
    label: 'Slack',
    icon: <SlackIcon />,
    example: 'T0123ABCD:U0456EFGH',
    get hint() {
      return t`Team id and member id with a colon between them`;
    },
  },
};

/** Why an account is somebody's, in the owner's words. */
export const LINK_ORIGINS: Readonly<Record<LinkOrigin, string>> = words({
  PHONE_NUMBER: msg`Recognised by phone number`,
  EMAIL: msg`Recognised by email`,
  REGISTRATION: msg`Registered with it`,
  INVITATION: msg`Redeemed an invitation`,
  OWNER: msg`Linked by your team`,
});
