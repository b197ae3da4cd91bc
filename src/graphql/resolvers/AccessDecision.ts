import type { AccessDecisionResolvers } from './../generated/types.ts';

export const AccessDecision: AccessDecisionResolvers = {
  user: ({ userId }, _args, context) => (userId === null ? null : context.reads.recognisedUser(userId)),
};
