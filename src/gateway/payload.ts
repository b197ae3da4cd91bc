import type { Profile, Sender } from './sender.ts';

/** Somebody who wrote to the assistant, as the channel's payload tells. */
export type Incoming = {
  sender: Sender;
  /** Empty where the channel tells no name. */
  profile: Profile;
  /** What they wrote, or the caption of what they sent; otherwise empty. `codeIn` finds an invitation's code in it. */
  text: string;
  /** Whether others read it, too, as an @mention in a channel. Then `receive` redeems no code. */
  isPublic?: boolean;
};

/**
 * What the payload has at the path; undefined where it does not go that far. Only an object's own fields count: what pollutes
 * Object.prototype must not become part of every payload and sender.
 */
export function at(payload: unknown, ...path: string[]): unknown {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text if the whole of it has this form. */
export function formed(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

/** A number as WhatsApp and Telegram write it, mostly without the +. */
export function phoneNumberIn(value: unknown): string | undefined {
  return formed(value, /^\+?[1-9]\d{4,14}$/);
}

/** The sender that these parts name, without those that are missing; undefined if all are. */
export function senderOf(channel: Sender['channel'], parts: Omit<Sender, 'channel'>): Sender | undefined {
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return given.length > 0 ? { channel, ...Object.fromEntries(given) } : undefined;
}

/** First and last name where the channel tells both. */
export function profileOf(first: unknown, last: unknown): Profile {
  const [firstName, lastName] = [nameIn(first), nameIn(last)];
  return { ...(firstName && { firstName }), ...(lastName && { lastName }) };
}

/** First and last name where the channel tells one name: the first word, and the rest. */
export function profileOfFullName(name: unknown): Profile {
  const [first, ...rest] = tidy(name).split(' ');
  return profileOf(first, rest.join(' '));
}

/** What is read, or the other value if the payload defends itself, as objects with getters and proxies can. */
export function readOr<Value>(otherwise: Value, read: () => Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** In code points: the longest name that the service keeps. */
const LONGEST_NAME = 100;
/** In UTF-16 units. Of a longer name the rest is not even looked at. */
const LONGEST_READ = 10_000;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The name, cut between graphemes to what the service keeps. */
function nameIn(value: unknown): string {
  const name = tidy(value);
  const codePoints = Array.from(name);
  if (codePoints.length <= LONGEST_NAME) return name;
  const longest = codePoints.slice(0, LONGEST_NAME).join('');
  // Hundreds of accents on one letter are a single grapheme, longer than the limit: it is cut inside.
  const end = graphemes.segment(name).containing(longest.length)?.index;
  return (end ? name.slice(0, end) : longest).trim();
}

/** Without control characters and halves of characters, which the service refuses; white space becomes one space. */
function tidy(value: unknown): string {
  return text(value)
    .slice(0, LONGEST_READ)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim();
}
