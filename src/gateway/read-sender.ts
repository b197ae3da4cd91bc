import { at } from './payload.ts';
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
    const channel = at(given, 'channel');
    const phoneNumber = textOf(at(given, 'phoneNumber'));
    const externalId = textOf(at(given, 'externalId'));
    const email = textOf(at(given, 'email'));
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
    firstName: nameToSend(given, 'firstName'),
    middleName: nameToSend(given, 'middleName'),
    lastName: nameToSend(given, 'lastName'),
  };
}

/** Null for none; throws for what the service would refuse. Telegram's ids are numbers in its payloads. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) throw new TypeError('no text');
  return value;
}

// The service keeps a hundred characters, each of which may be made of many.
const LONGEST_SENT_NAME = 2000;

function nameToSend(given: unknown, name: string): string | undefined {
  try {
    const value = at(given, name);
    return typeof value === 'string'
      ? value.slice(0, LONGEST_SENT_NAME).replaceAll('\0', '').toWellFormed()
      : undefined;
  } catch {
    return;
  }
}
