import { Trans } from '@lingui/react/macro';
import { UserLink } from '../users/user-link.tsx';
import type { Decision } from './test-access-documents.ts';

/** Why a sender may or may not talk, in words. */
export function Why({ decision: { reason, matchedBy, user, selfRegistration } }: { decision: Decision }) {
  const who = user && <UserLink user={user} />;
  switch (reason) {
    case 'ALLOWED':
      if (matchedBy === 'PHONE_NUMBER') return <Trans>{who}, recognised by the phone number</Trans>;
      if (matchedBy === 'EMAIL') return <Trans>{who}, recognised by the email address</Trans>;
      return <Trans>{who}, recognised by the linked account</Trans>;
    case 'NOT_IN_ENVIRONMENT':
      if (selfRegistration === 'OPEN')
        return <Trans>{who} is not in it yet. Whoever writes is let in: it is open</Trans>;
      if (selfRegistration === 'APPROVAL') return <Trans>{who} is not in it. Whoever writes has to be approved</Trans>;
      return <Trans>{who} is not in it</Trans>;
    case 'UNKNOWN_SENDER':
      if (selfRegistration === 'OPEN') return <Trans>Nobody we know yet. Whoever writes is let in: it is open</Trans>;
      if (selfRegistration === 'APPROVAL') return <Trans>Nobody we know yet. Whoever writes has to be approved</Trans>;
      return <Trans>Nobody we know</Trans>;
    case 'AWAITING_APPROVAL':
      return <Trans>Wrote, and was not approved yet</Trans>;
    case 'BLOCKED':
      return who ? <Trans>{who} is blocked everywhere</Trans> : <Trans>Blocked everywhere</Trans>;
    case 'EXPIRED':
      return <Trans>The time of {who} here is over</Trans>;
    case 'IDENTITY_CONFLICT':
      return <Trans>It is not certain who this is</Trans>;
    default:
      return <Trans>Not let in</Trans>;
  }
}
