import type { InvitationResolvers } from './../generated/types.ts';

export const Invitation: InvitationResolvers = {
  user: async ({ userId }, _args, { reads }) => {
    const user = await reads.user(userId);
    if (!user) throw new Error('An invitation without a user.');
    return user;
  },
};
