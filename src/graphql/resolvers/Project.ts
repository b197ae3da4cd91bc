import type   { ProjectResolvers } from './../types.generated.ts';
    export const Project: ProjectResolvers = {
    /* Implement Project resolver logic here */
  };