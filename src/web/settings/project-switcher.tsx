import { t } from '@lingui/core/macro';
import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { ChevronIcon } from '../parts/icons.tsx';
import { useProject, useViewer } from '../viewer/viewer.ts';

export const loadSwitcher = () => import('./opened-switcher.tsx');

const OpenedSwitcher = lazy(loadSwitcher);

/** Which project this is; behind it the others, and the way to a new one, if there are any. */
export function ProjectSwitcher() {
  const { projects, canManageProjects } = useViewer();
  const { name } = useProject();
  const [wasOpened, setWasOpened] = useState(false);
  if (projects.length === 1 && !canManageProjects) {
    return (
      <Text truncate flex={1} lh={1.55}>
        <bdi>{name}</bdi>
      </Text>
    );
  }
  const button = (
    <Button
      variant="default"
      rightSection={<ChevronIcon />}
      aria-label={t`Project: ${name}`}
      aria-haspopup="listbox"
      maw="100%"
      onClick={() => setWasOpened(true)}
    >
      <bdi>{name}</bdi>
    </Button>
  );
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      {wasOpened ? (
        <Suspense fallback={button}>
          <OpenedSwitcher button={button} />
        </Suspense>
      ) : (
        button
      )}
    </div>
  );
}
