const CHANNELS = ['WHATSAPP', 'TELEGRAM', 'SLACK'] as const;

export type ChannelIdentity = { channel: (typeof CHANNELS)[number]; externalId: string };

/** Finds the ids of environments by their names with `;` between, without regard to case. A name may have a `;` itself. */
export function findEnvironments(
  cell: string | undefined,
  environments: readonly { id: string; name: string }[],
): { ids: string[]; unknown: string[] } {
  const ids = new Set<string>();
  const unknown: string[] = [];
  const parts = (cell ?? '').split(';');
  for (let at = 0; at < parts.length; ) {
    const longest = longestName(parts.slice(at), environments);
    const part = parts[at]?.trim();
    if (longest) ids.add(longest.id);
    else if (part) unknown.push(part);
    at += longest?.parts ?? 1;
  }
  return { ids: [...ids], unknown };
}

function longestName(parts: readonly string[], environments: readonly { id: string; name: string }[]) {
  for (let count = parts.length; count > 0; count -= 1) {
    const name = parts.slice(0, count).join(';').trim();
    const isCalled = (one: { name: string }) => one.name === name;
    const found = environments.find(isCalled) ?? environments.find((one) => isAlike(one.name, name));
    if (found) return { id: found.id, parts: count };
  }
  return undefined;
}

function isAlike(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** Reads ids on channels as the export writes them: `TELEGRAM:123;SLACK:T1:U1`. */
export function readIdentities(cell: string | undefined): { read: ChannelIdentity[]; unread: string[] } {
  const read: ChannelIdentity[] = [];
  const unread: string[] = [];
  for (const part of (cell ?? '').split(';').map((one) => one.trim())) {
    const [, name = '', externalId = ''] = /^([a-z]+)\s*:\s*(.+)$/i.exec(part) ?? [];
    const channel = CHANNELS.find((known) => known === name.toUpperCase());
    if (channel) read.push({ channel, externalId });
    else if (part !== '') unread.push(part);
  }
  return { read, unread };
}
