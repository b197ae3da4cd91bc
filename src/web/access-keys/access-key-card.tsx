import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { Moment } from '../parts/moment.tsx';
import { ROLES } from '../viewer/roles.ts';
import type { ListedAccessKey } from './access-key-documents.ts';

export function isOver({ revokedAt, expiresAt }: ListedAccessKey): boolean {
  return Boolean(revokedAt || (expiresAt && new Date(expiresAt) < new Date()));
}

export function AccessKeyCard({ accessKey, onRevoke }: { accessKey: ListedAccessKey; onRevoke?: () => void }) {
  const { name, role, environments, createdAt, lastUsedAt, expiresAt, revokedAt, isOwn } = accessKey;
  const isPast = isOver(accessKey);
  return (
    <Card component="li" withBorder padding="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={6} miw={0}>
          <Group gap="xs">
            <Text fw={600} td={isPast ? 'line-through' : undefined}>
              <bdi>{name}</bdi>
            </Text>
            <Badge variant="outline" color="gray" c="var(--mantine-color-text)" tt="none">
              {ROLES[role].label}
            </Badge>
          </Group>
          <Group gap="0 1rem" c="dimmed" fz="sm">
            <span>
              <Trans>
                Created <Moment at={createdAt} />
              </Trans>
            </span>
            <span>
              {lastUsedAt ? (
                <Trans>
                  Last used <Moment at={lastUsedAt} withTime />
                </Trans>
              ) : (
                <Trans>Never used</Trans>
              )}
            </span>
            {revokedAt && (
              <span>
                <Trans>
                  Revoked <Moment at={revokedAt} />
                </Trans>
              </span>
            )}
            {!revokedAt && expiresAt && (
              <span>
                {isPast ? (
                  <Trans>
                    Expired <Moment at={expiresAt} />
                  </Trans>
                ) : (
                  <Trans>
                    Expires <Moment at={expiresAt} />
                  </Trans>
                )}
              </span>
            )}
            {!revokedAt && !expiresAt && (
              <span>
                <Trans>Never expires</Trans>
              </span>
            )}
          </Group>
          {isOwn && (
            <Text size="sm">
              <Trans>This is the key you are using.</Trans>
            </Text>
          )}
          {role === 'GATEWAY' &&
            (environments.length > 0 ? (
              <EnvironmentBadges environments={environments} />
            ) : (
              <Text size="sm">
                <Trans>All environments</Trans>
              </Text>
            ))}
        </Stack>
        {onRevoke && !isPast && (
          <Button variant="default" size="xs" flex="none" onClick={onRevoke} aria-label={t`Revoke ${name}`}>
            <Trans>Revoke</Trans>
          </Button>
        )}
      </Group>
    </Card>
  );
}
