import { v7 as uuid } from 'uuid';
import { findUserIdByIdentity, insertIdentity, listIdentitiesByUsers } from '../database/channel-identities.ts';
import type { Scope } from '../database/conditions.ts';
import { type Tx, transact } from '../database/connection.ts';
import { findEnvironment, holdEnvironments } from '../database/environments.ts';
import { insertMemberships, listEnvironmentIdsOfUser } from '../database/memberships.ts';
import { insertUser } from '../database/new-users.ts';
import type { EnvironmentRow, UserRow } from '../database/tables.ts';
import { findUserByPhone, lockUser, updateUserRow } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit, auditEvent } from './audit.ts';
import { cutName } from './person-name.ts';
import { phoneMatchKey } from './phone-number.ts';
import { type Problem, Refusal, refuse, refuseIf } from './refusal.ts';
import { parseSender, type Sender, type SenderInput } from './sender.ts';
import { senderProblem } from './sender-problem.ts';
import { findConflicts } from './user-conflicts.ts';
import { type Profile, profileColumns, readEmail } from './user-form.ts';

export type SelfRegisterUserInput = {
  environmentId: string;
  sender: SenderInput;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
  email?: string | null;
};

type Outcome = 'CREATED' | 'ALREADY_REGISTERED' | 'LINKED_TO_EXISTING' | 'ENVIRONMENT_ADDED';
type Registration = { user: UserRow; outcome: Outcome };

/**
 * Registers whoever writes to the assistant; asked again, answers the same user. Of two that arrive at once
 * one is refused by a constraint, and its transaction looks again.
 */
export function selfRegisterUser(context: DomainContext, input: SelfRegisterUserInput): Promise<Registration> {
  const { actor, db } = context;
  const scope = requireRight(actor, 'selfRegister');
  return transact(db, async (tx) => {
    const environment = await requireEnvironment(tx, context, scope, input.environmentId);
    const problems: Problem[] = [];
    const sender = readSender(input.sender, problems);
    const profile = readProfile(input, problems);
    if (!sender) throw new Refusal(problems);
    const known = await findKnown(tx, environment.projectId, sender);
    if (known) return admitKnown(tx, context, environment, sender, known);
    refuseIfClosed(environment);
    // Not the phone: whoever has taken it since we looked is this very sender, found by the next attempt.
    problems.push(...(await findConflicts(tx, environment.projectId, { ...profile, phoneNumber: null })));
    refuseIf(problems);
    return admitNewcomer(tx, context, environment, sender, profile);
  });
}

async function requireEnvironment(tx: Tx, { actor }: DomainContext, scope: Scope, id: string): Promise<EnvironmentRow> {
  const isTheirs = actor.environmentIds === null || actor.environmentIds.includes(id);
  const found = isTheirs ? await findEnvironment(tx, scope, id) : undefined;
  const [held] = found ? await holdEnvironments(tx, found.projectId, [id]) : [];
  return held ?? refuse('environmentId', 'ENVIRONMENT_NOT_FOUND', 'There is no such environment');
}

function readSender(input: SenderInput, problems: Problem[]): Sender | undefined {
  const parsed = parseSender(input);
  if ('sender' in parsed) return parsed.sender;
  problems.push(senderProblem(input, parsed.invalid));
  return undefined;
}

type NewcomerProfile = Omit<Profile, 'phoneNumber'>;

function readProfile(input: SelfRegisterUserInput, problems: Problem[]): NewcomerProfile {
  return {
    firstName: cutName(input.firstName ?? '') ?? null,
    middleName: cutName(input.middleName ?? '') ?? null,
    lastName: cutName(input.lastName ?? '') ?? null,
    email: readEmail(input.email?.trim() ?? '', problems),
  };
}

type Known = { user: UserRow; isIdentityKnown: boolean };

async function findKnown(tx: Tx, projectId: string, sender: Sender): Promise<Known | undefined> {
  const { channel, externalId, phoneNumber } = sender;
  const idByIdentity = externalId ? await findUserIdByIdentity(tx, projectId, { channel, externalId }) : undefined;
  const byPhone = phoneNumber ? await findUserByPhone(tx, projectId, phoneMatchKey(phoneNumber)) : undefined;
  if (idByIdentity && byPhone && idByIdentity !== byPhone.id) {
    refuse(
      'sender',
      'IDENTITY_CONFLICT',
      'The phone number and the channel identity belong to two different users',
      byPhone,
    );
  }
  const id = idByIdentity ?? byPhone?.id;
  // Locked only now, and gone if somebody deleted it in between: then they are a newcomer.
  const user = id ? await lockUser(tx, [projectId], id) : undefined;
  return user && { user, isIdentityKnown: externalId === null || idByIdentity !== undefined };
}

async function admitKnown(
  tx: Tx,
  { actor }: DomainContext,
  environment: EnvironmentRow,
  { channel, externalId }: Sender,
  { user, isIdentityKnown }: Known,
): Promise<Registration> {
  const isMember = (await listEnvironmentIdsOfUser(tx, user)).includes(environment.id);
  if (!isMember) refuseIfClosed(environment, user);
  if (isMember && isIdentityKnown) return { user, outcome: 'ALREADY_REGISTERED' };
  if (!isIdentityKnown && externalId) await insertIdentity(tx, user, { channel, externalId });
  if (!isMember) await insertMemberships(tx, user, [environment.id]);
  const identities = await listIdentitiesByUsers(tx, [user.projectId], [user.id]);
  const updated = await updateUserRow(tx, user, isIdentityKnown ? {} : profileColumns(user, identities));
  const changed = [...(isIdentityKnown ? [] : ['channelIdentities']), ...(isMember ? [] : ['environments'])];
  await audit(tx, actor, 'USER_UPDATED', user, changed);
  return { user: updated, outcome: isMember ? 'LINKED_TO_EXISTING' : 'ENVIRONMENT_ADDED' };
}

async function admitNewcomer(
  tx: Tx,
  { actor }: DomainContext,
  environment: EnvironmentRow,
  { channel, externalId, phoneNumber }: Sender,
  profile: NewcomerProfile,
): Promise<Registration> {
  const newcomer = {
    projectId: environment.projectId,
    id: uuid(),
    creationSource: 'SELF_REGISTERED',
    ...profileColumns({ ...profile, phoneNumber }, externalId ? [{ channel, externalId }] : []),
  } as const;
  const user = await insertUser(tx, {
    user: newcomer,
    environmentIds: [environment.id],
    identity: externalId ? { channel, externalId } : null,
    event: auditEvent(actor, 'USER_SELF_REGISTERED', newcomer),
  });
  return { user, outcome: 'CREATED' };
}

function refuseIfClosed(environment: EnvironmentRow, user?: UserRow): void {
  if (environment.selfRegistration === 'OPEN') return;
  const message = `${environment.name} does not take newcomers: an owner must add them`;
  refuse('environmentId', 'SELF_REGISTRATION_CLOSED', message, user);
}
