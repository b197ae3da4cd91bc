import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { CHANNELS } from '../channels/channels.tsx';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { Ago } from '../parts/ago.tsx';
import { Moment } from '../parts/moment.tsx';
import type { AccessRequest } from './request-documents.ts';
import { MayBe, nameOf, Reason } from './request-words.tsx';
import { SenderLine } from './sender-line.tsx';

export type RequestActions = Record<'onApprove' | 'onKnown' | 'onBlock', (asked: AccessRequest) => void> & {
  onDismiss?: (asked: AccessRequest) => void;
};

/** Who knocked, where, how often and when last, what is known of them, and what to do about it. */
export function RequestCard({ request: asked, actions }: { request: AccessRequest; actions?: RequestActions }) {
  const { channel, environment, attempts, firstAttemptAt, lastAttemptAt } = asked;
  const name = nameOf(asked);
  return (
    <Card component="li" withBorder padding="sm">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Group gap="sm" wrap="nowrap" align="flex-start" miw={0} flex="1 1 12rem">
            <span
              role="img"
              aria-label={CHANNELS[channel].label}
              title={CHANNELS[channel].label}
              style={{ lineHeight: 1, paddingTop: 4 }}
            >
              {CHANNELS[channel].icon}
            </span>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              <bdi>{name}</bdi>
            </Text>
          </Group>
          <EnvironmentBadges environments={[environment]} />
        </Group>
        <SenderLine sender={asked} title={name} />
        <Text size="sm">
          <Reason of={asked} />
        </Text>
        <MayBe of={asked} />
        <Text size="sm" c="dimmed">
          {attempts === 1 ? (
            <Trans>
              1 attempt, <Ago at={lastAttemptAt} />
            </Trans>
          ) : (
            <Trans>
              <Plural value={attempts} one="# attempt" other="# attempts" />, last <Ago at={lastAttemptAt} />, first{' '}
              <Moment at={firstAttemptAt} />
            </Trans>
          )}
        </Text>
        {actions && <Actions request={asked} name={name} {...actions} />}
      </Stack>
    </Card>
  );
}

function Actions({
  request: asked,
  name,
  onApprove,
  onKnown,
  onDismiss,
  onBlock,
}: { request: AccessRequest; name: string } & RequestActions) {
  const button = { size: 'xs', variant: 'default' };
  return (
    <Group gap="xs" mt={4}>
      {/* Who it is has to be said first where it is not certain. */}
      {asked.reason !== 'IDENTITY_CONFLICT' && (
        <Button size="xs" onClick={() => onApprove(asked)} aria-label={t`Approve ${name}`}>
          <Trans>Approve</Trans>
        </Button>
      )}
      <Button {...button} onClick={() => onKnown(asked)} aria-label={t`It’s somebody I know: ${name}`}>
        <Trans>It’s somebody I know</Trans>
      </Button>
      {onDismiss && (
        <Button
          {...button}
          onClick={(event) => {
            focusNeighbour(event.currentTarget);
            onDismiss(asked);
          }}
          aria-label={t`Dismiss ${name}`}
        >
          <Trans>Dismiss</Trans>
        </Button>
      )}
      <Button {...button} onClick={() => onBlock(asked)} aria-label={t`Block ${name}`}>
        <Trans>Block</Trans>
      </Button>
    </Group>
  );
}

// The row goes at once, and the focus with it.
function focusNeighbour(button: HTMLElement): void {
  const row = button.closest('li');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('h1');
  target?.focus();
}
