import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Card, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { UnblockUserDialog } from '../blocks/unblock-dialog.tsx';
import { EnvironmentNames } from '../environments/open-environments.tsx';
import type { useFormAddress } from '../parts/use-form-address.ts';
import { AccessDialog } from '../users/access-dialog.tsx';
import { useUserDetails } from '../users/use-user.ts';
import { UserLink } from '../users/user-link.tsx';
import { useProject } from '../viewer/viewer.ts';
import { ApproveSender } from './approve-sender.tsx';
import type { Decision, Explanation } from './test-access-documents.ts';

type User = NonNullable<Decision['user']>;

/** The one step that helps, with the button that takes it. */
export function Mend({ of: explanation, form }: { of: Explanation; form: ReturnType<typeof useFormAddress> }) {
  const { id: projectId, canWriteUsers } = useProject();
  const [isDeciding, setIsDeciding] = useState(false);
  const { suggestion, decisions, parsedAs } = explanation;
  const [one, other] = usersIn(explanation);
  const text = parsedAs.map(({ phoneNumber, externalId, email }) => phoneNumber ?? email ?? externalId ?? '')[0] ?? '';
  const requests = `/projects/${projectId}/requests?q=${encodeURIComponent(text)}`;
  const environmentsWhere = (reason: Decision['reason']) =>
    distinct(decisions.flatMap(({ environment, decision }) => (decision.reason === reason ? environment : [])));
  const lacking = environmentsWhere('NOT_IN_ENVIRONMENT');
  const over = environmentsWhere('EXPIRED');
  const step = (children: ReactNode, button: ReactNode) => (
    <Card withBorder padding="md" component="section" aria-label={t`What helps`}>
      <Group justify="space-between" gap="sm">
        <Text flex="1 1 16rem">{children}</Text>
        {canWriteUsers && button}
      </Group>
      {isDeciding && suggestion === 'UNBLOCK' && one && (
        <Unblock userId={one.id} onClose={() => setIsDeciding(false)} />
      )}
      {isDeciding && suggestion === 'EXTEND' && one && over[0] && (
        <Extend userId={one.id} environmentId={over[0].id} onClose={() => setIsDeciding(false)} />
      )}
      {isDeciding && suggestion === 'APPROVE' && (
        <ApproveSender search={text} readings={parsedAs} onClose={() => setIsDeciding(false)} />
      )}
    </Card>
  );
  switch (suggestion) {
    case 'ADD_USER':
      return step(
        parsedAs.length === 0 || parsedAs.some(({ phoneNumber, email }) => phoneNumber || email) ? (
          <Trans>Nobody here has this. Add them, with the environments they should talk to.</Trans>
        ) : (
          <Trans>Nobody here has this id. Add them, and link the id on their page; or link it to whoever it is.</Trans>
        ),
        <Button onClick={form.add}>
          <Trans>Add User</Trans>
        </Button>,
      );
    case 'ADD_ENVIRONMENT':
      return step(
        one ? (
          <Trans>
            <UserLink user={one} /> is not in <EnvironmentNames environments={lacking} />.
          </Trans>
        ) : null,
        one && (
          <Button onClick={() => form.edit(one.id)}>
            <Trans>Give environments</Trans>
          </Button>
        ),
      );
    case 'EXTEND':
      return step(
        <Trans>
          The time in <EnvironmentNames environments={over} /> is over.
        </Trans>,
        one && (
          <Button onClick={() => setIsDeciding(true)}>
            <Trans>Extend</Trans>
          </Button>
        ),
      );
    case 'MERGE':
      if (one && other) {
        return step(
          <Trans>
            It may be <UserLink user={one} /> or <UserLink user={other} />. If they are one person, merge them.
          </Trans>,
          <Button onClick={() => form.merge(one.id, other.id)}>
            <Trans>Merge</Trans>
          </Button>,
        );
      }
      return step(
        <Trans>They wrote with a number and an id that are not one person’s. Say who it is, or merge the two.</Trans>,
        <Button component={Link} href={requests}>
          <Trans>See the request</Trans>
        </Button>,
      );
    case 'APPROVE':
      return step(
        <Trans>They wrote and were not let in. Approve them.</Trans>,
        <Button onClick={() => setIsDeciding(true)}>
          <Trans>Approve</Trans>
        </Button>,
      );
    case 'UNBLOCK':
      return step(
        one ? (
          <Trans>
            <UserLink user={one} /> is blocked in all environments.
          </Trans>
        ) : (
          <Trans>This is blocked in all environments.</Trans>
        ),
        one ? (
          <Button onClick={() => setIsDeciding(true)}>
            <Trans>Unblock</Trans>
          </Button>
        ) : (
          <Button component={Link} href={`${requests}&tab=blocked`}>
            <Trans>See the block</Trans>
          </Button>
        ),
      );
    default:
      return null;
  }
}

function Unblock({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { data: user } = useUserDetails(useProject().id, userId);
  return user && <UnblockUserDialog user={user} onClose={onClose} />;
}

function Extend({ userId, environmentId, onClose }: { userId: string; environmentId: string; onClose: () => void }) {
  const { data: user } = useUserDetails(useProject().id, userId);
  const access = user?.access.find(({ environment }) => environment.id === environmentId);
  return user && access && <AccessDialog user={user} access={access} onClose={onClose} />;
}

/** Those who the readings lead to. */
function usersIn({ decisions }: Explanation): User[] {
  return distinct(decisions.flatMap(({ decision }) => decision.user ?? []));
}

function distinct<Item extends { id: string }>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
