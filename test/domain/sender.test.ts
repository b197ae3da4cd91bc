import { describe, expect, test } from '@jest/globals';
import { parseSender } from '../../src/domain/sender.ts';

describe('a sender', () => {
  test('has what the channel gave', () => {
    expect(
      parseSender({ channel: 'WHATSAPP', phoneNumber: '15551234567', externalId: ' US.13491208655302741918 ' }),
    ).toEqual({
      sender: { channel: 'WHATSAPP', phoneNumber: '+15551234567', externalId: 'US.13491208655302741918' },
    });
    expect(parseSender({ channel: 'TELEGRAM', phoneNumber: ' ', externalId: '123456789' })).toEqual({
      sender: { channel: 'TELEGRAM', phoneNumber: null, externalId: '123456789' },
    });
    expect(parseSender({ channel: 'SLACK', externalId: 'T01ABC:U02DEF' })).toEqual({
      sender: { channel: 'SLACK', phoneNumber: null, externalId: 'T01ABC:U02DEF' },
    });
  });

  test('by WhatsApp id is never taken for a phone number', () => {
    expect(parseSender({ channel: 'WHATSAPP', externalId: '15551234567' })).toEqual({
      sender: { channel: 'WHATSAPP', phoneNumber: null, externalId: '15551234567' },
    });
  });

  test('of nothing is refused', () => {
    expect(parseSender({ channel: 'SLACK' })).toEqual({ invalid: 'sender' });
    expect(parseSender({ channel: 'SLACK', phoneNumber: null, externalId: ' ' })).toEqual({ invalid: 'sender' });
  });

  test('with a malformed phone number is refused, even beside a good id', () => {
    expect(parseSender({ channel: 'TELEGRAM', phoneNumber: '15551234567', externalId: '42' })).toEqual({
      invalid: 'phoneNumber',
    });
  });

  test.each([
    ['TELEGRAM' as const, '@ana'],
    ['TELEGRAM' as const, '0123'],
    ['TELEGRAM' as const, '-100123'],
    ['TELEGRAM' as const, '1'.repeat(20)],
    ['SLACK' as const, '@ana'],
    ['SLACK' as const, 'U02DEF'],
    ['SLACK' as const, 'T01ABC:B02DEF'],
    ['SLACK' as const, 't01abc:u02def'],
    ['WHATSAPP' as const, 'US 123'],
    ['WHATSAPP' as const, 'é'],
    ['WHATSAPP' as const, 'x'.repeat(151)],
    ['WHATSAPP' as const, '@ana'],
    ['SLACK' as const, `T1:U${'1'.repeat(31)}`],
  ])('with a malformed %s id is refused: %s', (channel, externalId) => {
    expect(parseSender({ channel, phoneNumber: '+15551234567', externalId })).toEqual({ invalid: 'externalId' });
  });
});
