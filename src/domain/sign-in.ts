import type { Databases } from '../database/connection.ts';
import { listMembershipsOfSubject } from '../database/project-members.ts';
import { authenticate } from './access-keys.ts';
import type { Actor } from './actor.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** Who holds this token: an access key, or an access token of the identity provider if there is one; else undefined. */
export function signIn(
  databases: Databases,
  identityProvider: IdentityProvider | null,
  token: string,
): Promise<Actor | undefined> {
  // Three parts with dots between them are a JWT, and no access key has a dot.
  return token.includes('.') ? signInPerson(databases, identityProvider, token) : authenticate(databases, token);
}

async function signInPerson(
  { shortReads }: Databases,
  identityProvider: IdentityProvider | null,
  token: string,
): Promise<Actor | undefined> {
  const subject = await identityProvider?.(token);
  if (subject === undefined) return undefined;
  const memberships = await listMembershipsOfSubject(shortReads, subject);
  return {
    id: `person ${subject}`,
    name: memberships[0]?.name ?? subject,
    grants: new Map(memberships.map(({ projectId, id, role }) => [projectId, { id, role }])),
    environmentIds: null,
  };
}
