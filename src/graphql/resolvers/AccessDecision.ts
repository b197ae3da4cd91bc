import type { AccessDecisionResolvers } from './../generated/types.ts';

export const AccessDecision: AccessDecisionResolvers = {
  user: ({ userId }, _args, { reads }) => (userId === null ? null : reads.recognisedUser(userId)),
};
