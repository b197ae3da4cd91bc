import type { SenderRow } from '../database/access.ts';
import { markApproved } from '../database/access-request-approvals.ts';
import { findAccessRequest, lockAccessRequest, markDismissed } from '../database/access-requests.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { holdEnvironments } from '../database/environments.ts';
import { inItsProject } from '../database/project-of.ts';
import type { AccessRequestRow, UserRow } from '../database/tables.ts';
import { clearExpiries } from '../database/user-environments.ts';
import { lockUser } from '../database/users.ts';
import { type Actor, type DomainContext, requireRight } from './actor.ts';
import { admitNewcomer, identityOf, letIn, listGained, originBy } from './admission.ts';
import { admitAs } from './admit-as.ts';
import { audit } from './audit-events.ts';
import { readHeldEnvironments } from './environments.ts';
import { gather, goodOr, type Wrong } from './form.ts';
import { lockOpenRequest, senderOf } from './open-requests.ts';
import { lookUpIn, type Recognition, recognise, refuseConflict } from './recognition.ts';
import { refuse, refuseIf } from './refusal.ts';
import type { SelfRegistrationOutcome } from './self-registration.ts';
import { alreadyDecided, notFound, senderBlocked } from './shared-problems.ts';
import { findConflicts } from './user-conflicts.ts';
import { type OptionalNames, readOptionalForm } from './user-form.ts';
import type { Sender } from './values/sender.ts';

export type ApproveAccessRequestInput = OptionalNames & {
  id: string;
  userId?: string | null;
  environmentIds?: readonly string[] | null;
};

/** `request` is as it was before the approval; `row` is what a check of its sender reads. */
type Approval = {
  request: AccessRequestRow;
  sender: Sender;
  row: SenderRow;
  environmentIds: readonly string[] | Wrong;
};
type Approved = { user: UserRow; outcome: SelfRegistrationOutcome };

/**
 * Lets the sender of a request in: as the user whom the owner names, else as the user whom a check recognises, else as a new one. The next
 * check allows them.
 */
export function approveAccessRequest(
  { actor, db }: DomainContext,
  input: ApproveAccessRequestInput,
): Promise<Approved & { accessRequest: AccessRequestRow }> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const seen = await inItsProject(tx, 'accessRequests', scope, input.id, findAccessRequest);
    if (!seen) return refuse(notFound('request'));
    refuseIf([seen.status === 'APPROVED' && alreadyDecided('id')]);
    const [environment] = await holdEnvironments(tx, seen.projectId, [seen.environmentId]);
    if (!environment) return refuse(notFound('request'));
    const wanted = [...new Set([environment.id, ...(input.environmentIds ?? [])])];
    const environmentIds = await readHeldEnvironments(tx, seen.projectId, wanted);
    const sender = senderOf(seen);
    // Locks are taken in one order everywhere, environments, users, requests: so nobody deadlocks.
    const user = await lockWhom(tx, seen, input.userId, recognise(sender, await lookUpIn(tx, environment, sender)));
    const request = await lockOpenRequest(tx, seen, 'id');
    const row = await lookUpIn(tx, environment, sender);
    refuseIf([row.isBlocked && senderBlocked('id')]);

    const approval = { request, sender, row, environmentIds };
    const approved = await (input.userId && user
      ? admitAs(tx, actor, user, { ...approval, ...gather({ environmentIds }) })
      : admitRecognised(tx, actor, user, approval, input));
    const accessRequest = await markApproved(tx, request, approved.user.id);
    await audit(tx, actor, 'ACCESS_REQUEST_APPROVED', approved.user, { relatedId: request.id });
    return { ...approved, accessRequest };
  });
}

/** Locks the user who is named, or else recognised; null when that is nobody. */
async function lockWhom(
  tx: Tx,
  { projectId }: AccessRequestRow,
  userId: string | null | undefined,
  seen: Recognition,
): Promise<UserRow | null> {
  if (userId) return (await lockUser(tx, projectId, userId)) ?? refuse(notFound('user', 'userId'));
  if (seen.status !== 'USER') return null;
  const user = await lockUser(tx, projectId, seen.userId);
  if (!user) throw new LostRaceError();
  return user;
}

async function admitRecognised(
  tx: Tx,
  actor: Actor,
  user: UserRow | null,
  { request, sender, row, environmentIds }: Approval,
  input: ApproveAccessRequestInput,
): Promise<Approved> {
  const recognised = recognise(sender, row);
  if (recognised.status === 'CONFLICT') return refuseConflict(tx, request.projectId, 'userId', recognised);
  if ((user?.id ?? null) !== (recognised.status === 'USER' ? recognised.userId : null)) throw new LostRaceError();
  if (recognised.status === 'NOBODY' || !user) {
    const form = readOptionalForm(input, request);
    const sought = { phoneNumber: null, email: goodOr(form.email, null) };
    const { email: taken } = await findConflicts(tx, request.projectId, sought);
    // An address that the person gave and somebody else has is left out. One that the owner gave is refused.
    const email = taken && input.email === undefined ? null : (taken ?? form.email);
    const { environmentIds: admittedTo, ...profile } = gather({ ...form, email, environmentIds });
    const where = { projectId: request.projectId, environmentIds: admittedTo };
    return { user: await admitNewcomer(tx, actor, where, sender, profile), outcome: 'CREATED' };
  }
  const { isMember, linkableId, matchedBy } = recognised;
  const admittedTo = gather({ environmentIds }).environmentIds;
  const admitted = await letIn(tx, actor, user, {
    environmentIds: await listGained(tx, user, admittedTo),
    identities: identityOf(sender.channel, linkableId, originBy(matchedBy)),
    isRenewed: await clearExpiries(tx, user, admittedTo),
  });
  if (!isMember) return { user: admitted, outcome: 'ENVIRONMENT_ADDED' };
  return { user: admitted, outcome: linkableId === null ? 'ALREADY_REGISTERED' : 'LINKED_TO_EXISTING' };
}

/** Dismisses a waiting request. The sender is answered as before. */
export function dismissAccessRequest({ actor, db }: DomainContext, input: { id: string }): Promise<AccessRequestRow> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const request = await inItsProject(tx, 'accessRequests', scope, input.id, lockAccessRequest);
    if (!request) return refuse(notFound('request'));
    refuseIf([request.status !== 'PENDING' && alreadyDecided('id')]);
    const dismissed = await markDismissed(tx, request);
    await audit(tx, actor, 'ACCESS_REQUEST_DISMISSED', request);
    return dismissed;
  });
}
