import { dismissRequestsOf, findAccessRequest } from '../database/access-requests.ts';
import {
  countBlocks,
  deleteBlock,
  insertBlocks,
  listBlocks,
  listUserIdsOfBlocks,
} from '../database/blocked-senders.ts';
import { listIdentitiesByExternalIds, listIdentitiesByUsers } from '../database/channel-identities.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { findPreconditions } from '../database/preconditions.ts';
import { findProjectOf } from '../database/project-of.ts';
import { holdProject } from '../database/projects.ts';
import type { BlockedSenderRow } from '../database/tables.ts';
import { lockUser, lockUsers } from '../database/users.ts';
import { type Actor, type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { CallerError } from './caller-error.ts';
import { closeRequestsOf, closeRequestsWith } from './close-requests.ts';
import { identifiersOfBlock, newBlock } from './follow-blocks.ts';
import { gather, isGood, Wrong, wrong } from './form.ts';
import {
  type Identifier,
  identifierKey,
  identifiersOf,
  identifiersOfSender,
  uniqueIdentifiers,
} from './identifiers.ts';
import { lockOpenRequest, senderOf } from './open-requests.ts';
import { conflictOf, keysOf } from './recognition.ts';
import { refuse, refuseIf } from './refusal.ts';
import { readSender } from './sender-problem.ts';
import { alreadyDecided, notFound, tooMany } from './shared-problems.ts';
import type { Sender, SenderInput } from './values/sender.ts';

export type BlockSenderInput = {
  projectId: string;
  userId?: string | null;
  sender?: SenderInput | null;
  accessRequestId?: string | null;
  note?: string | null;
};

/** The most blocks of one project. */
const MAXIMUM_BLOCKS = 100_000;
/** In characters. */
const LONGEST_NOTE = 500;

/**
 * Keeps somebody out of the whole project: blocks each of their phone numbers and ids, and dismisses their waiting requests. Returns all
 * blocks of the person. Throws BAD_USER_INPUT unless exactly one of user, sender and request is given.
 */
export function blockSender({ actor, db }: DomainContext, input: BlockSenderInput): Promise<BlockedSenderRow[]> {
  const scope = requireRight(actor, 'writeUsers');
  const given = [input.userId, input.sender, input.accessRequestId].filter(
    (each) => each !== null && each !== undefined,
  );
  if (given.length !== 1) {
    throw new CallerError('BAD_USER_INPUT', 'Give exactly one of userId, sender and accessRequestId.');
  }
  return transact(db, async (tx) => {
    // The project is held for the count of its blocks.
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse(notFound('project', 'projectId'));
    const { identifiers, note } = gather({
      identifiers: await listIdentifiers(tx, project.id, input),
      note: readNote(input.note),
    });
    const keys = identifiers.map(identifierKey);
    const known = await listBlocks(tx, project.id, keys);
    const blocks = identifiers.map((identifier) => newBlock(project.id, identifier, { note, blockedBy: actor.name }));
    const count = await countBlocks(tx, project.id);
    refuseIf([count + keys.length - known.length > MAXIMUM_BLOCKS && tooMany(MAXIMUM_BLOCKS, 'blocked senders')]);
    const added = await insertBlocks(tx, blocks);
    await dismissRequestsOf(tx, project.id, keys);
    await auditBlocks(tx, actor, added);
    return listBlocks(tx, project.id, keys);
  });
}

function readNote(text: string | null | undefined) {
  const note = text?.trim() || null;
  if (note === null || [...note].length <= LONGEST_NOTE) return note;
  return wrong('note', 'TOO_LONG', `A note can be at most ${LONGEST_NOTE} characters long`);
}

/** All phone numbers and ids of whom to block. A user of theirs is locked, so that no other is linked meanwhile. */
async function listIdentifiers(tx: Tx, projectId: string, input: BlockSenderInput): Promise<Identifier[] | Wrong> {
  if (input.userId) {
    const user = await lockUser(tx, projectId, input.userId);
    if (!user) return new Wrong(notFound('user', 'userId'));
    return identifiersOf(user, await listIdentitiesByUsers(tx, projectId, [user.id]));
  }
  if (input.sender) {
    const sender = readSender(input.sender, 'sender');
    if (!isGood(sender)) return sender;
    const { theirs } = await lockRecognised(tx, projectId, sender);
    return uniqueIdentifiers([...identifiersOfSender(sender), ...theirs]);
  }
  const request = await findAccessRequest(tx, projectId, input.accessRequestId ?? '');
  if (!request) return new Wrong(notFound('request', 'accessRequestId'));
  if (request.status === 'APPROVED') return new Wrong(alreadyDecided('accessRequestId'));
  const sender = senderOf(request);
  const { theirs, isConflict } = await lockRecognised(tx, projectId, sender);
  await lockOpenRequest(tx, request, 'accessRequestId');
  // In a conflict the number is of a user who did not knock: blocking it would keep that user out.
  const knocked = isConflict ? { ...sender, phoneNumber: null } : sender;
  return uniqueIdentifiers([...identifiersOfSender(knocked), ...theirs]);
}

/** Locks the user as whom the sender is recognised and lists all phone numbers and ids that are theirs; none in a conflict. */
async function lockRecognised(
  tx: Tx,
  projectId: string,
  sender: Sender,
): Promise<{ theirs: Identifier[]; isConflict: boolean }> {
  const owners = await findOwners(tx, projectId, sender);
  const found = Object.values(owners).filter((id) => id !== null);
  const users = await lockUsers(tx, projectId, found);
  // While this waited for the locks, the number or the id may have become another's, or nobody's.
  if (`${Object.values(await findOwners(tx, projectId, sender))}` !== `${Object.values(owners)}`) {
    throw new LostRaceError();
  }
  const identities = await listIdentitiesByUsers(tx, projectId, found);
  const linkedIds = identities.map(({ channel, externalId, sincePhone }) =>
    channel === sender.channel && sincePhone !== false ? externalId : null,
  );
  const isConflict = conflictOf(sender, { ...owners, linkedIds }) !== undefined;
  const [user] = isConflict ? [] : users;
  return { theirs: user ? identifiersOf(user, identities) : [], isConflict };
}

/** The ids of the users who have the sender's id, number and e-mail address. */
async function findOwners(tx: Tx, projectId: string, sender: Sender) {
  const { phoneKey, emailKey, channel, externalId } = keysOf(sender);
  const { people } = await findPreconditions(tx, { projectId, people: [{ phoneKey, emailKey }], environmentIds: [] });
  const [found] = people;
  const identities = externalId === null ? [] : [{ channel, externalId }];
  const [linked] = await listIdentitiesByExternalIds(tx, projectId, identities);
  const { idByPhone = null, idByEmail = null } = found ?? {};
  return { idByIdentity: linked?.userId ?? null, idByPhone, idByEmail };
}

/** Lifts one block. Returns its id. */
export function unblockSender({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const projectId = await findProjectOf(tx, 'blockedSenders', scope, input.id);
    if (projectId === undefined) return refuse(notFound('block'));
    const [user] = await listUserIdsOfBlocks(tx, projectId, [input.id]);
    const block = await deleteBlock(tx, projectId, input.id);
    if (!block) return refuse(notFound('block'));
    const subject = { projectId, id: user?.userId ?? block.id };
    await audit(tx, actor, 'SENDER_UNBLOCKED', subject, { relatedId: block.id });
    if (user) await closeRequestsOf(tx, projectId, [{ id: user.userId }]);
    await closeRequestsWith(tx, projectId, identifiersOfBlock(block));
    return block.id;
  });
}

async function auditBlocks(tx: Tx, actor: Actor, blocks: readonly BlockedSenderRow[]): Promise<void> {
  const [first] = blocks;
  if (!first) return;
  const ids = blocks.map(({ id }) => id);
  const users = await listUserIdsOfBlocks(tx, first.projectId, ids);
  for (const { projectId, id } of blocks) {
    const user = users.find(({ blockId }) => blockId === id);
    await audit(tx, actor, 'SENDER_BLOCKED', { projectId, id: user?.userId ?? id }, { relatedId: id });
  }
}
