import { msg } from '@lingui/core/macro';
import type { SelfRegistrationMode } from '../generated/graphql.ts';
import { words } from '../language/words.ts';

/** Who may register in an environment, the most generous first. */
export const REGISTRATION_MODES: Record<SelfRegistrationMode, Readonly<{ label: string; meaning: string }>> = {
  OPEN: words({
    label: msg`Open to anyone who writes`,
    meaning: msg`Anyone who writes to the assistant here becomes a user by themselves.`,
  }),
  APPROVAL: words({
    label: msg`On approval`,
    meaning: msg`Whoever writes waits under “Requests” until one of your team lets them in.`,
  }),
  CLOSED: words({
    label: msg`Closed`,
    meaning: msg`Only people you add can talk to the assistant here; strangers are refused.`,
  }),
};

/** The mode that a choice among them names; null for any other text. */
export function modeNamed(name: string): SelfRegistrationMode | null {
  return name === 'OPEN' || name === 'APPROVAL' || name === 'CLOSED' ? name : null;
}
