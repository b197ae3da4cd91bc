import { t } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { EditDeleteButtons } from '../parts/edit-delete-buttons.tsx';
import { useProject } from '../viewer/viewer.ts';
import classes from './environment-badges.module.css';
import { ENVIRONMENT_COLORS, ENVIRONMENT_TYPES } from './environment-badges.tsx';
import type { ListedEnvironment } from './environment-documents.ts';
import { SelfRegistration } from './self-registration.tsx';

export function EnvironmentCard({
  environment,
  onEdit,
  onRemove,
}: {
  environment: ListedEnvironment;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { canAdminister } = useProject();
  const { name, type, userCount } = environment;
  return (
    <Card component="li" withBorder padding="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4} miw={0}>
          <Group gap="xs">
            <Text fw={600}>
              <bdi>{name}</bdi>
            </Text>
            {ENVIRONMENT_TYPES[type] !== name && (
              <Badge color={ENVIRONMENT_COLORS[type]} variant="light" tt="none" className={classes.badge}>
                {ENVIRONMENT_TYPES[type]}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            <Plural value={userCount} one="# user" other="# users" />
          </Text>
        </Stack>
        {canAdminister && <EditDeleteButtons name={name} deleteLabel={t`Remove`} onEdit={onEdit} onDelete={onRemove} />}
      </Group>
      <SelfRegistration environment={environment} isFixed={!canAdminister} />
    </Card>
  );
}
