import { i18n, type MessageDescriptor } from '@lingui/core';

/** Texts by name, for what is made before the page speaks: each is in its language whenever it is read. */
export function words<Name extends string>(messages: Record<Name, MessageDescriptor>): Readonly<Record<Name, string>> {
  const texts = {} as Record<Name, string>;
  for (const name in messages) {
    Object.defineProperty(texts, name, { enumerable: true, get: () => i18n._(messages[name]) });
  }
  return texts;
}
