import { v7 as uuid } from 'uuid';
import { dismissRequestsOf } from '../database/access-requests.ts';
import { insertBlocks, listBlocks } from '../database/blocked-senders.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { BlockedSenderRow, NewBlockedSender, UserRow } from '../database/tables.ts';
import type { Actor } from './actor.ts';
import { auditAll } from './audit-events.ts';
import { type Identifier, identifierKey, identifiersOf, identifierText, uniqueIdentifiers } from './identifiers.ts';
import { phoneMatchKey } from './values/phone-number.ts';
import { searchText } from './values/search-text.ts';

/** What somebody had, and what they get. `user` is null for somebody who is no user. */
type Move = { user: Pick<UserRow, 'id'> | null; from: readonly Identifier[]; to: readonly Identifier[] };

/**
 * Lets blocks follow people of one project to what they get: when one of the identifiers `from` is blocked, those in `to` are blocked
 * from now on, too, for the same reason, and waiting requests of theirs are dismissed. That is never refused, however many blocks the
 * project has: whoever is blocked stays so.
 */
export async function followBlocks(tx: Tx, actor: Actor, projectId: string, moves: readonly Move[]): Promise<void> {
  const getting = moves.filter(({ to }) => to.length > 0);
  const known = await listBlocks(
    tx,
    projectId,
    getting.flatMap(({ from }) => from.map(identifierKey)),
  );
  if (known.length === 0) return;
  const followed = getting.flatMap(({ user, from, to }) => {
    const had = new Set(from.map(identifierText));
    const block = known.find((each) =>
      identifiersOfBlock(each).some((identifier) => had.has(identifierText(identifier))),
    );
    if (!block) return [];
    return uniqueIdentifiers(to).map((identifier) => ({
      identifier,
      user,
      row: newBlock(projectId, identifier, block),
    }));
  });
  const added = await insertBlocks(
    tx,
    followed.map(({ row }) => row),
  );
  const users = new Map(followed.map(({ row, user }) => [row.id, user]));
  const deeds = added.map(({ id }) => ({
    action: 'SENDER_BLOCKED' as const,
    subject: { projectId, id: users.get(id)?.id ?? id },
    relatedId: id,
  }));
  await auditAll(tx, actor, deeds);
  await dismissRequestsOf(
    tx,
    projectId,
    followed.map(({ identifier }) => identifierKey(identifier)),
  );
}

export function identifiersOfBlock({ phoneNumber, channel, externalId }: BlockedSenderRow): Identifier[] {
  const identities = channel === null || externalId === null ? [] : [{ channel, externalId }];
  return identifiersOf({ phoneNumber }, identities);
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
