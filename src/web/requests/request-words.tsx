import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { senderText } from '../channels/sender-id.tsx';
import { Listed } from '../parts/listed.tsx';
import { UserLink } from '../users/user-link.tsx';
import type { AccessRequest } from './request-documents.ts';

/** What to call the sender: by name, or by what is known of them. */
export function nameOf(asked: AccessRequest): string {
  return [asked.firstName, asked.lastName].filter(Boolean).join(' ') || senderText(asked);
}

/** The user whom the check recognises and who is not in the environment, if that is why they were not let in. */
export function recognisedIn({ reason, candidates }: AccessRequest): AccessRequest['candidates'][number] | undefined {
  return reason === 'NOT_IN_ENVIRONMENT' ? candidates[0] : undefined;
}

/** Why they were not let in. */
export function Reason({ of: asked }: { of: AccessRequest }) {
  const recognised = recognisedIn(asked);
  const environment = <bdi>{asked.environment.name}</bdi>;
  if (recognised) {
    return (
      <Trans>
        <People people={[recognised]} />, not in {environment}
      </Trans>
    );
  }
  switch (asked.reason) {
    case 'UNKNOWN_SENDER':
      return t`Nobody we know`;
    case 'NOT_IN_ENVIRONMENT':
      return <Trans>A user who is not in {environment}</Trans>;
    case 'IDENTITY_CONFLICT':
      return t`It is not certain who this is: number, id and email are not one person’s, or the number changed hands`;
    default:
      return t`Not let in yet`;
  }
}

/** The others who it may be; nothing for none. */
export function MayBe({ of: asked }: { of: AccessRequest }) {
  const recognised = recognisedIn(asked);
  const others = asked.candidates.filter((candidate) => candidate !== recognised);
  if (others.length === 0) return null;
  return (
    <Text size="sm">
      <Trans>
        May be <People people={others} />
      </Trans>
    </Text>
  );
}

function People({ people }: { people: AccessRequest['candidates'] }) {
  return (
    <Listed type="disjunction">
      {people.map((user) => (
        <UserLink key={user.id} user={user} />
      ))}
    </Listed>
  );
}
