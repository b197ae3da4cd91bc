// How a sender is read, and which two writings are one.
import type { Channel, Id, SenderInput } from './words.ts';

export type Sender = { number?: string; id?: Id; email?: string };

const ID_OF: Record<Channel, RegExp> = {
  WHATSAPP: /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$|^\d+@lid$/,
  TELEGRAM: /^(?!1087968824$|777000$)\d+$/,
  SLACK: /^[TE]\w+:[UW]\w+$/,
};

export function isId({ channel, externalId }: Id): boolean {
  return ID_OF[channel].test(externalId);
}

/** Why this is no sender: one malformed part spoils the whole. None for one that is. */
export function senderErrors(input: SenderInput): string[] {
  const { channel, phoneNumber, externalId, email } = input;
  const isNumber = phoneNumber !== undefined && /^\+\d+$/.test(international(channel, phoneNumber));
  const isNobodys = isNumber && externalId === undefined && senderOf(input).number === undefined;
  const errors = [
    phoneNumber !== undefined && (!isNumber || isNobodys) && 'PHONE_NUMBER_INVALID',
    externalId !== undefined && !isId({ channel, externalId }) && 'SENDER_INVALID',
    email !== undefined && (channel !== 'SLACK' || externalId === undefined) && 'SENDER_INVALID',
    [phoneNumber, externalId, email].every((part) => part === undefined) && 'SENDER_INVALID',
  ];
  return errors.filter((error) => error !== false);
}

/** Of one that is. A number that nobody can have here is passed over. */
export function senderOf({ channel, phoneNumber, externalId, email }: SenderInput): Sender {
  const number = phoneNumber && stored(international(channel, phoneNumber));
  return {
    number: number && /^\+(?!888)\d{10,15}$/.test(number) ? number : undefined,
    id: externalId === undefined ? undefined : { channel, externalId },
    email,
  };
}

export function withoutEmail({ email: _, ...sender }: SenderInput): SenderInput {
  return sender;
}

/** WhatsApp and Telegram leave the + out. */
function international(channel: Channel, number: string): string {
  return channel === 'SLACK' ? number : number.replace(/^\+?/, '+');
}

/** Open: Mexico's former 1 after the +52 is left out of what is kept, for nobody can dial it. */
export function stored(number: string): string {
  return number.replace(/^\+521/, '+52');
}

/** Of each of WhatsApp's kinds a person has one id, until the number changes; other channels' ids are of no kind. */
export function kindOf(id: Id | undefined): string | undefined {
  if (id?.channel !== 'WHATSAPP') return;
  if (id.externalId.endsWith('@lid')) return '@lid';
  return id.externalId.includes('.ENT.') ? 'parent' : 'business-scoped';
}

type Text = string | null | undefined;

export function isSameNumber(one: Text, other: Text): boolean {
  return numberKey(one) === numberKey(other);
}

/** The match key: Mexico's +52 1, Argentina's +54 9 and the ninth digit of Brazil's mobiles may be left out. */
export function numberKey(number: Text): string | null {
  return number?.replace(/^(\+521|\+549|\+55\d\d9)(?=\d{8})/, (start) => start.slice(0, -1)) ?? null;
}

export function isSameEmail(one: Text, other: Text): boolean {
  return (one?.toLowerCase() ?? null) === (other?.toLowerCase() ?? null);
}

export function isSameId(one: Id, other: Id): boolean {
  return one.channel === other.channel && one.externalId === other.externalId;
}
