// All that can be seen of the service, in the words of the model.
import { DECISION, type DecisionAnswer, decisionOf, type Named, type Project, read } from './play.ts';
import { SENDERS } from './pool.ts';
import { identifiersOf } from './recognise.ts';
import type { Channel, Decision, Id, Invitation, Request, State, User } from './words.ts';

/** What the service decides about every sender of the pool, in one environment after the other. To tell it is no attempt. */
export async function decisions({ viewer }: Project, environmentIds: string[]): Promise<Decision[]> {
  const query = `query ($id: ID!, $senders: [SenderInput!]!) {
    checkAccessBatch(environmentId: $id, senders: $senders) { ${DECISION} } }`;
  const answers = environmentIds.map((id) => read(viewer, query, { id, senders: SENDERS }));
  const batches = (await Promise.all(answers)).map(({ checkAccessBatch }) => checkAccessBatch as DecisionAnswer[]);
  return batches.flat().map(decisionOf);
}

export async function seen(project: Project): Promise<State> {
  const [{ environments, users }, { accessRequests, blockedSenders }] = await Promise.all([
    list<Listing>(
      project,
      `environments { id selfRegistration } users(first: 50) { nodes {
      id version creationSource phoneNumber email firstName middleName lastName access { environment { id } expiresAt }
      channelIdentities { id channel externalId linkedBy } invitations { id channel status } } }`,
    ),
    list<Door>(
      project,
      `accessRequests(first: 100, status: null) { nodes { id environment { id } channel phoneNumber
      externalId email firstName lastName reason attempts status user { id } } }
      blockedSenders(first: 100) { nodes { id channel phoneNumber externalId } }`,
    ),
  ]);
  return {
    environments: Object.fromEntries(environments.map(({ id, selfRegistration }) => [id, selfRegistration])),
    users: users.nodes.map(({ channelIdentities, access, invitations: _, ...user }) => ({
      ...user,
      environments: access.map(({ environment }) => environment.id).sort(),
      ends: endsOf(access),
      identities: channelIdentities.map((identity) => ({ ...identity, sinceNumber: true })),
    })),
    requests: accessRequests.nodes.map(({ environment, user, ...request }) => ({
      ...request,
      environment: environment.id,
      user: user?.id ?? null,
      isAsked: false,
      isEmailConfirmed: false,
    })),
    blocks: blockedSenders.nodes.map(({ id, phoneNumber, channel, externalId }) => {
      const [identifier = ''] = identifiersOf(
        [phoneNumber],
        [channel && externalId ? { channel, externalId } : undefined],
      );
      return { id, identifier };
    }),
    invitations: users.nodes.flatMap(({ id, invitations }) => invitations.map((each) => ({ ...each, user: id }))),
  };
}

function endsOf(access: Access[]): User['ends'] {
  const ends = access.flatMap(({ environment, expiresAt }) =>
    expiresAt ? [[environment.id, expiresAt] as const] : [],
  );
  return Object.fromEntries(ends.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function list<Fields>({ viewer, id }: Project, fields: string): Promise<Fields> {
  const query = `query ($id: ID!) { project(id: $id) { ${fields} } }`;
  return (await read(viewer, query, { id })).project as unknown as Fields;
}

type Access = { environment: Named; expiresAt: string | null };
type Listing = {
  environments: { id: string; selfRegistration: State['environments'][string] }[];
  users: {
    nodes: (Omit<User, 'environments' | 'ends' | 'identities'> & {
      access: Access[];
      channelIdentities: Omit<User['identities'][number], 'sinceNumber'>[];
      invitations: Omit<Invitation, 'user'>[];
    })[];
  };
};
type Door = {
  accessRequests: { nodes: (Omit<Request, 'environment' | 'user'> & { environment: Named; user: Named | null })[] };
  blockedSenders: {
    nodes: { id: string; channel: Channel | null; phoneNumber: string | null; externalId: Id['externalId'] | null }[];
  };
};
