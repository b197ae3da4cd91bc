import type { InvitationResolvers } from './../generated/types.ts';
export const Invitation: InvitationResolvers = {
  /* Implement Invitation resolver logic here */
};
