import { Anchor, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { senderText } from '../channels/sender-id.tsx';
import { useProject } from '../viewer/viewer.ts';
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
      <>
        <People people={[recognised]} />, not in {environment}
      </>
    );
  }
  switch (asked.reason) {
    case 'UNKNOWN_SENDER':
      return 'Nobody we know';
    case 'NOT_IN_ENVIRONMENT':
      return <>A user who is not in {environment}</>;
    case 'IDENTITY_CONFLICT':
      return 'It is not certain who this is: number, id and e-mail are not one person’s, or the number changed hands';
    default:
      return 'Not let in yet';
  }
}

/** The others who it may be; nothing for none. */
export function MayBe({ of: asked }: { of: AccessRequest }) {
  const recognised = recognisedIn(asked);
  const others = asked.candidates.filter((candidate) => candidate !== recognised);
  if (others.length === 0) return null;
  return (
    <Text size="sm">
      May be <People people={others} />
    </Text>
  );
}

function People({ people }: { people: AccessRequest['candidates'] }) {
  const { id: projectId } = useProject();
  return people.map(({ id, fullName }, place) => (
    <Fragment key={id}>
      {place > 0 && (place === people.length - 1 ? ' or ' : ', ')}
      <Anchor component={Link} href={`/projects/${projectId}/users/${id}`} inherit underline="always">
        <bdi>{fullName}</bdi>
      </Anchor>
    </Fragment>
  ));
}
