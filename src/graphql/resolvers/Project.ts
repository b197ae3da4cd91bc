import type { ProjectResolvers } from './../generated/types.ts';

export const Project: ProjectResolvers = {
  viewerRole: (_project, _args, { actor }) => actor.role,
  environments: ({ id }, _args, { reads }) => reads.environmentsOfProject(id),
  users: ({ id }, args, { reads }) => reads.usersOfProject(id, args),
  accessKeys: ({ id }, _args, { reads }) => reads.accessKeysOfProject(id),
  auditEvents: ({ id }, args, { reads }) => reads.auditEventsOfProject(id, args),
};
