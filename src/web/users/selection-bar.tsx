import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { DeleteUsersDialog } from '../bulk/delete-dialog.tsx';
import { EnvironmentsDialog } from '../bulk/environments-dialog.tsx';
import { exportUsers } from '../bulk/export-users.ts';
import type { Target } from '../bulk/work.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { COUNTED } from '../parts/counted.ts';
import { useProject } from '../viewer/viewer.ts';
import { type ListState, toFilter } from './list-state.ts';
import classes from './selection-bar.module.css';
import type { Selection } from './use-selection.ts';
import { useExactCount } from './use-users.ts';

/** What can be done to those who are ticked, all at once. */
export default function SelectionBar({
  selection,
  state,
  found,
}: {
  selection: Selection;
  state: ListState;
  /** How many the list counted, no further than one beyond COUNTED. */
  found: number;
}) {
  const { id: projectId, canWriteUsers } = useProject();
  const [open, setOpen] = useState<{ what: 'add' | 'remove' | 'delete'; target: Target }>();
  const { data: exact } = useExactCount(state, found > COUNTED);
  const all = found > COUNTED ? exact : found;
  const count = selection.isAll ? (all ?? found) : selection.ids.size;
  const target = (): Target =>
    selection.isAll ? { found: { search: state.search, filter: toFilter(state), count } } : { ids: [...selection.ids] };
  const file = useMutation({
    mutationFn: () => exportUsers(projectId, target()),
    onError: ({ message }) => notifications.show({ color: 'red', message }),
  });
  const button = (what: 'add' | 'remove' | 'delete') => ({
    size: 'xs',
    variant: 'default',
    onClick: () => setOpen({ what, target: target() }),
  });
  return (
    <Group role="group" aria-label={t`Selected users`} className={classes.bar} gap="xs" data-selection>
      <Text size="sm" fw={600} role="status">
        <Plural value={count} one="# selected" other="# selected" />
      </Text>
      {!selection.isAll && all !== undefined && all > selection.ids.size && (
        <Button size="compact-xs" variant="subtle" onClick={selection.all}>
          <Plural value={all} one="Select # found" other="Select all # found" />
        </Button>
      )}
      <Group gap="xs" ms="auto">
        {canWriteUsers && (
          <>
            <Button {...button('add')}>
              <Trans>Add to…</Trans>
            </Button>
            <Button {...button('remove')}>
              <Trans>Remove from…</Trans>
            </Button>
            <Button {...button('delete')}>
              <Trans>Delete</Trans>
            </Button>
          </>
        )}
        <BusyButton size="xs" variant="default" isBusy={file.isPending} onClick={() => file.mutate()}>
          <Trans>Export</Trans>
        </BusyButton>
        <Button size="xs" variant="subtle" onClick={selection.clear}>
          <Trans>Clear selection</Trans>
        </Button>
      </Group>
      {open?.what === 'delete' ? (
        <DeleteUsersDialog target={open.target} onDeleted={selection.clear} onClose={close} />
      ) : (
        open && <EnvironmentsDialog what={open.what} target={open.target} onClose={close} />
      )}
    </Group>
  );

  function close() {
    setOpen(undefined);
  }
}
