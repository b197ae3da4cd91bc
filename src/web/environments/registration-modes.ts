import type { SelfRegistrationMode } from '../generated/graphql.ts';

/** Who may register in an environment, the most generous first. */
export const REGISTRATION_MODES: Record<SelfRegistrationMode, { label: string; meaning: string }> = {
  OPEN: {
    label: 'Open to anyone who writes',
    meaning: 'Anyone who writes to the assistant here becomes a user by themselves.',
  },
  APPROVAL: {
    label: 'On approval',
    meaning: 'Whoever writes waits under “Requests” until one of your team lets them in.',
  },
  CLOSED: {
    label: 'Closed',
    meaning: 'Only people you add can talk to the assistant here; strangers are refused.',
  },
};

/** The mode that a choice among them names; null for any other text. */
export function modeNamed(name: string): SelfRegistrationMode | null {
  return name === 'OPEN' || name === 'APPROVAL' || name === 'CLOSED' ? name : null;
}
