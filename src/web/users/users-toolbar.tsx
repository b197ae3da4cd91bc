import { NativeSelect } from '@mantine/core';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import { SearchBar } from '../parts/search-bar.tsx';
import { useProject } from '../viewer/viewer.ts';
import { CREATION_SOURCES } from './creation-sources.ts';
import { type ListState, ORDERS, type useListState } from './list-state.ts';
import classes from './users-toolbar.module.css';

/** What narrows and orders the list. */
export function UsersToolbar({
  state,
  onSelect,
}: {
  state: ListState;
  onSelect: ReturnType<typeof useListState>['select'];
}) {
  const { id: projectId } = useProject();
  const { data: environments } = useEnvironmentChoices(projectId);
  // What the list is narrowed by stands there, even if its name is not known.
  const isUnknown = state.environment !== '' && !environments?.some(({ id }) => id === state.environment);
  return (
    <search className={classes.toolbar}>
      <SearchBar
        label="Search users"
        placeholder="Search by name, email or phone"
        search={state.search}
        onSearch={(search) => onSelect({ search }, { replace: true })}
      />
      <NativeSelect
        aria-label="Environment"
        value={state.environment}
        onChange={(event) => onSelect({ environment: event.currentTarget.value })}
        data={[
          { value: '', label: 'All environments' },
          ...(environments ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ...(isUnknown ? [{ value: state.environment, label: environments ? 'Removed environment' : '…' }] : []),
        ]}
      />
      <NativeSelect
        aria-label="Source"
        value={state.source}
        onChange={(event) => onSelect({ source: event.currentTarget.value })}
        data={[
          { value: '', label: 'All sources' },
          ...Object.entries(CREATION_SOURCES).map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        aria-label="Blocked"
        value={state.blocked}
        onChange={(event) => onSelect({ blocked: event.currentTarget.value })}
        data={[
          { value: '', label: 'Blocked or not' },
          { value: 'yes', label: 'Blocked' },
          { value: 'no', label: 'Not blocked' },
        ]}
      />
      <NativeSelect
        aria-label="Sort"
        value={state.order}
        onChange={(event) => onSelect({ order: event.currentTarget.value })}
        data={Object.entries(ORDERS).map(([value, { label }]) => ({ value, label }))}
      />
    </search>
  );
}
