import { requireRight } from '../../domain/actor.ts';
import type { EnvironmentResolvers } from './../generated/types.ts';

export const Environment: EnvironmentResolvers = {
  userCount: (environment, _args, { actor, reads }) => {
    requireRight(actor, 'read');
    return reads.userCount(environment);
  },
};
