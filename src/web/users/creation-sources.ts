import type { CreationSource } from '../generated/graphql.ts';

/** How users came to be, in the product's words. */
export const CREATION_SOURCES: Record<CreationSource, string> = {
  INVITED: 'Invited',
  SELF_REGISTERED: 'Self-registered',
};
