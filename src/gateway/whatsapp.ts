import {
  at,
  formed,
  type Incoming,
  list,
  phoneNumberIn,
  profileOfFullName,
  readOr,
  senderOf,
  text,
} from './payload.ts';
import type { Sender } from './sender.ts';

export type WhatsAppEvent =
  | ({ kind: 'message' } & Incoming)
  /** Somebody's number or id was changed. Both sides have what the channel tells of them: pass them to `replace`. */
  | { kind: 'numberChanged'; previous: Sender; current: Sender };

/**
 * Whoever wrote, and whose number changed, in a webhook of WhatsApp's Cloud API, in its order; there may be several. Nothing for
 * statuses, groups and whatever is no such webhook. Never throws.
 */
export function sendersOfWhatsApp(webhook: unknown): WhatsAppEvent[] {
  return readOr([], () => {
    if (at(webhook, 'object') !== 'whatsapp_business_account') return [];
    return list(at(webhook, 'entry'))
      .flatMap((entry) => list(at(entry, 'changes')))
      .flatMap((change) => (at(change, 'field') === 'messages' ? eventsOf(at(change, 'value')) : []));
  });
}

function eventsOf(value: unknown): WhatsAppEvent[] {
  const messages = list(at(value, 'messages'));
  const contacts = contactsOf(value, messages);
  return messages.flatMap((message) => {
    if (at(message, 'group_id')) return [];
    const event = at(message, 'type') === 'system' ? numberChange(message) : written(message, contacts);
    return event ?? [];
  });
}

type Contacts = { byId: Map<unknown, unknown>; only: unknown };

function contactsOf(value: unknown, messages: unknown[]): Contacts {
  const contacts = list(at(value, 'contacts'));
  const ids = contacts.flatMap((contact) => [
    [at(contact, 'wa_id'), contact] as const,
    [at(contact, 'user_id'), contact] as const,
  ]);
  const senders = new Set(messages.map((message) => at(message, 'from_user_id') || at(message, 'from')));
  return {
    byId: new Map(ids.filter(([id]) => typeof id === 'string' && id !== '')),
    only: contacts.length === 1 && senders.size === 1 ? contacts[0] : undefined,
  };
}

// `from` and `wa_id` are empty or missing when the person hides the number behind a username.
function written(message: unknown, { byId, only }: Contacts): WhatsAppEvent | undefined {
  if (!text(at(message, 'type'))) return undefined;
  const contact = byId.get(at(message, 'from_user_id')) ?? byId.get(at(message, 'from'));
  const sender = senderOf('WHATSAPP', {
    phoneNumber: phoneNumberIn(at(message, 'from')) ?? phoneNumberIn(at(contact, 'wa_id')),
    externalId:
      idIn(at(message, 'from_user_id')) ??
      idIn(at(contact, 'user_id')) ??
      idIn(at(message, 'from_parent_user_id')) ??
      idIn(at(contact, 'parent_user_id')),
  });
  // A number has two writings in some countries, and `from` may have the one and `wa_id` the other. Then only the name is taken.
  const profile = profileOfFullName(at(contact ?? only, 'profile', 'name'));
  return sender && { kind: 'message', sender, profile, text: textOf(message) };
}

const CHANGES = new Set<unknown>(['user_changed_number', 'user_changed_user_id', 'customer_changed_number']);

/** Both sides as far as they are told: `from` is the old number, `wa_id` (`new_wa_id` once) the new one. */
function numberChange(message: unknown): WhatsAppEvent | undefined {
  const system = at(message, 'system');
  if (!CHANGES.has(at(system, 'type'))) return undefined;
  const current = {
    phoneNumber: phoneNumberIn(at(system, 'new_wa_id')) ?? phoneNumberIn(at(system, 'wa_id')),
    externalId: idIn(at(system, 'user_id')) ?? idIn(at(system, 'parent_user_id')),
  };
  const previous = {
    phoneNumber: phoneNumberIn(at(message, 'from')),
    externalId:
      idIn(at(system, 'previous_user_id')) ??
      idIn(at(system, 'previous_parent_user_id')) ??
      idIn(at(message, 'from_user_id')),
  };
  // What is the same on both sides says nothing of who it was before.
  if (previous.phoneNumber === current.phoneNumber) previous.phoneNumber = undefined;
  if (previous.externalId === current.externalId) previous.externalId = undefined;
  const [before, after] = [senderOf('WHATSAPP', previous), senderOf('WHATSAPP', current)];
  return before && after && { kind: 'numberChanged', previous: before, current: after };
}

/** A business-scoped id, or the parent's where there is no other: opaque, and no address with @, which would be a group or a phone. */
function idIn(value: unknown): string | undefined {
  return formed(value, /^[\w.-]{1,150}$/);
}

function textOf(message: unknown): string {
  const type = text(at(message, 'type'));
  const texts = [
    at(message, type, 'body'),
    at(message, type, 'text'),
    at(message, type, 'caption'),
    at(message, type, 'button_reply', 'title'),
    at(message, type, 'list_reply', 'title'),
  ];
  return texts.map(text).find(Boolean) ?? '';
}
