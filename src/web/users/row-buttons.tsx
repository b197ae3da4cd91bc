import { ActionIcon, Group } from '@mantine/core';
import { PencilIcon, TrashIcon } from '../parts/icons.tsx';
import type { RowActions } from './users-list.tsx';
import type { ListedUser } from './users-query.ts';

export function RowButtons({ user, onEdit, onDelete }: { user: ListedUser } & RowActions) {
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {onEdit && (
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          size="lg"
          title="Edit"
          aria-label={`Edit ${user.fullName}`}
          onClick={() => onEdit(user)}
        >
          <PencilIcon />
        </ActionIcon>
      )}
      {onDelete && (
        <ActionIcon
          variant="subtle"
          color="red"
          c="var(--mantine-color-error)"
          size="lg"
          title="Delete"
          aria-label={`Delete ${user.fullName}`}
          onClick={() => onDelete(user)}
        >
          <TrashIcon />
        </ActionIcon>
      )}
    </Group>
  );
}
