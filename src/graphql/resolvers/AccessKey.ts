import type { AccessKeyResolvers } from './../generated/types.ts';

export const AccessKey: AccessKeyResolvers = {
  project: ({ projectId }, _args, { reads }) => (projectId === null ? null : reads.project(projectId)),
  environments: (key, _args, { reads }) => reads.environmentsOfAccessKey(key),
};
