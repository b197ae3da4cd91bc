import { at, type Incoming, phoneNumberIn, profileOf, readOr, senderOf, text } from './payload.ts';

/**
 * Who wrote, or pressed a button, in a private chat, from an update of Telegram's Bot API. Null for groups, channels, bots, accounts
 * that many people share, and whatever is no such update. Never throws.
 */
export function senderOfTelegram(update: unknown): Incoming | null {
  return readOr(null, () => {
    const pressed = at(update, 'callback_query');
    if (pressed) return fromPerson(at(pressed, 'from'), at(pressed, 'message', 'chat'), undefined);
    const business = at(update, 'business_message') ?? at(update, 'edited_business_message');
    // The owner of a business account writes there too, to the customer whose chat it is.
    if (business && at(business, 'from', 'id') !== at(business, 'chat', 'id')) return null;
    const message = business ?? at(update, 'message') ?? at(update, 'edited_message');
    return at(message, 'sender_chat') ? null : fromPerson(at(message, 'from'), at(message, 'chat'), message);
  });
}

function fromPerson(from: unknown, chat: unknown, message: unknown): Incoming | null {
  const externalId = idIn(at(from, 'id'));
  if (!externalId || at(from, 'is_bot') || at(chat, 'type') !== 'private') return null;
  const sender = senderOf('TELEGRAM', { externalId, phoneNumber: ownNumber(from, message) });
  if (!sender) return null;
  return {
    sender,
    profile: profileOf(at(from, 'first_name'), at(from, 'last_name')),
    text: text(at(message, 'text')) || text(at(message, 'caption')),
  };
}

// TDLib names them: anonymous administrators, channels that write in groups, Telegram itself, its replies, codes and anti-spam.
const SHARED = new Set([1087968824, 136817688, 777000, 1271266957, 489000, 5434988373]);

/** Telegram's ids have at most 52 bits, so that a JSON number holds them. */
function idIn(value: unknown): string | undefined {
  const isOnePerson =
    Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 52 && !SHARED.has(Number(value));
  return isOnePerson ? String(value) : undefined;
}

// What is forwarded may be of years ago, when the number was still theirs; what is sent by way of a bot has the number that it wrote.
const NOT_SHARED_NOW = ['forward_origin', 'forward_date', 'via_bot'];

/** People may share anybody's number. Their own is the one whose contact is they, and which they have now. */
function ownNumber(from: unknown, message: unknown): string | undefined {
  const contact = at(message, 'contact');
  const isOwn = at(contact, 'user_id') === at(from, 'id') && !NOT_SHARED_NOW.some((name) => at(message, name));
  return isOwn ? phoneNumberIn(at(contact, 'phone_number')) : undefined;
}
