import { msg, t } from '@lingui/core/macro';
import type { Role } from '../generated/graphql.ts';
import { words } from '../language/words.ts';

/** The roles in words, the least powerful first. */
export const ROLES: Record<Role, Readonly<{ label: string; meaning: string }>> = {
  VIEWER: words({ label: msg`Viewer`, meaning: msg`Sees users, environments and keys.` }),
  MEMBER: words({
    label: msg`Member`,
    meaning: msg`Also adds, edits and deletes users, invites and blocks them, and decides requests.`,
  }),
  ADMINISTRATOR: words({
    label: msg`Administrator`,
    meaning: msg`Also manages environments, access keys, members and the project.`,
  }),
  GATEWAY: words({
    label: msg`Gateway`,
    meaning: msg`For a messaging gateway: checks access and registers newcomers, nothing else.`,
  }),
};

/** What whoever comes with a gateway's key is told. */
export function gatewayNotice(): string {
  return t`This is a GATEWAY key: it lets a messaging gateway check access, and cannot open this page. Sign in with a key of the role VIEWER, MEMBER or ADMINISTRATOR.`;
}

/** The role that a choice among them names; null for any other text. */
export function roleNamed(name: string | null): Role | null {
  return name === 'ADMINISTRATOR' || name === 'MEMBER' || name === 'VIEWER' || name === 'GATEWAY' ? name : null;
}
