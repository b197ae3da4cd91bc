import { t } from '@lingui/core/macro';
import { ActionIcon, Group } from '@mantine/core';
import { PencilIcon, TrashIcon } from './icons.tsx';

/** The pencil and the trash beside what they are for. */
export function EditDeleteButtons({
  name,
  deleteLabel = t`Delete`,
  onEdit,
  onDelete,
}: {
  name: string;
  deleteLabel?: string;
  onEdit?: () => void;
  onDelete?: () => void;
}) {
  const button = { variant: 'subtle', color: 'gray', size: 'lg' };
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {onEdit && (
        <ActionIcon
          {...button}
          c="var(--mantine-color-text)"
          title={t`Edit`}
          aria-label={t`Edit ${name}`}
          onClick={onEdit}
        >
          <PencilIcon />
        </ActionIcon>
      )}
      {onDelete && (
        <ActionIcon
          {...button}
          c="var(--mantine-color-error)"
          title={deleteLabel}
          aria-label={t`${deleteLabel} ${name}`}
          onClick={onDelete}
        >
          <TrashIcon />
        </ActionIcon>
      )}
    </Group>
  );
}
