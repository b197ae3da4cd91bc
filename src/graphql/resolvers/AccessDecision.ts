import type { AccessDecisionResolvers } from './../generated/types.ts';

export const AccessDecision: AccessDecisionResolvers = {
  user: ({ projectId, userId }, _args, context) =>
    projectId === null || userId === null ? null : context.reads.recognisedUser(projectId, userId),
};
