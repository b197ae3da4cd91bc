import type { Channel } from '../../database/tables.ts';
import { trimInvisible } from './characters.ts';

export type { Channel };

/** The id in its one writing, if it names one person on the channel and never passes to another; otherwise undefined. */
export function parseExternalId(channel: Channel, text: string): string | undefined {
  const id = inOneWriting(channel, trimInvisible(text));
  const { wrong, isId } = RULES[channel];
  return isId(id) && !wrong.some(([pattern]) => pattern.test(id)) ? id : undefined;
}

/** Explains why a text is not an id of the channel, and what to send instead. */
export function explainExternalId(channel: Channel, text: string): string {
  const id = inOneWriting(channel, trimInvisible(text));
  const { wrong, otherwise } = RULES[channel];
  return wrong.find(([pattern]) => pattern.test(id))?.[1] ?? otherwise;
}

export type WhatsAppIdKind = 'BUSINESS_SCOPED' | 'PARENT' | 'LID' | 'OTHER';

/** A person has one id of each kind, and gets a new one only with a new number. OTHER are all unknown forms. */
export function whatsAppIdKind(externalId: string): WhatsAppIdKind {
  if (externalId.endsWith('@lid')) return 'LID';
  if (/^[A-Z]{2}\.ENT\.[A-Za-z0-9]+$/.test(externalId)) return 'PARENT';
  return /^[A-Z]{2}\.[A-Za-z0-9]+$/.test(externalId) ? 'BUSINESS_SCOPED' : 'OTHER';
}

// Libraries of WhatsApp Web add the device to the id (123:45@lid), and write hosted.lid for a business's own server. Ids as the
// webhook sends them, in capital letters, return early, because a batch of checks has a hundred of them.
function inOneWriting(channel: Channel, id: string): string {
  if (channel !== 'WHATSAPP' || /^[A-Z]{2}\.[A-Za-z0-9]*$/.test(id)) return id;
  return id
    .replace(/^(\d+)(?:[._]\d+)?(?::\d+)?@(?:hosted\.)?lid$/i, '$1@lid')
    .replace(/^[a-z]{2}\.(?:ent\.)?(?=[a-z0-9]+$)/i, (country) => country.toUpperCase());
}

type Rules = {
  /** Texts that are often sent but name nobody, or not for ever. The first pattern that matches gives the message. */
  wrong: [pattern: RegExp, message: string][];
  isId: (id: string) => boolean;
  otherwise: string;
};

// What programs make a text of when there is no id. Linked to one person, it would be everybody's whose id is missing.
const MISSING = /^(?:undefined|null|nil|none|nan|true|false)$/i;

// Telegram's shared accounts, from TDLib: anonymous administrators, channels, Telegram itself, its replies, codes and anti-spam.
const TELEGRAM_SHARED = /^(?:1087968824|136817688|777000|1271266957|489000|5434988373)$/;

const RULES: Record<Channel, Rules> = {
  WHATSAPP: {
    wrong: [
      [MISSING, 'This is how a program writes a missing value, not an id: leave it out'],
      [/^whatsapp:/i, 'Leave out "whatsapp:"; if a phone number follows, give it as the phone number'],
      [
        /@(?:s\.whatsapp\.net|c\.us|hosted)$/i,
        'This is a phone number on WhatsApp, not an id: give the digits before ":" and "@" as the phone number',
      ],
      [/^@/, 'A WhatsApp @name can change hands: send the business-scoped id, such as US.13491208655302741918'],
      [
        /^(?!\d{1,30}@lid$).*@/,
        'This is a group, a broadcast or a channel of WhatsApp and no single person: send the id of the person who wrote',
      ],
    ],
    // The id is opaque: even one of digits only is not a phone number.
    isId: (id) => /^[\x21-\x7e]{1,150}$/.test(id),
    otherwise:
      'A WhatsApp id has at most 150 characters and no spaces: send the business-scoped id, such as US.13491208655302741918, or the …@lid',
  },
  TELEGRAM: {
    wrong: [
      [
        TELEGRAM_SHARED,
        'Many people share this Telegram id (anonymous administrators, channels, Telegram itself): send the id of one person, from.id of a private chat',
      ],
      [/^-\d+$/, 'This is a Telegram group or channel: send the id of the person who wrote, from.id'],
      [/^@|^[a-z]\w+$/i, 'A Telegram @name can change hands: send the numeric id, from.id'],
    ],
    isId: (id) => /^[1-9]\d{0,15}$/.test(id) && Number(id) < 2 ** 52,
    otherwise: 'A Telegram id is a number of at most 52 bits, such as 123456789: send from.id',
  },
  SLACK: {
    wrong: [
      [/(?:^|:)USLACK(?:BOT|USER|SECURITY)$/i, 'This is Slack itself, not a person'],
      [/(?:^|:)B[A-Z0-9]+$/, 'This is a bot of Slack, not a person: send the team and the user who wrote, as T…:U…'],
      [/^[UW][A-Z0-9]+$/, 'The team is missing: send the team and the user, as T…:U…'],
      [/^@/, 'A Slack @name can change hands: send the team and the user, as T…:U…'],
    ],
    isId: (id) => /^[TE][A-Z0-9]{1,30}:[UW][A-Z0-9]{1,30}$/.test(id),
    otherwise: 'A Slack id is the team and the user in capital letters, T…:U…; in an Enterprise Grid also E… and W…',
  },
};
