import { v7 as uuid } from 'uuid';
import { dismissRequestsOf } from '../database/access-requests.ts';
import { insertBlocks, listBlocks } from '../database/blocked-senders.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { NewBlockedSender } from '../database/tables.ts';
import { type Identifier, identifierKey, uniqueIdentifiers } from './identifiers.ts';
import { phoneMatchKey } from './values/phone-number.ts';
import { searchText } from './values/search-text.ts';

/**
 * Lets a block follow somebody to what they get: when one of the identifiers `from` is blocked, those in `to` are blocked from now on,
 * too, for the same reason, and waiting requests of theirs are dismissed.
 */
export async function followBlocks(
  tx: Tx,
  projectId: string,
  from: readonly Identifier[],
  to: readonly Identifier[],
): Promise<void> {
  const [block] = to.length > 0 ? await listBlocks(tx, projectId, from.map(identifierKey)) : [];
  if (!block) return;
  await insertBlocks(
    tx,
    uniqueIdentifiers(to).map((identifier) => newBlock(projectId, identifier, block)),
  );
  await dismissRequestsOf(tx, projectId, to.map(identifierKey));
}

/** The row of a block. */
export function newBlock(
  projectId: string,
  identifier: Identifier,
  { note, blockedBy }: { note: string | null; blockedBy: string },
): NewBlockedSender {
  const isPhone = 'phoneNumber' in identifier;
  const phoneNumber = isPhone ? identifier.phoneNumber : null;
  const identity = isPhone ? { channel: null, externalId: null } : identifier;
  return {
    projectId,
    id: uuid(),
    phoneNumber,
    phoneKey: phoneNumber && phoneMatchKey(phoneNumber),
    ...identity,
    // The note takes the place of a name, so that it is searched like one.
    searchText: searchText({
      firstName: note,
      middleName: null,
      lastName: null,
      email: null,
      phoneNumber,
      channelIdentities: isPhone ? [] : [identifier],
    }),
    note,
    blockedBy,
  };
}
