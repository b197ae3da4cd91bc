import { Button, Menu, Text } from '@mantine/core';
import { useLocation, useRoute } from 'wouter';
import { ChevronIcon } from '../parts/icons.tsx';
import { useProject, useViewer } from '../viewer/viewer.ts';

/** Goes to the same section of another project. */
export function ProjectSwitcher() {
  const { projects } = useViewer();
  const { id, name } = useProject();
  const [, navigate] = useLocation();
  const [, params] = useRoute('/projects/:projectId/:section/*?');
  if (projects.length === 1) {
    return (
      <Text truncate flex={1} lh={1.55}>
        <bdi>{name}</bdi>
      </Text>
    );
  }
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Menu position="bottom-start" shadow="md" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronIcon />} aria-label={`Project: ${name}`} maw="100%">
            <bdi>{name}</bdi>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" maw="90vw" style={{ overflowY: 'auto' }}>
          <Menu.Label>Switch project</Menu.Label>
          {projects.map((project) => (
            <Menu.Item
              key={project.id}
              aria-current={project.id === id ? 'true' : undefined}
              fw={project.id === id ? 600 : undefined}
              onClick={() => navigate(`/projects/${project.id}/${params?.section ?? 'users'}`)}
            >
              <bdi>{project.name}</bdi>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
