import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { CHANNELS } from '../channels/channels.tsx';
import { useEnvironmentOptions } from '../environments/use-environments.ts';
import type { UserFilter } from '../generated/graphql.ts';
import { FilterChip, ToggleChip } from '../parts/filter-chip.tsx';
import { SearchBar } from '../parts/search-bar.tsx';
import { CREATION_SOURCES } from './creation-sources.ts';
import {
  defaultOrder,
  type Filters,
  filtersOn,
  type ListState,
  NO_FILTERS,
  ORDERS,
  type OrderName,
  ordersFor,
  toFilter,
  type useListState,
} from './list-state.ts';
import { SILENCES, silentFor } from './review-presets.ts';
import { useCounts } from './use-users.ts';
import classes from './users-toolbar.module.css';

type Select = ReturnType<typeof useListState>['select'];

/** What narrows the list, and orders it where no head of a column does. */
export function UsersToolbar({
  state,
  isSmall,
  onSelect,
  onSort,
}: {
  state: ListState;
  isSmall: boolean;
  onSelect: Select;
  onSort: (order: OrderName) => void;
}) {
  const on = filtersOn(state);
  const usual = defaultOrder(state.search);
  const sort = (
    <FilterChip
      label={t`Sort`}
      value={state.order}
      isOn={state.order !== usual}
      choices={ordersFor(state.search).map((value) => ({ value, label: i18n._(ORDERS[value].label) }))}
      onChange={(order) => onSort(order as OrderName)}
    />
  );
  const chip = { state, onSelect };
  return (
    <search className={classes.toolbar}>
      <div className={classes.search}>
        <SearchBar
          label={t`Search users`}
          placeholder={t`Search by name, email or phone`}
          search={state.search}
          onSearch={(search) => onSelect({ search }, { replace: true })}
        />
      </div>
      <div className={classes.chips}>
        {isSmall && sort}
        <EnvironmentChip {...chip} />
        <ChoiceChip {...chip} name="source" label={t`Source`} all={t`All sources`} choices={sources()} />
        <ChoiceChip {...chip} name="channel" label={t`Channel`} all={t`All channels`} choices={channels()} />
        <ChoiceChip {...chip} name="seen" label={t`Last seen`} all={t`Seen or not`} choices={seen()} />
        <ConditionChip {...chip} name="phone" label={t`No phone`} />
        <ConditionChip {...chip} name="email" label={t`No email`} />
        <ChoiceChip {...chip} name="blocked" label={t`Blocked`} all={t`Blocked or not`} choices={blocked()} />
        {!isSmall && usual === 'relevance' && sort}
        {on > 0 && (
          <Button variant="subtle" className={classes.clear} onClick={() => onSelect(NO_FILTERS)}>
            <Plural value={on} one="Clear # filter" other="Clear # filters" />
          </Button>
        )}
      </div>
    </search>
  );
}

type Choice = { value: string; label: string };
type ChipProps = { state: ListState; onSelect: Select };

const sources = (): Choice[] => Object.entries(CREATION_SOURCES).map(([value, label]) => ({ value, label }));
const channels = (): Choice[] => Object.entries(CHANNELS).map(([value, { label }]) => ({ value, label }));
const seen = (): Choice[] => [
  ...SILENCES.map((days) => ({ value: String(days), label: silentFor(days) })),
  { value: 'never', label: t`Never seen` },
];
const blocked = (): Choice[] => [
  { value: 'yes', label: t`Blocked` },
  { value: 'no', label: t`Not blocked` },
];

function EnvironmentChip(props: ChipProps) {
  const choices = useEnvironmentOptions(props.state.environment);
  return (
    <ChoiceChip {...props} name="environment" label={t`Environment`} all={t`All environments`} choices={choices} />
  );
}

function ChoiceChip({
  state,
  onSelect,
  name,
  label,
  all,
  choices,
}: ChipProps & { name: keyof Filters; label: string; all: string; choices: Choice[] }) {
  const [counts, onApproach] = useCountsOf(
    state,
    choices.map(({ value }) => ({ [name]: value })),
  );
  return (
    <FilterChip
      label={label}
      value={state[name]}
      choices={[{ value: '', label: all }, ...choices.map((choice, place) => ({ ...choice, count: counts[place] }))]}
      onChange={(value) => onSelect({ [name]: value })}
      onApproach={onApproach}
    />
  );
}

function ConditionChip({ state, onSelect, name, label }: ChipProps & { name: keyof Filters; label: string }) {
  const [[count], onApproach] = useCountsOf(state, [{ [name]: 'none' }]);
  return (
    <ToggleChip
      label={label}
      isOn={state[name] === 'none'}
      count={count}
      onToggle={(isOn) => onSelect({ [name]: isOn ? 'none' : '' })}
      onApproach={onApproach}
    />
  );
}

/** How many each of these would leave beside the other filters. Counted once it is about to be asked. */
function useCountsOf(state: ListState, changes: Partial<Filters>[]) {
  const [isWanted, setIsWanted] = useState(false);
  const filters: UserFilter[] = changes.map((change) => toFilter({ ...state, ...change }));
  return [useCounts(state.search, filters, isWanted), () => setIsWanted(true)] as const;
}
