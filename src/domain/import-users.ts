import { v7 as uuid } from 'uuid';
import type { Importer, UserBatch } from '../database/import-users.ts';
import type { CreationSource } from '../database/tables.ts';
import { type Actor, requireWorkspaceRight } from './actor.ts';
import { auditEvent } from './audit-events.ts';
import { gather, wrong } from './form.ts';
import { NOBODY, profileColumns, readUserForm, type UserFormFields } from './user-form.ts';
import { parseSender, type SenderInput } from './values/sender.ts';

export type ImportedUser = UserFormFields & {
  creationSource: CreationSource;
  createdAt: Date;
  environmentIds: readonly string[];
  sender?: SenderInput;
};

/**
 * Adds many users in one transaction, by the same rules as one user. People whom the project has already, by phone number, e-mail
 * address or channel id, or who are blocked, are left out. Returns how many were added.
 */
export async function importUsers(
  { actor, importer }: { actor: Actor; importer: Importer },
  projectId: string,
  people: readonly ImportedUser[],
): Promise<number> {
  requireWorkspaceRight(actor, 'writeUsers');
  const read = people.map((person) => readPerson(projectId, person));
  const taken = await importer.findTaken(projectId, {
    phones: read.flatMap(({ user }) => user.phoneKey ?? []),
    emails: read.flatMap(({ user }) => user.emailKey ?? []),
    identities: read.flatMap(({ identity }) => identity?.externalId ?? []),
  });
  const isFree = (key: string | null | undefined) => !key || !taken.has(key);
  const added = read.filter(
    ({ user, identity }) => isFree(user.phoneKey) && isFree(user.emailKey) && isFree(identity?.externalId),
  );
  const batch: UserBatch = {
    users: added.map(({ user }) => user),
    memberships: added.flatMap(({ user, environmentIds }) =>
      environmentIds.map((environmentId) => ({ projectId, userId: user.id, environmentId })),
    ),
    identities: added.flatMap(({ identity }) => identity ?? []),
    // USER_CREATED whatever the source: nobody registered now, the importing actor wrote them.
    auditEvents: added.map(({ user }) => auditEvent(actor, 'USER_CREATED', user)),
  };
  await importer.write(batch);
  return added.length;
}

function readPerson(projectId: string, person: ImportedUser) {
  const { creationSource, createdAt, environmentIds, sender } = person;
  const form =
    creationSource === 'INVITED' ? { phoneNumber: null, firstName: null, lastName: null, ...person } : person;
  const parsed = sender && parseSender(sender);
  const externalId = parsed && 'sender' in parsed ? parsed.sender.externalId : null;
  const isMalformed = sender !== undefined && externalId === null;
  const profile = gather({
    ...readUserForm(form, NOBODY),
    sender: isMalformed && wrong('sender', 'SENDER_INVALID', 'The channel id is malformed'),
  });
  const identities =
    sender && externalId !== null
      ? [{ projectId, id: uuid(), channel: sender.channel, externalId, linkedBy: 'REGISTRATION' as const, createdAt }]
      : [];
  const user = {
    projectId,
    id: uuid(),
    creationSource,
    createdAt,
    updatedAt: createdAt,
    ...profileColumns(profile, identities),
  };
  return { user, identity: identities[0] && { ...identities[0], userId: user.id }, environmentIds };
}
