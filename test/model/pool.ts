// So few people that they are often taken for each other. Values are as the channels write them.
import type { Id, SenderInput } from './words.ts';

/** As the owner writes them: four numbers, three of them in two ways. */
export const NUMBERS = [
  '+12025550123',
  '+525512345678',
  '+5215512345678',
  '+5511987654321',
  '+551187654321',
  '+5491123456789',
  '+541123456789',
];
export const EMAILS = ['ana@example.com', 'Ana@Example.com', 'bo@example.com'];
export const NAMES = ['Ana', 'Bo', 'Lima'];

const WHATSAPP_NUMBERS = ['12025550123', '5215512345678', '551187654321', '541123456789'];
const WHATSAPP_IDS = [
  'US.13491208655302741918',
  'MX.20491208655302741919',
  'US.ENT.11815799212886844830',
  'MX.ENT.22815799212886844831',
  '101112131415@lid',
  '161718192021@lid',
];
const TELEGRAM_IDS = ['700100101', '700100102'];
const SLACK_IDS = ['T0A1:U0ANA', 'T0A1:U0BO'];

export const IDS: Id[] = [
  ...WHATSAPP_IDS.map((externalId): Id => ({ channel: 'WHATSAPP', externalId })),
  ...TELEGRAM_IDS.map((externalId): Id => ({ channel: 'TELEGRAM', externalId })),
  ...SLACK_IDS.map((externalId): Id => ({ channel: 'SLACK', externalId })),
];
export const BAD_IDS: Id[] = [
  { channel: 'TELEGRAM', externalId: '@ana' },
  { channel: 'TELEGRAM', externalId: '1087968824' },
  { channel: 'WHATSAPP', externalId: '120363012345678901@g.us' },
  { channel: 'WHATSAPP', externalId: 'undefined' },
];

const NONE = [undefined];
const BAD_SENDERS: SenderInput[] = [
  { channel: 'WHATSAPP' },
  { channel: 'WHATSAPP', phoneNumber: '52155CALLANA', externalId: WHATSAPP_IDS[0] },
  { channel: 'TELEGRAM', externalId: '777000' },
  { channel: 'TELEGRAM', externalId: TELEGRAM_IDS[0], email: EMAILS[0] },
  { channel: 'TELEGRAM', phoneNumber: '+88805131234' },
  { channel: 'SLACK', phoneNumber: '+12025550123', email: EMAILS[0] },
  { channel: 'SLACK', phoneNumber: '12025550123', externalId: SLACK_IDS[0] },
];

export const SENDERS: SenderInput[] = [
  ...senders('WHATSAPP', [...NONE, ...WHATSAPP_NUMBERS], [...NONE, ...WHATSAPP_IDS], NONE),
  ...senders('TELEGRAM', [...NONE, '+12025550123', '5215512345678', '+88805131234'], TELEGRAM_IDS, NONE),
  ...senders('SLACK', NONE, SLACK_IDS, [...NONE, ...EMAILS]),
  ...senders('SLACK', ['+5511987654321'], SLACK_IDS, [...NONE, EMAILS[2]]),
  ...BAD_SENDERS,
];

type Part = string | undefined;

/** Every way to put the parts together that says something; what is not given is left out. */
function senders(channel: SenderInput['channel'], numbers: Part[], ids: Part[], emails: Part[]): SenderInput[] {
  return numbers.flatMap((phoneNumber) =>
    ids.flatMap((externalId) =>
      emails
        .filter(() => phoneNumber !== undefined || externalId !== undefined)
        .map((email): SenderInput => JSON.parse(JSON.stringify({ channel, phoneNumber, externalId, email }))),
    ),
  );
}
