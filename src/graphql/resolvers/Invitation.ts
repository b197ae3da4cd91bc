import type { InvitationResolvers } from './../generated/types.ts';

export const Invitation: InvitationResolvers = {
  user: async ({ projectId, userId }, _args, { reads }) => {
    const user = await reads.userOf(projectId, userId);
    if (!user) throw new Error('An invitation without a user.');
    return user;
  },
};
