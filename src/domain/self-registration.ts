import { LRUCache } from 'lru-cache';
import type { Scope } from '../database/conditions.ts';
import { type Reader, type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { findEnvironment, holdEnvironments } from '../database/environments.ts';
import type { DenialReason, EnvironmentRow, UserRow } from '../database/tables.ts';
import { checkAccess } from './access.ts';
import { noteAttempts } from './access-attempts.ts';
import { type Actor, type DomainContext, mayAskIn, requireRight } from './actor.ts';
import { admitNewcomer, identityOf, type Known, letIn, lockRecognised, originBy } from './admission.ts';
import { gather, goodOr, isGood } from './form.ts';
import { lookUpIn, recognise, refuseConflict } from './recognition.ts';
import { problem, refuse, refuseIf } from './refusal.ts';
import { readSender } from './sender-problem.ts';
import { senderBlocked } from './shared-problems.ts';
import { findConflicts } from './user-conflicts.ts';
import { type ReadForm, readEmail } from './user-form.ts';
import { cutName } from './values/person-name.ts';
import type { Sender, SenderInput } from './values/sender.ts';

export type SelfRegisterUserInput = {
  environmentId: string;
  sender: SenderInput;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
  email?: string | null;
};

export type SelfRegistrationOutcome =
  | 'CREATED'
  | 'ALREADY_REGISTERED'
  | 'LINKED_TO_EXISTING'
  | 'ENVIRONMENT_ADDED'
  | 'REQUESTED'
  | 'ALREADY_REQUESTED';
/** The user is null for somebody who only asked to be let in. */
export type Registration = { user: UserRow | null; outcome: SelfRegistrationOutcome };

/**
 * Registers a sender who writes to the assistant; asked again, returns the same user. Where newcomers need approval, it makes a request.
 * When two calls for one sender arrive at once, a constraint refuses one, and its transaction runs again.
 */
export async function selfRegisterUser(
  context: DomainContext & { shortReads: Reader },
  input: SelfRegisterUserInput,
): Promise<Registration> {
  const { actor, db } = context;
  const scope = requireRight(actor, 'selfRegister');
  if (fullLately.has(input.environmentId)) await refuseStranger(context, input);
  return transact(db, async (tx) => {
    const environment = await requireEnvironment(tx, context, scope, input.environmentId);
    const form = { sender: readSender(input.sender, 'sender'), ...readProfile(input) };
    const sender = isGood(form.sender) ? form.sender : gather(form).sender;
    const row = await lookUpIn(tx, environment, sender);
    refuseIf([row.isBlocked && senderBlocked('sender')]);
    const seen = recognise(sender, row);
    if (seen.status === 'CONFLICT') return refuseConflict(tx, environment.projectId, 'sender', seen);
    if (seen.status === 'USER') {
      const known = await lockRecognised(tx, environment, sender, seen);
      // While this waited for the user's lock, the user may have been blocked.
      refuseIf([known.row.isBlocked && senderBlocked('sender')]);
      return admitKnown(tx, actor, environment, sender, known, form);
    }
    if (environment.selfRegistration === 'CLOSED') return refuseNewcomers(environment);
    if (environment.selfRegistration === 'APPROVAL') {
      return (await ask(tx, environment, sender, 'UNKNOWN_SENDER', gather(form))) ?? refuse(tooManyRequests());
    }
    // The phone number is not checked: a user who got it since the look-up is this same sender, whom the next attempt finds.
    const sought = { phoneNumber: null, email: goodOr(form.email, null) };
    const conflicts = await findConflicts(tx, environment.projectId, sought);
    // Somebody may have added this very sender since the look-up, with the address.
    if (conflicts.email && recognise(sender, await lookUpIn(tx, environment, sender)).status !== 'NOBODY') {
      throw new LostRaceError();
    }
    const profile = gather({ ...form, ...conflicts });
    const where = { projectId: environment.projectId, environmentIds: [environment.id] };
    return { user: await admitNewcomer(tx, actor, where, sender, profile), outcome: 'CREATED' };
  });
}

/**
 * The environment in which a gateway acts, locked so that it cannot be deleted meanwhile. Refuses with ENVIRONMENT_NOT_FOUND when
 * the actor may use no such environment.
 */
export async function requireEnvironment(
  tx: Tx,
  { actor }: DomainContext,
  scope: Scope,
  id: string,
): Promise<EnvironmentRow> {
  const found = mayAskIn(actor, id) ? await findEnvironment(tx, scope, id) : undefined;
  const [held] = found ? await holdEnvironments(tx, found.projectId, [id]) : [];
  return held ?? refuse(problem('environmentId', 'ENVIRONMENT_NOT_FOUND', 'There is no such environment'));
}

type NewcomerForm = Omit<ReadForm, 'phoneNumber'>;

function readProfile(input: SelfRegisterUserInput): NewcomerForm {
  return {
    firstName: cutName(input.firstName ?? '') ?? null,
    middleName: cutName(input.middleName ?? '') ?? null,
    lastName: cutName(input.lastName ?? '') ?? null,
    email: readEmail(input.email?.trim() ?? ''),
  };
}

async function admitKnown(
  tx: Tx,
  actor: Actor,
  environment: EnvironmentRow,
  sender: Sender,
  { user, recognised: { matchedBy, isMember, isExpired, linkableId }, row }: Known,
  form: NewcomerForm,
): Promise<Registration> {
  // Nobody renews their own time, nor links an id meanwhile.
  if (isExpired) return { user, outcome: 'ALREADY_REGISTERED' };
  const mode = environment.selfRegistration;
  const isAdmitted = !isMember && mode === 'OPEN';
  const isAsking = !isMember && mode === 'APPROVAL';
  if (linkableId === null && !isMember && mode === 'CLOSED') return refuseNewcomers(environment, user);
  // Whoever waits for approval is linked by the approval.
  const isLinked = linkableId !== null && !(isAsking && (row.isAwaited || row.isAwaitedExactly));
  const identities = identityOf(sender.channel, isLinked ? linkableId : null, originBy(matchedBy));
  const environmentIds = isAdmitted ? [environment.id] : [];
  const admitted = await letIn(tx, actor, user, { environmentIds, identities });
  if (isAsking) {
    const asked = await ask(tx, environment, sender, 'NOT_IN_ENVIRONMENT', form);
    if (asked) return asked;
    // With no room for a request it is as where it is closed: a new id is linked all the same.
    refuseIf([!isLinked && tooManyRequests()]);
  }
  if (isAdmitted) return { user: admitted, outcome: 'ENVIRONMENT_ADDED' };
  return { user: admitted, outcome: isLinked ? 'LINKED_TO_EXISTING' : 'ALREADY_REGISTERED' };
}

/** Makes or renews a request; undefined when the environment has no room for another one. */
async function ask(
  tx: Tx,
  { projectId, id }: EnvironmentRow,
  sender: Sender,
  reason: DenialReason,
  { firstName, lastName, email }: NewcomerForm,
): Promise<Registration | undefined> {
  const profile = { firstName: goodOr(firstName, null), lastName: goodOr(lastName, null), email: goodOr(email, null) };
  const [noted] = await noteAttempts(tx, projectId, [
    { kind: 'ASKED', environmentId: id, sender, reason, count: 1, profile },
  ]);
  // Whoever blocks the sender of a request locks it: a block that this waited for is seen now.
  const row = await lookUpIn(tx, { projectId, id }, sender);
  refuseIf([row.isBlocked && senderBlocked('sender')]);
  if (noted === 'FULL') {
    fullLately.set(id, true);
    return undefined;
  }
  return { user: null, outcome: noted === 'KNOWN' ? 'ALREADY_REQUESTED' : 'REQUESTED' };
}

// Environments that had no room for another request a moment ago. There strangers are refused by a read, as cheap as a check: a flood
// of them must not take the database's time.
const fullLately = new LRUCache<string, true>({ max: 10_000, ttl: 1000 });

async function refuseStranger(
  context: DomainContext & { shortReads: Reader },
  { environmentId, sender }: SelfRegisterUserInput,
): Promise<void> {
  const [decision] = await checkAccess(context, environmentId, [sender]);
  const isStranger = decision?.reason === 'UNKNOWN_SENDER' && decision.selfRegistration === 'APPROVAL';
  refuseIf([isStranger && tooManyRequests()]);
}

function tooManyRequests() {
  return problem(null, 'TOO_MANY', 'This environment has too many requests now: ask again later');
}

function refuseNewcomers({ name }: EnvironmentRow, user?: UserRow): never {
  const message = `${name} does not take newcomers: an owner must add them`;
  return refuse(problem('environmentId', 'SELF_REGISTRATION_CLOSED', message, user));
}
