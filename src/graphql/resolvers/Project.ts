import { grantIn } from '../../domain/actor.ts';
import type { ProjectResolvers } from './../generated/types.ts';

export const Project: ProjectResolvers = {
  viewerRole: ({ id }, _args, { actor }) => grantIn(actor, id)?.role ?? 'VIEWER',
  environments: ({ id }, _args, { reads }) => reads.environmentsOfProject(id),
  users: ({ id }, args, { reads }) => reads.usersOfProject(id, args),
  accessKeys: ({ id }, _args, { reads }) => reads.accessKeysOfProject(id),
  members: ({ id }, _args, { reads }) => reads.membersOfProject(id),
  accessRequests: ({ id }, args, { reads }) => reads.accessRequestsOfProject(id, args),
  blockedSenders: ({ id }, args, { reads }) => reads.blockedSendersOfProject(id, args),
  auditEvents: ({ id }, args, { reads }) => reads.auditEventsOfProject(id, args),
};
