import { t } from '@lingui/core/macro';
import { ActionIcon, Group } from '@mantine/core';
import classes from './edit-delete-buttons.module.css';
import { PencilIcon, TrashIcon } from './icons.tsx';

/** The pencil and the trash beside what they are for. */
export function EditDeleteButtons({
  name,
  deleteLabel = t`Delete`,
  size = 'lg',
  onEdit,
  onDelete,
}: {
  name: string;
  deleteLabel?: string;
  size?: string | number;
  onEdit?: () => void;
  onDelete?: () => void;
}) {
  const button = { variant: 'subtle', color: 'gray', size, className: classes.button };
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end" className={classes.buttons}>
      {onEdit && (
        <ActionIcon {...button} data-edit title={t`Edit`} aria-label={t`Edit ${name}`} onClick={onEdit}>
          <PencilIcon />
        </ActionIcon>
      )}
      {onDelete && (
        <ActionIcon {...button} title={deleteLabel} aria-label={t`${deleteLabel} ${name}`} onClick={onDelete}>
          <TrashIcon />
        </ActionIcon>
      )}
    </Group>
  );
}
