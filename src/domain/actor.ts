import type { Scope } from '../database/conditions.ts';
import type { Db } from '../database/engine/connection.ts';
import type { Role } from '../database/tables.ts';
import { CallerError } from './caller-error.ts';

/** What somebody may do. `id` is that of the access key or project member; null for the operator. */
export type Grant = { id: string | null; role: Role };

/** Who is asking: the operator at the machine, the holder of an access key, or a person whom the identity provider knows. */
export type Actor = {
  kind: 'operator' | 'accessKey' | 'person';
  /** Different for each access key and each person, whatever their grants. */
  id: string;
  name: string;
  /** One grant for the whole workspace, or one for each project by its id. */
  grants: Grant | ReadonlyMap<string, Grant>;
  /** Null: all environments of the projects. */
  environmentIds: readonly string[] | null;
};

/** What every domain verb works with. */
export type DomainContext = { actor: Actor; db: Db };

type Right = 'read' | 'checkAccess' | 'selfRegister' | 'writeUsers' | 'administer';

const RIGHTS: Record<Role, readonly Right[]> = {
  ADMINISTRATOR: ['read', 'checkAccess', 'writeUsers', 'administer'],
  MEMBER: ['read', 'checkAccess', 'writeUsers'],
  VIEWER: ['read', 'checkAccess'],
  GATEWAY: ['checkAccess', 'selfRegister'],
};

/**
 * Returns the projects in which the actor has the right (null: the whole workspace). Throws FORBIDDEN when there is none. Rows
 * outside the scope do not exist for the actor.
 */
export function requireRight({ grants }: Actor, right: Right): Scope {
  const allows = ({ role }: Grant) => RIGHTS[role].includes(right);
  if (isWorkspaceGrant(grants)) {
    if (allows(grants)) return null;
  } else {
    const scope = [...grants].filter(([, grant]) => allows(grant)).map(([projectId]) => projectId);
    // A person without any grant is a viewer of no project, and not an intruder.
    if (scope.length > 0 || (grants.size === 0 && RIGHTS.VIEWER.includes(right))) return scope;
  }
  throw new CallerError('FORBIDDEN', 'You do not have the right to do this.');
}

/** For actions that concern more than one project: throws FORBIDDEN unless the actor's grant is for the whole workspace. */
export function requireWorkspaceRight(actor: Actor, right: Right): void {
  if (requireRight(actor, right) !== null) {
    throw new CallerError('FORBIDDEN', 'This needs an access key of the whole workspace.');
  }
}

/** Whether the actor may create and delete projects. */
export function mayManageProjects({ grants }: Actor): boolean {
  return isWorkspaceGrant(grants) && RIGHTS[grants.role].includes('administer');
}

/** The actor's grant in the project; undefined if there is none. A null project stands for what belongs to no project. */
export function grantIn({ grants }: Actor, projectId: string | null): Grant | undefined {
  return isWorkspaceGrant(grants) ? grants : grants.get(projectId ?? '');
}

/** Whether the actor may ask in this environment, if it is one of the actor's projects. */
export function mayAskIn({ environmentIds }: Actor, environmentId: string): boolean {
  return environmentIds === null || environmentIds.includes(environmentId);
}

const STRONGEST_FIRST = ['ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY'] as const;

/** The actor's strongest role in any project; VIEWER without a grant. */
export function strongestRole({ grants }: Actor): Role {
  const roles = isWorkspaceGrant(grants) ? [grants.role] : Array.from(grants.values(), ({ role }) => role);
  return STRONGEST_FIRST.find((role) => roles.includes(role)) ?? 'VIEWER';
}

function isWorkspaceGrant(grants: Actor['grants']): grants is Grant {
  return 'role' in grants;
}
