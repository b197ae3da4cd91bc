import type   { TextSegmentResolvers } from './../types.generated.ts';
    export const TextSegment: TextSegmentResolvers = {
    /* Implement TextSegment resolver logic here */
  };