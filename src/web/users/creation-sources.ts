import { msg } from '@lingui/core/macro';
import type { CreationSource } from '../generated/graphql.ts';
import { words } from '../language/words.ts';

/** How users came to be, in the product's words. */
export const CREATION_SOURCES: Readonly<Record<CreationSource, string>> = words({
  INVITED: msg`Invited`,
  SELF_REGISTERED: msg`Self-registered`,
});
