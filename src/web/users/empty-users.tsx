import { Trans } from '@lingui/react/macro';
import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { ImportButton } from '../import/import-gate.tsx';
import { UsersIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import { filtersOn, type ListState, NO_FILTERS, type useListState } from './list-state.ts';

/** Nobody was found, or nobody is there yet: what to do about it. */
export function EmptyUsers({
  state,
  onClear,
  onAdd,
}: {
  state: ListState;
  onClear: ReturnType<typeof useListState>['select'];
  onAdd?: () => void;
}) {
  const { name } = useProject();
  const { search } = state;
  const isFiltered = filtersOn(state) > 0;
  // The button that was pressed goes away with the emptiness.
  const clear = (next: Parameters<typeof onClear>[0]) => {
    onClear(next);
    document.querySelector<HTMLElement>('[role=searchbox]')?.focus();
  };
  return (
    <Center py={64}>
      <Stack align="center" gap="sm" maw="46ch" ta="center">
        <UsersIcon />
        <Title order={2} size="h4">
          {search ? (
            <Trans>No users found</Trans>
          ) : isFiltered ? (
            <Trans>No users match these filters</Trans>
          ) : (
            <Trans>No users yet</Trans>
          )}
        </Title>
        <Text c="dimmed">
          {search && isFiltered ? (
            <Trans>
              Nobody in the project “<bdi>{name}</bdi>” matches “<bdi>{search}</bdi>” with these filters. Check your
              spelling, or try a part of the word.
            </Trans>
          ) : search ? (
            <Trans>
              Nobody in the project “<bdi>{name}</bdi>” matches “<bdi>{search}</bdi>”. Check your spelling, or try a
              part of the word.
            </Trans>
          ) : isFiltered ? (
            <Trans>
              Everybody in the project “<bdi>{name}</bdi>” is left out by a filter above.
            </Trans>
          ) : (
            <Trans>Add people here to let them send messages to your assistant and get automated responses.</Trans>
          )}
        </Text>
        <Group justify="center" gap="sm">
          {search && (
            <Button variant="default" onClick={() => clear({ search: '' })}>
              <Trans>Clear the search and view all users</Trans>
            </Button>
          )}
          {isFiltered && (
            <Button variant="default" onClick={() => clear(NO_FILTERS)}>
              <Trans>Clear the filters</Trans>
            </Button>
          )}
          {!search && !isFiltered && onAdd && (
            <Button onClick={onAdd}>
              <Trans>Add User</Trans>
            </Button>
          )}
          {!search && !isFiltered && onAdd && <ImportButton />}
        </Group>
      </Stack>
    </Center>
  );
}
