import type   { UserErrorResolvers } from './../types.generated.ts';
    export const UserError: UserErrorResolvers = {
    /* Implement UserError resolver logic here */
  };