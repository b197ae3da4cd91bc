import type { TextSegmentResolvers } from './../generated/types.ts';
export const TextSegment: TextSegmentResolvers = {
  /* Implement TextSegment resolver logic here */
};
