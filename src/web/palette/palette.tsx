import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Combobox, useVirtualizedCombobox } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../parts/dialog.tsx';
import { SearchIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import { type Command, type CommandGroup, useCommands } from './commands.tsx';
import { findCommands } from './find-commands.ts';
import classes from './palette.module.css';
import { useFoundUsers } from './use-found-users.ts';

/** Finds actions, places and users by what is typed. The focus stays in the field: arrows choose, Enter does it. */
export default function Palette({ onNewProject, onClose }: { onNewProject: () => void; onClose: () => void }) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const { groups, isSearching } = useFound(text, onNewProject);
  const commands = groups.flatMap((group) => group.commands);
  const chosen = Math.min(place, commands.length - 1);
  const prefix = useId();
  const idOf = (at: number) => `${prefix}${at}`;
  useEffect(() => {
    document.getElementById(`${prefix}${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [prefix, chosen]);
  const act = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.act();
  };
  const combobox = useVirtualizedCombobox({
    opened: true,
    // A click in the list is one beside the field, and closes nothing.
    onDropdownClose: (source) => source === 'keyboard' && onClose(),
    totalOptionsCount: commands.length,
    getOptionId: idOf,
    selectedOptionIndex: chosen,
    setSelectedOptionIndex: setPlace,
    onSelectedOptionSubmit: (at) => act(commands[at]),
  });
  const label = t`Find an action, a place or a user`;
  return (
    <Dialog title={label} onClose={onClose}>
      <Combobox store={combobox}>
        <Combobox.Search
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-activedescendant={commands.length > 0 ? idOf(chosen) : undefined}
          aria-label={label}
          placeholder={t`An action, a place, a name or a phone number`}
          leftSection={<SearchIcon />}
          classNames={{ input: classes.field }}
          spellCheck={false}
          enterKeyHint="go"
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPlace(0);
          }}
        />
        <Combobox.Options aria-label={label} className={classes.list}>
          {groups.map((group, at) => (
            <Combobox.Group key={group.title} label={group.title}>
              {group.commands.map((command, within) => {
                const own = groups.slice(0, at).reduce((sum, before) => sum + before.commands.length, within);
                return (
                  <Combobox.Option
                    key={command.id}
                    id={idOf(own)}
                    value={command.id}
                    className={classes.option}
                    selected={own === chosen}
                    aria-selected={own === chosen}
                    onClick={() => act(command)}
                  >
                    <bdi lang={command.language}>{command.label}</bdi>
                    {command.detail && <bdi className={classes.detail}>{command.detail}</bdi>}
                  </Combobox.Option>
                );
              })}
            </Combobox.Group>
          ))}
        </Combobox.Options>
        {commands.length === 0 && (
          <Combobox.Empty role="status">
            {isSearching ? <Trans>Searching…</Trans> : <Trans>Nothing is found by this</Trans>}
          </Combobox.Empty>
        )}
      </Combobox>
    </Dialog>
  );
}

/** Users come last: whatever is chosen already stays in its place when they arrive. */
function useFound(text: string, onNewProject: () => void): { groups: CommandGroup[]; isSearching: boolean } {
  const { id } = useProject();
  const [, navigate] = useLocation();
  const groups = findCommands(useCommands({ onNewProject }), text);
  const users = useFoundUsers(text);
  const found = (users ?? []).map((user) => ({
    id: user.id,
    label: user.fullName,
    detail: user.phoneNumber ?? user.email ?? undefined,
    act: () => navigate(`/projects/${id}/users/${user.id}`),
  }));
  return {
    groups: found.length > 0 ? [...groups, { title: t`Users`, commands: found }] : groups,
    isSearching: users === undefined,
  };
}
