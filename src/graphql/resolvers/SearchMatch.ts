import type   { SearchMatchResolvers } from './../types.generated.ts';
    export const SearchMatch: SearchMatchResolvers = {
    /* Implement SearchMatch resolver logic here */
  };