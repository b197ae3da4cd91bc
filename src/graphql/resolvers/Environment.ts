import type { EnvironmentResolvers } from './../generated/types.ts';

export const Environment: EnvironmentResolvers = {
  userCount: (environment, _args, { reads }) => reads.userCount(environment),
};
