import type { Profile, Sender } from './sender.ts';

const CHANNELS = new Set<unknown>(['WHATSAPP', 'TELEGRAM', 'SLACK']);

// As JSON. No number, id or address needs as much, and a hundred of these fit into one request.
const LONGEST_SENDER_BYTES = 2000;

/**
 * The sender as it may be sent; undefined for what cannot be one, whatever it is. The service refuses a whole request for one text
 * with a NUL or half a surrogate pair, so these must not get into a batch.
 */
export function readSender(given: unknown): Sender | undefined {
  try {
    const channel = own(given, 'channel');
    const phoneNumber = textOf(own(given, 'phoneNumber'));
    const externalId = textOf(own(given, 'externalId'));
    const email = textOf(own(given, 'email'));
    if (!CHANNELS.has(channel)) return;
    const sender = { channel, phoneNumber, externalId, email } as Sender;
    return new TextEncoder().encode(JSON.stringify(sender)).length > LONGEST_SENDER_BYTES ? undefined : sender;
  } catch {
    return;
  }
}

/** The names that can be sent. A name keeps nobody out: what is no text is left away, the rest is cut and mended. */
export function readProfile(given: unknown): Profile {
  return {
    firstName: nameIn(given, 'firstName'),
    middleName: nameIn(given, 'middleName'),
    lastName: nameIn(given, 'lastName'),
  };
}

// Inherited ones do not count: what pollutes Object.prototype must not become part of every sender.
function own(given: unknown, name: string): unknown {
  return typeof given === 'object' && given !== null && Object.hasOwn(given, name)
    ? Reflect.get(given, name)
    : undefined;
}

/** Null for none; throws for what the service would refuse. Telegram's ids are numbers in its payloads. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) throw new TypeError('no text');
  return value;
}

// The service keeps a hundred characters, each of which may be made of many.
const LONGEST_NAME = 2000;

function nameIn(given: unknown, name: string): string | undefined {
  try {
    const value = own(given, name);
    return typeof value === 'string' ? value.slice(0, LONGEST_NAME).replaceAll('\0', '').toWellFormed() : undefined;
  } catch {
    return;
  }
}
