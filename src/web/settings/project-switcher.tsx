import { t } from '@lingui/core/macro';
import { Button, Text } from '@mantine/core';
import { lazy } from 'react';
import { ChevronIcon } from '../parts/icons.tsx';
import { MenuButton } from '../parts/menu-button.tsx';
import { useProject, useViewer } from '../viewer/viewer.ts';

export const loadProjectItems = () => import('./project-items.tsx');

const ProjectItems = lazy(loadProjectItems);

/** Which project this is; behind it the others, if there are any. */
export function ProjectSwitcher() {
  const { projects } = useViewer();
  const { name } = useProject();
  if (projects.length === 1) {
    return (
      <Text truncate flex={1} lh={1.55}>
        <bdi>{name}</bdi>
      </Text>
    );
  }
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <MenuButton
        position="bottom-start"
        button={
          <Button variant="default" rightSection={<ChevronIcon />} aria-label={t`Project: ${name}`} maw="100%">
            <bdi>{name}</bdi>
          </Button>
        }
      >
        <ProjectItems />
      </MenuButton>
    </div>
  );
}
