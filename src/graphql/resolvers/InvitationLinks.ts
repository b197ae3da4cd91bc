import type { InvitationLinksResolvers } from './../generated/types.ts';
export const InvitationLinks: InvitationLinksResolvers = {
  /* Implement InvitationLinks resolver logic here */
};
