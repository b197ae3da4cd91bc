import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { EditDeleteButtons } from '../parts/edit-delete-buttons.tsx';
import { Help } from '../parts/help.tsx';
import { Moment } from '../parts/moment.tsx';
import { ROLES } from '../viewer/roles.ts';
import { useProject } from '../viewer/viewer.ts';
import type { ListedMember } from './member-documents.ts';

export function MemberCard({
  member,
  onEdit,
  onRemove,
}: {
  member: ListedMember;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { canAdminister } = useProject();
  const { name, subject, role, createdAt } = member;
  return (
    <Card component="li" withBorder padding="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={6} miw={0}>
          <Group gap="xs">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              <bdi>{name}</bdi>
            </Text>
            <Badge variant="outline" color="gray" c="var(--mantine-color-text)" tt="none">
              {ROLES[role].label}
            </Badge>
          </Group>
          <Group gap="0 1rem" c="dimmed" fz="sm">
            <span style={{ overflowWrap: 'anywhere' }}>
              <Trans>
                Subject <bdi dir="ltr">{subject}</bdi>
              </Trans>{' '}
              <Help word={t`Subject`}>
                <Trans>
                  The identity provider’s own name for the person, which stays when their name or address changes. They
                  see theirs when they sign in before being added.
                </Trans>
              </Help>
            </span>
            <span>
              <Trans>
                Added <Moment at={createdAt} />
              </Trans>
            </span>
          </Group>
        </Stack>
        {canAdminister && <EditDeleteButtons name={name} deleteLabel={t`Remove`} onEdit={onEdit} onDelete={onRemove} />}
      </Group>
    </Card>
  );
}
