import type   { EnvironmentResolvers } from './../types.generated.ts';
    export const Environment: EnvironmentResolvers = {
    /* Implement Environment resolver logic here */
  };