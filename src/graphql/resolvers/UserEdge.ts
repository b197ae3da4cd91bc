import type   { UserEdgeResolvers } from './../types.generated.ts';
    export const UserEdge: UserEdgeResolvers = {
    /* Implement UserEdge resolver logic here */
  };