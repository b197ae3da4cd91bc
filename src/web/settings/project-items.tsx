import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useLocation, useRoute } from 'wouter';
import { useProject, useViewer } from '../viewer/viewer.ts';

/** Goes to the same section of another project. */
export default function ProjectItems() {
  const { projects } = useViewer();
  const { id } = useProject();
  const [, navigate] = useLocation();
  const [, params] = useRoute('/projects/:projectId/:section/*?');
  return (
    <>
      <Menu.Label>
        <Trans>Switch project</Trans>
      </Menu.Label>
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
    </>
  );
}
