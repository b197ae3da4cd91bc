import { z } from 'zod';

const MAXIMUM = 254;

// A dot-atom of any script: addresses are international (RFC 6531), so zod's own ASCII pattern would refuse real ones.
const LOCAL = String.raw`(?=[^@]{1,64}@)[^\p{C}\p{Z}()<>\[\]:;@\\,".]+(?:\.[^\p{C}\p{Z}()<>\[\]:;@\\,".]+)*`;
const LABEL = String.raw`(?!-)[\p{L}\p{N}\p{M}\-]{1,63}(?<!-)`;
const LAST_LABEL = String.raw`(?!-)(?!\p{N}+$)[\p{L}\p{N}\p{M}\-]{2,63}(?<!-)`;

const emailAddress = z.email({ pattern: new RegExp(`^${LOCAL}@(?:${LABEL}\\.)+${LAST_LABEL}$`, 'u') });

/** Expects trimmed, non-blank text; the address is kept as typed. At most 254 code points. */
export function parseEmailAddress(text: string): string | undefined {
  if ([...text].length > MAXIMUM) return undefined;
  return emailAddress.safeParse(text).data;
}

/** What uniqueness compares. */
export function emailKey(email: string): string {
  // Lower-casing can leave a pair that composes (J + caron), so NFC comes last.
  return email.normalize('NFC').toLowerCase().normalize('NFC');
}
