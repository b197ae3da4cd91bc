import type { Role } from '../generated/graphql.ts';

/** The roles in words, the least powerful first. */
export const ROLES: Record<Role, { label: string; meaning: string }> = {
  VIEWER: { label: 'Viewer', meaning: 'Sees users, environments and keys.' },
  MEMBER: { label: 'Member', meaning: 'Also adds, edits and deletes users.' },
  ADMINISTRATOR: {
    label: 'Administrator',
    meaning: 'Also manages environments, access keys, members and the project.',
  },
  GATEWAY: {
    label: 'Gateway',
    meaning: 'For a messaging gateway: checks access and registers newcomers, nothing else.',
  },
};

/** What whoever comes with a gateway's key is told. */
export const GATEWAY_NOTICE =
  'This is a GATEWAY key: it lets a messaging gateway check access, and cannot open this page. ' +
  'Sign in with a key of the role VIEWER, MEMBER or ADMINISTRATOR.';

/** The role that a choice among them names; null for any other text. */
export function roleNamed(name: string | null): Role | null {
  return name === 'ADMINISTRATOR' || name === 'MEMBER' || name === 'VIEWER' || name === 'GATEWAY' ? name : null;
}
