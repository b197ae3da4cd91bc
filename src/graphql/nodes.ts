import type { FoundNode, NodeRows, NodeTable } from '../database/nodes.ts';
import { LARGEST_BATCH } from '../domain/access.ts';
import { CallerError } from '../domain/caller-error.ts';

const TYPES = {
  accessKeys: 'AccessKey',
  accessRequests: 'AccessRequest',
  auditEvents: 'AuditEvent',
  blockedSenders: 'BlockedSender',
  channelIdentities: 'ChannelIdentity',
  environments: 'Environment',
  invitations: 'Invitation',
  projectMembers: 'ProjectMember',
  projects: 'Project',
  users: 'User',
} as const satisfies Record<NodeTable, string>;

/** A row, and the name of its type, which graphql reads where a field may answer several types. */
type NodeSource = { [Table in NodeTable]: NodeRows[Table] & { __typename: (typeof TYPES)[Table] } }[NodeTable];

export function toNode({ table, row }: FoundNode): NodeSource {
  return { __typename: TYPES[table], ...row } as NodeSource;
}

/** Throws BAD_USER_INPUT for more than 100 ids. */
export function boundIds(ids: readonly string[]): void {
  if (ids.length > LARGEST_BATCH) {
    throw new CallerError('BAD_USER_INPUT', `At most ${LARGEST_BATCH} nodes can be read at once.`);
  }
}
