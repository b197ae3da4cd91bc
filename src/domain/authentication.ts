import type { Connections } from '../database/engine/connection.ts';
import { listMembershipsOfSubject } from '../database/project-members.ts';
import { authenticateKey } from './access-keys.ts';
import type { Actor } from './actor.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** The holder of this token, an access key or an access token of the identity provider; else why it is refused, for the log. */
export async function authenticate(
  connections: Connections,
  identityProvider: IdentityProvider | null,
  token: string,
): Promise<Actor | { refused: string }> {
  // A JWT is three parts with dots between them; no access key contains a dot.
  if (token.includes('.')) return authenticatePerson(connections, identityProvider, token);
  return (await authenticateKey(connections, token)) ?? { refused: 'access key' };
}

async function authenticatePerson(
  { shortReads }: Connections,
  identityProvider: IdentityProvider | null,
  token: string,
): Promise<Actor | { refused: string }> {
  const told = (await identityProvider?.(token)) ?? { refused: 'no identity provider' };
  if ('refused' in told) return told;
  const { subject } = told;
  const memberships = await listMembershipsOfSubject(shortReads, subject);
  return {
    kind: 'person',
    id: `person ${subject}`,
    name: memberships[0]?.name ?? subject,
    grants: new Map(memberships.map(({ projectId, id, role }) => [projectId, { id, role }])),
    environmentIds: null,
  };
}
