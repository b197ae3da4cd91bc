const CHANNELS = ['WHATSAPP', 'TELEGRAM', 'SLACK'] as const;

export type ChannelIdentity = { channel: (typeof CHANNELS)[number]; externalId: string };

type Environments = readonly { id: string; name: string }[];

/** What a cell says: ids of environments, and names that none of them has. */
type Reading = { ids: string[]; unknown: string[] };

/**
 * Finds the ids of environments by their names with `;` between, without regard to case. A name may have a `;` itself: where that lets
 * the cell be read in two ways, `isAmbiguous`.
 */
export function findEnvironments(
  cell: string | undefined,
  environments: Environments,
): Reading & { isAmbiguous: boolean } {
  const parts = (cell ?? '').split(';');
  const longest = Math.max(1, ...environments.map(({ name }) => name.split(';').length));
  // At each part: the best ways to read it and those after it. Two are enough to tell that there is more than one.
  const best: Reading[][] = [];
  best[parts.length] = [{ ids: [], unknown: [] }];
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const ways: Reading[] = [];
    for (let count = Math.min(longest, parts.length - at); count > 0; count -= 1) {
      const name = parts
        .slice(at, at + count)
        .join(';')
        .trim();
      const found = findByName(name, environments);
      if (!found && count > 1) continue;
      for (const { ids, unknown } of best[at + count] ?? [])
        ways.push({
          ids: found ? [found.id, ...ids] : ids,
          unknown: found || name === '' ? unknown : [name, ...unknown],
        });
    }
    const fewest = Math.min(...ways.map(({ unknown }) => unknown.length));
    best[at] = ways.filter(({ unknown }) => unknown.length === fewest).slice(0, 2);
  }
  const [reading = { ids: [], unknown: [] }, other] = best[0] ?? [];
  return {
    ...reading,
    ids: [...new Set(reading.ids)],
    isAmbiguous: other !== undefined && reading.unknown.length === 0,
  };
}

function findByName(name: string, environments: Environments) {
  return environments.find((one) => one.name === name) ?? environments.find((one) => isAlike(one.name, name));
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
