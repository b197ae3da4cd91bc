import type { AccessKeyResolvers } from './../generated/types.ts';

export const AccessKey: AccessKeyResolvers = {
  project: ({ projectId }, _args, { reads }) => (projectId === null ? null : reads.project(projectId)),
  isOwn: ({ id }, _args, { actor }) => id === actor.id,
  environments: (key, _args, { reads }) => reads.environmentsOfAccessKey(key),
};
