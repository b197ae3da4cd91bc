import type { UserErrorResolvers } from './../generated/types.ts';
export const UserError: UserErrorResolvers = {
  /* Implement UserError resolver logic here */
};
