import { v7 as uuid } from 'uuid';
import type { Scope } from '../database/conditions.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { findEnvironment, holdEnvironments } from '../database/environments.ts';
import { insertUser } from '../database/new-users.ts';
import type { EnvironmentRow, UserRow } from '../database/tables.ts';
import { insertMemberships } from '../database/user-environments.ts';
import { lockUser } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit, auditEvent } from './audit-events.ts';
import { addIdentities, saveUser } from './channel-identities.ts';
import { gather, goodOr, isGood, Wrong } from './form.ts';
import { lookUpIn, type RecognisedUser, recognise, refuseConflict } from './recognition.ts';
import { problem, refuse } from './refusal.ts';
import { senderProblem } from './sender-problem.ts';
import { findConflicts } from './user-conflicts.ts';
import { type Profile, profileColumns, type ReadForm, readEmail } from './user-form.ts';
import { cutName } from './values/person-name.ts';
import { parseSender, type Sender, type SenderInput } from './values/sender.ts';

export type SelfRegisterUserInput = {
  environmentId: string;
  sender: SenderInput;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
  email?: string | null;
};

export type SelfRegistrationOutcome = 'CREATED' | 'ALREADY_REGISTERED' | 'LINKED_TO_EXISTING' | 'ENVIRONMENT_ADDED';
type Registration = { user: UserRow; outcome: SelfRegistrationOutcome };

/**
 * Registers a sender who writes to the assistant; asked again, returns the same user. When two requests for one sender arrive at
 * once, a constraint refuses one, and its transaction runs again.
 */
export function selfRegisterUser(context: DomainContext, input: SelfRegisterUserInput): Promise<Registration> {
  const { actor, db } = context;
  const scope = requireRight(actor, 'selfRegister');
  return transact(db, async (tx) => {
    const environment = await requireEnvironment(tx, context, scope, input.environmentId);
    const form = { sender: readSender(input.sender, 'sender'), ...readProfile(input) };
    const sender = isGood(form.sender) ? form.sender : gather(form).sender;
    const known = await lockRecognised(tx, environment, sender);
    if (known) return admitKnown(tx, context, environment, sender, known);
    if (environment.selfRegistration === 'CLOSED') refuseNewcomers(environment);
    // The phone number is not checked: a user who got it since the look-up is this same sender, whom the next attempt finds.
    const sought = { phoneNumber: null, email: goodOr(form.email, null) };
    const profile = gather({ ...form, ...(await findConflicts(tx, environment.projectId, sought)) });
    return admitNewcomer(tx, context, environment, sender, profile);
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
  const isTheirs = actor.environmentIds === null || actor.environmentIds.includes(id);
  const found = isTheirs ? await findEnvironment(tx, scope, id) : undefined;
  const [held] = found ? await holdEnvironments(tx, found.projectId, [id]) : [];
  return held ?? refuse(problem('environmentId', 'ENVIRONMENT_NOT_FOUND', 'There is no such environment'));
}

export function readSender(input: SenderInput, field: string): Sender | Wrong {
  const parsed = parseSender(input);
  return 'sender' in parsed ? parsed.sender : new Wrong(senderProblem(input, parsed.invalid, field));
}

type NewcomerProfile = Omit<Profile, 'phoneNumber'>;

function readProfile(input: SelfRegisterUserInput): Omit<ReadForm, 'phoneNumber'> {
  return {
    firstName: cutName(input.firstName ?? '') ?? null,
    middleName: cutName(input.middleName ?? '') ?? null,
    lastName: cutName(input.lastName ?? '') ?? null,
    email: readEmail(input.email?.trim() ?? ''),
  };
}

type Known = { user: UserRow; recognised: RecognisedUser };

/**
 * Recognises and locks the user, as they are under the lock; undefined when nobody is recognised. Refuses with IDENTITY_CONFLICT
 * when it is not certain who the sender is.
 */
async function lockRecognised(tx: Tx, environment: EnvironmentRow, sender: Sender): Promise<Known | undefined> {
  const look = async () => recognise(sender, await lookUpIn(tx, environment, sender));
  const seen = await look();
  if (seen.status === 'CONFLICT') return refuseConflict(tx, environment.projectId, 'sender', seen);
  if (seen.status === 'NOBODY') return undefined;
  const user = await lockUser(tx, [environment.projectId], seen.userId);
  // While this waited for the lock, the user may have been deleted, merged, or given another number.
  const recognised = await look();
  if (!user || recognised.status !== 'USER' || recognised.userId !== user.id) throw new LostRaceError();
  return { user, recognised };
}

async function admitKnown(
  tx: Tx,
  { actor }: DomainContext,
  environment: EnvironmentRow,
  { channel }: Sender,
  { user, recognised: { matchedBy, isMember, linkableId } }: Known,
): Promise<Registration> {
  const isAdmitted = !isMember && environment.selfRegistration === 'OPEN';
  if (linkableId === null && !isAdmitted) {
    return isMember ? { user, outcome: 'ALREADY_REGISTERED' } : refuseNewcomers(environment, user);
  }
  if (isAdmitted) {
    await insertMemberships(tx, user, [environment.id]);
    await audit(tx, actor, 'USER_UPDATED', user, { changedFields: ['environments'] });
  }
  if (linkableId !== null) {
    const linkedBy = matchedBy === 'EMAIL' ? 'EMAIL' : 'PHONE_NUMBER';
    await addIdentities(tx, actor, user, [{ channel, externalId: linkableId, linkedBy }]);
  }
  return { user: await saveUser(tx, user), outcome: isAdmitted ? 'ENVIRONMENT_ADDED' : 'LINKED_TO_EXISTING' };
}

async function admitNewcomer(
  tx: Tx,
  { actor }: DomainContext,
  environment: EnvironmentRow,
  { channel, externalId, phoneNumber }: Sender,
  profile: NewcomerProfile,
): Promise<Registration> {
  // On WhatsApp the number belongs to the id. On other channels people share a contact, so the id is what registered.
  const linkedBy = channel === 'WHATSAPP' && phoneNumber !== null ? 'PHONE_NUMBER' : 'REGISTRATION';
  const identities = externalId === null ? [] : [{ channel, externalId, linkedBy } as const];
  const newcomer = {
    projectId: environment.projectId,
    id: uuid(),
    creationSource: 'SELF_REGISTERED',
    ...profileColumns({ ...profile, phoneNumber }, identities),
  } as const;
  const user = await insertUser(tx, {
    user: newcomer,
    environmentIds: [environment.id],
    identities,
    event: auditEvent(actor, 'USER_SELF_REGISTERED', newcomer),
  });
  return { user, outcome: 'CREATED' };
}

function refuseNewcomers({ name }: EnvironmentRow, user?: UserRow): never {
  const message = `${name} does not take newcomers: an owner must add them`;
  return refuse(problem('environmentId', 'SELF_REGISTRATION_CLOSED', message, user));
}
