import { describe, expect, test } from '@jest/globals';
import { emailKey, parseEmailAddress } from '../../src/domain/email-address.ts';

const domain = (length: number) =>
  `${'d'.repeat(60)}.`
    .repeat(4)
    .slice(0, length - 3)
    .replace(/\.$/, 'd')
    .concat('.io');

describe('an e-mail address', () => {
  test.each([
    'ana@x.com',
    'Ana.Lima+tag@Sub.Example.co.uk',
    "o'brien@example.com",
    'josé@münchen.de',
    '用户@例子.中国',
    'a@xn--bcher-kva.example',
    `${'x'.repeat(64)}@x.com`,
  ])('is kept as typed: %s', (text) => {
    expect(parseEmailAddress(text)).toBe(text);
  });

  test.each([
    'ana',
    'ana@',
    '@x.com',
    'ana@x',
    'ana@x.c',
    'ana@1.2.3.44',
    'a na@x.com',
    'ana@x .com',
    'ana\u200B@x.com',
    '.ana@x.com',
    'ana.@x.com',
    'a..na@x.com',
    'ana@@x.com',
    'ana@x..com',
    'ana@-x.com',
    'ana@x-.com',
    'ana@x_y.com',
    'Ana <ana@x.com>',
    'a@x.com,b@x.com',
    'ana@x.com\n',
    `${'x'.repeat(65)}@x.com`,
    `a@${'x'.repeat(64)}.com`,
  ])('is refused when malformed: %j', (text) => {
    expect(parseEmailAddress(text)).toBeUndefined();
  });

  test('has at most 254 characters', () => {
    const longest = `${'x'.repeat(64)}@${domain(189)}`;
    expect(longest).toHaveLength(254);
    expect(parseEmailAddress(longest)).toBe(longest);
    expect(parseEmailAddress(longest.replace('.io', '.com'))).toBeUndefined();
  });

  test('is compared without regard to case and to how accents are encoded', () => {
    expect(emailKey('JOSE\u0301@X.com')).toBe(emailKey('jos\u00E9@x.COM'));
    expect(emailKey('J\u030C@x.com')).toBe(emailKey('\u01F0@x.com'));
  });
});
