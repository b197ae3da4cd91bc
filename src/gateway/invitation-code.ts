/**
 * The invitation's code in a text, which may have words around it, such as `/start um-…`; null if there is none. A text of that form
 * need not be a code: where `redeem` does not know it, treat it as any other message.
 */
export function codeIn(text: string): string | null {
  return /(?<![\w-])um-[\w-]{22}(?![\w-])/.exec(text)?.[0] ?? null;
}
