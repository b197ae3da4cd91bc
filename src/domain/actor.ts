import type { Db } from '../database/connection.ts';
import type { Role } from '../database/tables.ts';
import { CallerError } from './refusal.ts';

/** Who is asking. */
export type Actor = {
  accessKeyId: string | null;
  name: string;
  role: Role;
  /** Null: the whole workspace. */
  projectId: string | null;
  /** Null: all of the project's. */
  environmentIds: readonly string[] | null;
};

/** What every domain verb works with. */
export type DomainContext = { actor: Actor; db: Db };

export type Right = 'read' | 'checkAccess' | 'selfRegister' | 'writeUsers' | 'administer';

const RIGHTS: Record<Role, readonly Right[]> = {
  ADMINISTRATOR: ['read', 'checkAccess', 'writeUsers', 'administer'],
  MEMBER: ['read', 'checkAccess', 'writeUsers'],
  VIEWER: ['read', 'checkAccess'],
  GATEWAY: ['checkAccess', 'selfRegister'],
};

export function requireRight(actor: Actor, right: Right): void {
  if (!RIGHTS[actor.role].includes(right)) {
    throw new CallerError('FORBIDDEN', 'This access key does not have the right to do this.');
  }
}

export function requireWorkspaceAdministrator(actor: Actor): void {
  requireRight(actor, 'administer');
  if (actor.projectId !== null) {
    throw new CallerError('FORBIDDEN', 'This takes an access key of the whole workspace.');
  }
}

/** Whether the project is one that the actor may touch. */
export function isInScope(actor: Actor, projectId: string): boolean {
  return actor.projectId === null || actor.projectId === projectId;
}
