import { t } from '@lingui/core/macro';
import type { Role } from '../generated/graphql.ts';
import { ROLES } from './roles.ts';

/** Whose session this is, in a sentence; the marks around the name keep one of another direction to itself. */
export function describeViewer(viewer: { name: string; role: Role } | undefined, isPerson: boolean): string {
  if (!viewer) return t`You are signed in already.`;
  const name = `\u2068${viewer.name}\u2069`;
  const role = ROLES[viewer.role].label;
  return isPerson ? t`You are signed in as ${name} (${role}).` : t`You are signed in with the key “${name}” (${role}).`;
}
