import { NativeSelect } from '@mantine/core';
import { EnvironmentSelect } from '../environments/environment-select.tsx';
import { SearchBar } from '../parts/search-bar.tsx';
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
  return (
    <search className={classes.toolbar}>
      <SearchBar
        label="Search users"
        placeholder="Search by name, email or phone"
        search={state.search}
        onSearch={(search) => onSelect({ search }, { replace: true })}
      />
      <EnvironmentSelect value={state.environment} onChange={(environment) => onSelect({ environment })} />
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
