import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainExternalId } from '../../src/domain/values/external-id.ts';
import { type Channel, parseExternalId, parseSender, whatsAppIdKind } from '../../src/domain/values/sender.ts';

const NOTHING = { externalId: null, phoneNumber: null, email: null };

describe('a sender', () => {
  test('has what the channel gave', () => {
    expect(
      parseSender({ channel: 'WHATSAPP', phoneNumber: '15551234567', externalId: ' US.13491208655302741918 ' }),
    ).toEqual({
      sender: {
        ...NOTHING,
        channel: 'WHATSAPP',
        phoneNumber: '+15551234567',
        externalId: 'US.13491208655302741918',
      },
    });
    expect(parseSender({ channel: 'TELEGRAM', phoneNumber: ' \u200B', externalId: '\u200E123456789' })).toEqual({
      sender: { ...NOTHING, channel: 'TELEGRAM', externalId: '123456789' },
    });
    expect(parseSender({ channel: 'SLACK', externalId: 'T01ABC:U02DEF', email: ' Ana@X.com\u200B' })).toEqual({
      sender: { ...NOTHING, channel: 'SLACK', externalId: 'T01ABC:U02DEF', email: 'Ana@X.com' },
    });
  });

  test('by WhatsApp id is never taken for a phone number', () => {
    for (const externalId of ['15551234567', '+15551234567']) {
      expect(parseSender({ channel: 'WHATSAPP', externalId })).toEqual({
        sender: { ...NOTHING, channel: 'WHATSAPP', externalId },
      });
    }
  });

  test('of nothing is refused', () => {
    expect(parseSender({ channel: 'SLACK' })).toEqual({ invalid: ['sender'] });
    const blank = { phoneNumber: null, externalId: ' ', email: '\u200B' };
    expect(parseSender({ channel: 'SLACK', ...blank })).toEqual({ invalid: ['sender'] });
  });

  test.each<[Channel, string, string]>([
    ['TELEGRAM', '+88805131234', '700100101'],
    ['TELEGRAM', '+376312345', '700100101'],
    ['TELEGRAM', '555', '700100101'],
    ['TELEGRAM', '+9991234567890', '700100101'],
    ['WHATSAPP', '376312345', 'US.700'],
    ['WHATSAPP', '07911123456', '123456@lid'],
    ['SLACK', '+376 312-345', 'T01:U01'],
  ])(
    'with a phone number that nobody can have here is known by the id beside it: %s %s',
    (channel, phoneNumber, externalId) => {
      expect(parseSender({ channel, phoneNumber, externalId })).toEqual({
        sender: { ...NOTHING, channel, externalId },
      });
      expect(parseSender({ channel, phoneNumber })).toEqual({ invalid: ['phoneNumber'] });
      expect(parseSender({ channel, phoneNumber, externalId: '@ana' })).toEqual({ invalid: ['externalId'] });
    },
  );

  test.each<[Channel, string, string]>([
    ['TELEGRAM', '+1 555 CALL NOW', '42'],
    ['TELEGRAM', '@ana', '42'],
    ['TELEGRAM', '+1234567890123456', '42'],
    ['TELEGRAM', '1234567890123456', '42'],
    ['WHATSAPP', '15551234567@s.whatsapp.net', 'US.1'],
    ['WHATSAPP', 'whatsapp:+15551234567', 'US.1'],
    ['WHATSAPP', 'US.1', 'US.1'],
    ['SLACK', '15551234567', 'T01:U01'],
    ['SLACK', '+1 555 123 4567 x5', 'T01:U01'],
  ])('with a malformed phone number is refused, even beside a good id: %s %s', (channel, phoneNumber, externalId) => {
    expect(parseSender({ channel, phoneNumber, externalId })).toEqual({ invalid: ['phoneNumber'] });
  });

  test('is told all its bad parts at once, in the order of the form', () => {
    const input = { channel: 'SLACK', phoneNumber: 'abc', externalId: '@ana', email: 'ana' } as const;
    expect(parseSender(input)).toEqual({ invalid: ['phoneNumber', 'externalId', 'email'] });
  });

  test.each([
    { channel: 'WHATSAPP', externalId: 'US.1', email: 'ana@x.com' } as const,
    { channel: 'TELEGRAM', externalId: '42', email: 'ana@x.com' } as const,
    { channel: 'TELEGRAM', email: 'ana@x.com' } as const,
    { channel: 'SLACK', email: 'ana@x.com' } as const,
    { channel: 'SLACK', phoneNumber: '+15551234567', email: 'ana@x.com' } as const,
    { channel: 'SLACK', externalId: 'T01:U01', email: 'ana' } as const,
    { channel: 'SLACK', externalId: 'T01:U01', email: 'Ana <ana@x.com>' } as const,
  ])('may have an e-mail address on Slack alone, a good one, beside an id: %j', (input) => {
    expect(parseSender(input)).toEqual({ invalid: ['email'] });
  });
});

const GOOD: [Channel, string, string?][] = [
  ['TELEGRAM', '1'],
  ['TELEGRAM', '700100101'],
  ['TELEGRAM', String(2 ** 52 - 1)],
  ['SLACK', 'T01ABC:U02DEF'],
  ['SLACK', 'T01ABC:W02DEF'],
  ['SLACK', 'E0ANZNL03:W0ANZNNAX'],
  ['SLACK', 'E0ANZNL03:U0ANZNNAX'],
  ['WHATSAPP', 'US.13491208655302741918'],
  ['WHATSAPP', 'US.ENT.11815799212886844830'],
  ['WHATSAPP', `BR.${'aZ09'.repeat(32)}`],
  ['WHATSAPP', '103899771998284@lid'],
  ['WHATSAPP', 'x'.repeat(150)],
  ['WHATSAPP', 'any_opaque-id:1'],
  // The writings of WhatsApp Web's libraries and of careless hands.
  ['WHATSAPP', '103899771998284:45@lid', '103899771998284@lid'],
  ['WHATSAPP', '103899771998284_1:45@lid', '103899771998284@lid'],
  ['WHATSAPP', '103899771998284.0:45@lid', '103899771998284@lid'],
  ['WHATSAPP', '103899771998284:99@hosted.lid', '103899771998284@lid'],
  ['WHATSAPP', '103899771998284@LID', '103899771998284@lid'],
  ['WHATSAPP', 'us.13491208655302741918', 'US.13491208655302741918'],
  ['WHATSAPP', 'us.ent.aB1', 'US.ENT.aB1'],
];

const PHONE = /as the phone number/;
const NOBODY = /not a person|no single person|Many people|group or channel/;
const NAME = /@name can change hands/;
const MISSING = /missing value/;

const BAD: [Channel, string, RegExp][] = [
  ['TELEGRAM', '1087968824', NOBODY],
  ['TELEGRAM', '777000', NOBODY],
  ['TELEGRAM', '136817688', NOBODY],
  ['TELEGRAM', '-100123', NOBODY],
  ['TELEGRAM', '-1001234567890', NOBODY],
  ['TELEGRAM', '@ana', NAME],
  ['TELEGRAM', 'ana_lima', NAME],
  ['TELEGRAM', '0', /number of at most 52 bits/],
  ['TELEGRAM', '0123', /number/],
  ['TELEGRAM', '12 34', /number/],
  ['TELEGRAM', '+15551234567', /number/],
  ['TELEGRAM', '1.5', /number/],
  ['TELEGRAM', '1e9', /number/],
  ['TELEGRAM', '٤٢', /number/],
  ['TELEGRAM', String(2 ** 52), /number/],
  ['TELEGRAM', '1'.repeat(20), /number/],
  ['SLACK', '@ana', NAME],
  ['SLACK', 'U02DEF', /The team is missing/],
  ['SLACK', 'W02DEF', /The team is missing/],
  ['SLACK', 'T01ABC:B02DEF', NOBODY],
  ['SLACK', 'B02DEF', NOBODY],
  ['SLACK', 'T01ABC:USLACKBOT', NOBODY],
  ['SLACK', 'E01ABC:USLACKBOT', NOBODY],
  ['SLACK', 'USLACKBOT', NOBODY],
  ['SLACK', 't01abc:uslackbot', NOBODY],
  ['SLACK', 't01abc:u02def', /capital letters/],
  ['SLACK', 'T01ABC:C02DEF', /T…:U…/],
  ['SLACK', 'T01ABC', /T…:U…/],
  ['SLACK', 'T01ABC/U02DEF', /T…:U…/],
  ['SLACK', 'U02DEF:T01ABC', /T…:U…/],
  ['SLACK', 'E0ANZNL03:T01ABC:U02DEF', /T…:U…/],
  ['SLACK', `T1:U${'1'.repeat(31)}`, /T…:U…/],
  ['WHATSAPP', '15551234567@s.whatsapp.net', PHONE],
  ['WHATSAPP', '15551234567:45@s.whatsapp.net', PHONE],
  ['WHATSAPP', '15551234567_1:45@S.WhatsApp.net', PHONE],
  ['WHATSAPP', '15551234567@c.us', PHONE],
  ['WHATSAPP', '15551234567@C.US', PHONE],
  ['WHATSAPP', '15551234567:99@hosted', PHONE],
  ['WHATSAPP', 'whatsapp:+15551234567', PHONE],
  ['WHATSAPP', 'WhatsApp:+15551234567', PHONE],
  ['WHATSAPP', 'whatsapp:US.13491208655302741918', /Leave out "whatsapp:"/],
  ['WHATSAPP', '120363012345678901@g.us', NOBODY],
  ['WHATSAPP', '15551234567-1500000000@g.us', NOBODY],
  ['WHATSAPP', '120363012345678901@G.US', NOBODY],
  ['WHATSAPP', 'status@broadcast', NOBODY],
  ['WHATSAPP', 'STATUS@BROADCAST', NOBODY],
  ['WHATSAPP', '1500000000@broadcast', NOBODY],
  ['WHATSAPP', '120363144038483540@newsletter', NOBODY],
  ['WHATSAPP', '867051314767696@bot', NOBODY],
  ['WHATSAPP', 'AB12@call', NOBODY],
  ['WHATSAPP', 'ana@lid', NOBODY],
  ['WHATSAPP', '1@2@lid', NOBODY],
  ['WHATSAPP', '123@lid.example', NOBODY],
  ['WHATSAPP', '@ana', NAME],
  ['WHATSAPP', 'undefined', MISSING],
  ['WHATSAPP', 'null', MISSING],
  ['WHATSAPP', 'NULL', MISSING],
  ['WHATSAPP', 'NaN', MISSING],
  ['WHATSAPP', 'None', MISSING],
  ['WHATSAPP', 'nil', MISSING],
  ['WHATSAPP', 'false', MISSING],
  ['TELEGRAM', 'undefined', NAME],
  ['TELEGRAM', 'NaN', NAME],
  ['SLACK', 'undefined', /T…:U…/],
  ['SLACK', 'undefined:undefined', /T…:U…/],
  ['WHATSAPP', 'US 123', /no spaces/],
  ['WHATSAPP', 'é', /at most 150/],
  ['WHATSAPP', 'x'.repeat(151), /at most 150/],
];

describe('a channel id', () => {
  test.each(GOOD)('of %s is taken, in one writing: %s', (channel, text, kept = text) => {
    expect(parseExternalId(channel, text)).toBe(kept);
    expect(parseExternalId(channel, ` \u200E${text}\u200B\n`)).toBe(kept);
    expect(parseExternalId(channel, kept)).toBe(kept);
  });

  test.each(BAD)('of %s that names no single person for ever is refused, and told why: %s', (channel, text, why) => {
    const phoneNumber = '+15551234567';
    expect(parseSender({ channel, phoneNumber, externalId: text })).toEqual({ invalid: ['externalId'] });
    expect(explainExternalId(channel, text)).toMatch(why);
    expect(explainExternalId(channel, text)).not.toContain(text);
  });

  test('of WhatsApp names a person by @lid alone, whatever stands at either side of an @', () => {
    const side = fc.stringMatching(/^[0-9a-zA-Z:._-]{0,12}$/);
    fc.assert(
      fc.property(side, side, (user, server) => {
        const id = parseExternalId('WHATSAPP', `${user}@${server}`);
        if (id !== undefined) expect(id).toMatch(/^\d+@lid$/);
      }),
    );
  });

  test('that was taken is taken again as it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Channel>('WHATSAPP', 'TELEGRAM', 'SLACK'),
        fc.string({ maxLength: 20 }),
        (channel, text) => {
          const id = parseExternalId(channel, text);
          if (id !== undefined) expect(parseExternalId(channel, id)).toBe(id);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['US.13491208655302741918', 'BUSINESS_SCOPED'],
    ['BR.aZ09', 'BUSINESS_SCOPED'],
    ['US.ENT.11815799212886844830', 'PARENT'],
    ['103899771998284@lid', 'LID'],
    ['15551234567', 'OTHER'],
    ['USA.123', 'OTHER'],
    ['US.ENT.', 'OTHER'],
  ])('of WhatsApp is of a kind: %s', (externalId, kind) => {
    expect(whatsAppIdKind(externalId)).toBe(kind);
  });
});
