import { trimInvisible } from './characters.ts';

/** The name of a Telegram bot, from the name, the @name or a link to it; undefined when it is none. */
export function parseTelegramBot(text: string): string | undefined {
  const [, linked, typed] = PATTERN.exec(trimInvisible(text)) ?? [];
  const name = linked ?? typed;
  // Telegram gives such a name to no person, so a link can never lead to one.
  return name && /bot$/i.test(name) ? name : undefined;
}

const PATTERN = /^(?:(?:https?:\/\/)?(?:www\.)?t\.me\/(\w{5,32})(?:[/?#].*)?|@?(\w{5,32}))$/i;
