import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Combobox, Group, ScrollArea, Text, useCombobox } from '@mantine/core';
import { cloneElement, type ReactElement, useEffect, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { formatNumber } from '../language/format.ts';
import { fold } from '../parts/fold.ts';
import { PlusIcon } from '../parts/icons.tsx';
import { NewProjectDialog } from '../project/new-project-dialog.tsx';
import { useProjectCounts } from '../project/use-project-counts.ts';
import { useProject, useViewer } from '../viewer/viewer.ts';

const MOST_COUNTED = 1000;

/** The projects to search in and to choose from, with their users; goes to the same section of the one that is chosen. */
export default function OpenedSwitcher({ button }: { button: ReactElement<{ onClick: () => void }> }) {
  const { projects, canManageProjects } = useViewer();
  const { id } = useProject();
  const { data: counts } = useProjectCounts(MOST_COUNTED + 1);
  const [, navigate] = useLocation();
  const [, params] = useRoute('/projects/:projectId/:section/*?');
  const [search, setSearch] = useState('');
  const [isCreating, setIsCreating] = useState(false);
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose() {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const { focusSearchInput } = combobox;
  // The first time it is open from the start.
  useEffect(() => focusSearchInput(), [focusSearchInput]);
  const found = projects.filter(({ name }) => fold(name).includes(fold(search)));
  return (
    <>
      <Combobox
        store={combobox}
        position="bottom-start"
        width={340}
        shadow="md"
        onOptionSubmit={(chosen) => {
          combobox.closeDropdown();
          combobox.focusTarget();
          navigate(`/projects/${chosen}/${params?.section ?? 'users'}`);
        }}
      >
        <Combobox.Target targetType="button" withAriaAttributes={false} withKeyboardNavigation={false}>
          {cloneElement(button, {
            onClick: () => combobox.toggleDropdown(),
            ...{ 'aria-expanded': combobox.dropdownOpened },
          })}
        </Combobox.Target>
        <Combobox.Dropdown maw="90vw">
          <Combobox.Search
            role="combobox"
            aria-expanded
            aria-label={t`Search projects`}
            placeholder={t`Search projects`}
            dir="auto"
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
          />
          <Combobox.Options aria-label={t`Projects`}>
            <ScrollArea.Autosize mah="min(50vh, 22rem)" type="scroll">
              {found.map((project) => (
                <Combobox.Option key={project.id} value={project.id} active={project.id === id}>
                  <Group justify="space-between" wrap="nowrap" gap="md">
                    <Text size="sm" truncate fw={project.id === id ? 600 : undefined}>
                      <bdi>{project.name}</bdi>
                    </Text>
                    <Text size="xs" c="dimmed" flex="none">
                      <Count of={counts?.get(project.id)} />
                    </Text>
                  </Group>
                </Combobox.Option>
              ))}
            </ScrollArea.Autosize>
          </Combobox.Options>
          {found.length === 0 && (
            <Combobox.Empty>
              <Trans>No project is called so</Trans>
            </Combobox.Empty>
          )}
          {canManageProjects && (
            <Combobox.Footer>
              <Button
                variant="subtle"
                size="compact-sm"
                fullWidth
                justify="flex-start"
                leftSection={<PlusIcon />}
                onClick={() => {
                  combobox.closeDropdown();
                  combobox.focusTarget();
                  setIsCreating(true);
                }}
              >
                <Trans>New project</Trans>
              </Button>
            </Combobox.Footer>
          )}
        </Combobox.Dropdown>
      </Combobox>
      {isCreating && <NewProjectDialog onClose={() => setIsCreating(false)} />}
    </>
  );
}

function Count({ of }: { of: number | undefined }) {
  if (of === undefined) return null;
  if (of <= MOST_COUNTED) return <Plural value={of} one="# user" other="# users" />;
  const most = formatNumber(MOST_COUNTED);
  return <Trans>{most}+ users</Trans>;
}
