import type { EnvironmentResolvers } from './../generated/types.ts';

export const Environment: EnvironmentResolvers = {
  userCount: (environment, _args, { reads }) => reads.userCount(environment),
  pendingAccessRequestCount: (environment, _args, { reads }) => reads.pendingRequestCount(environment),
};
