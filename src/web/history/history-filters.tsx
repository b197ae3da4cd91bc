import { t } from '@lingui/core/macro';
import { NativeSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { usePeople } from '../requests/use-requests.ts';
import { useUserDetails } from '../users/use-user.ts';
import { useProject } from '../viewer/viewer.ts';
import { ACTIONS, KINDS, nameOfKind } from './event-words.ts';
import classes from './history-filters.module.css';
import { useHistoryNames } from './use-history.ts';

type Filter = Record<'actor' | 'action' | 'user', string>;

export function HistoryFilters({ filter, onSelect }: { filter: Filter; onSelect: (next: Partial<Filter>) => void }) {
  return (
    <search className={classes.filters}>
      <ActorSelect value={filter.actor} onChange={(actor) => onSelect({ actor })} />
      <NativeSelect
        aria-label={t`What was done`}
        value={filter.action}
        onChange={(event) => onSelect({ action: event.currentTarget.value })}
        data={[
          { value: '', label: t`Everything` },
          ...KINDS.map(({ name, actions }) => ({
            group: nameOfKind(name),
            items: [
              { value: name, label: t`All of this` },
              ...actions.map((action) => ({ value: action, label: ACTIONS[action] })),
            ],
          })),
        ]}
      />
      <div className={classes.user}>
        <UserSelect key={filter.user} value={filter.user} onChange={(user) => onSelect({ user })} />
      </div>
    </search>
  );
}

function ActorSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data } = useHistoryNames();
  const choices = (all: { id: string; name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }));
  const members = choices(data?.members);
  const keys = choices(data?.accessKeys);
  const isUnknown = value !== '' && ![...members, ...keys].some((each) => each.value === value);
  return (
    <NativeSelect
      aria-label={t`Who did it`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t`Everybody` },
        ...(isUnknown ? [{ value, label: data ? t`Somebody who is gone` : '…' }] : []),
        ...(members.length > 0 ? [{ group: t`Members`, items: members }] : []),
        ...(keys.length > 0 ? [{ group: t`Access keys`, items: keys }] : []),
      ]}
    />
  );
}

function UserSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { id: projectId } = useProject();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 300);
  const { data: chosen } = useUserDetails(projectId, value, { enabled: value !== '' });
  const { data: found } = usePeople(asked);
  const label = chosen === null ? t`A user who is deleted` : (chosen?.fullName ?? '…');
  const people = (found ?? []).filter(({ id }) => id !== value);
  return (
    <Select
      aria-label={t`To whom`}
      placeholder={t`Any user: type a name`}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Any user` }}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearchChange={setSearch}
      // The API has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={asked.trim() === '' ? t`Type a name, a number or an address` : t`No users found`}
      data={[
        ...(value ? [{ value, label }] : []),
        ...people.map(({ id, fullName, phoneNumber }) => ({
          value: id,
          label: [fullName, phoneNumber].filter(Boolean).join(' · '),
        })),
      ]}
    />
  );
}
