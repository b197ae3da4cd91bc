import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { UsersIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { ListState, useListState } from './list-state.ts';

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
  const project = useProject();
  const isFiltered = Boolean(state.environment || state.source || state.blocked);
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
          {state.search ? 'No users found' : isFiltered ? 'No users match these filters' : 'No users yet'}
        </Title>
        {state.search ? (
          <Text c="dimmed">
            Nobody in the project “<bdi>{project.name}</bdi>” matches “<bdi>{state.search}</bdi>”
            {isFiltered && ' with these filters'}. Check your spelling, or try a part of the word.
          </Text>
        ) : (
          !isFiltered && (
            <Text c="dimmed">
              Add people here to let them send messages to your assistant and get automated responses.
            </Text>
          )
        )}
        <Group justify="center" gap="sm">
          {state.search && (
            <Button variant="default" onClick={() => clear({ search: '' })}>
              Clear the search and view all users
            </Button>
          )}
          {isFiltered && (
            <Button variant="default" onClick={() => clear({ environment: '', source: '', blocked: '' })}>
              Clear the filters
            </Button>
          )}
          {!state.search && !isFiltered && onAdd && <Button onClick={onAdd}>Add User</Button>}
        </Group>
      </Stack>
    </Center>
  );
}
