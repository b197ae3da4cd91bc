import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';
import { trimInvisible } from './characters.ts';

/** In code points. */
export const LONGEST_ADDRESS = 254;

// A dot-atom in any script. Addresses are international (RFC 6531): zod's own ASCII pattern would refuse real ones.
const LOCAL = String.raw`(?=[^@]{1,64}@)[^\p{C}\p{Z}()<>\[\]:;@\\,".]+(?:\.[^\p{C}\p{Z}()<>\[\]:;@\\,".]+)*`;
const DOMAIN = String.raw`[\p{L}\p{N}\p{M}\-.\u3002\uFF0E\uFF61\u200C\u200D]+`;
const ASCII_DOMAIN = /^(?=.{1,253}$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-|\d+$)[a-z0-9-]{2,63}(?<!-)$/;

const emailAddress = z
  .email({ pattern: new RegExp(`^${LOCAL}@${DOMAIN}$`, 'u') })
  .refine((email) => isDomain(asciiDomain(split(email).domain)));

/** The address as typed, without invisible characters at its ends; undefined when it is not one. At most 254 code points. */
export function parseEmailAddress(text: string): string | undefined {
  const email = trimInvisible(text);
  return [...email].length > LONGEST_ADDRESS ? undefined : emailAddress.safeParse(email).data;
}

/** The key that uniqueness compares. For an address that would be refused today, it is the lower-cased text. */
export function emailKey(email: string): string {
  const { local, domain } = split(email);
  return `${lowerCase(local)}@${asciiDomain(domain) || lowerCase(domain)}`;
}

function split(email: string): { local: string; domain: string } {
  const at = email.lastIndexOf('@');
  return { local: email.slice(0, at), domain: email.slice(at + 1) };
}

// UTS 46, as in browsers: all writings of one domain give the same ASCII text. Empty when it is not a domain.
function asciiDomain(domain: string): string {
  return /^[a-z0-9.-]*$/i.test(domain) ? domain.toLowerCase() : domainToASCII(domain);
}

function isDomain(ascii: string): boolean {
  // An invalid xn-- label decodes to itself, so it is still there afterwards.
  return ASCII_DOMAIN.test(ascii) && !(ascii.includes('xn--') && /(?:^|\.)xn--/.test(domainToUnicode(ascii)));
}

function lowerCase(text: string): string {
  // Lower-casing can leave a pair that composes (J + caron), so NFC comes last.
  return text.normalize('NFC').toLowerCase().normalize('NFC');
}
