import type { Role } from '../generated/graphql.ts';
import { ROLES } from './roles.ts';

/** Whose session this is, in a sentence; the marks around the name keep one of another direction to itself. */
export function describeViewer(viewer: { name: string; role: Role } | undefined, isPerson: boolean): string {
  if (!viewer) return 'You are signed in already.';
  const name = `\u2068${viewer.name}\u2069`;
  return `You are signed in ${isPerson ? `as ${name}` : `with the key “${name}”`} (${ROLES[viewer.role].label}).`;
}
