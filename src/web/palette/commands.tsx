import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useLocation } from 'wouter';
import { signOut } from '../api/access-key.ts';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import { openImport } from '../import/import-gate.tsx';
import { LANGUAGES, type Language } from '../language/languages.ts';
import { BASE_PATH } from '../parts/base-path.ts';
import { SECTIONS } from '../settings/settings-layout.tsx';
import { switchLanguage } from '../settings/switch-language.ts';
import { useProject, useViewer } from '../viewer/viewer.ts';

/** Something to do or a place to go to. `also`: other words that find it. `detail`: what tells it from others, seen beside it. */
export type Command = {
  id: string;
  label: string;
  also?: string;
  detail?: string | undefined;
  language?: Language;
  act: () => void;
};

export type CommandGroup = { title: string; commands: Command[] };

/** All that the viewer may do and go to in this project, but its users. */
export function useCommands({ onNewProject }: { onNewProject: () => void }): CommandGroup[] {
  const { id } = useProject();
  const { projects } = useViewer();
  const { data: environments = [] } = useEnvironmentChoices(id);
  const [, navigate] = useLocation();
  const actions = useActions(onNewProject);
  const place = (path: string, label: string, also?: string): Command => ({
    id: path,
    label,
    ...(also !== undefined && { also }),
    act: () => navigate(`/projects/${id}/${path}`),
  });
  return [
    {
      title: t`Go to`,
      commands: [
        ...SECTIONS.map(({ path, label }) =>
          place(path, i18n._(label), path === 'general' ? t`Project settings` : undefined),
        ),
        place('users/review', t`Review`),
        place('users/test-access', t`Test access`),
        place('connect', t`Connect your assistant`),
        {
          id: 'graphiql',
          label: t`Try it in GraphiQL`,
          act: () => location.assign(`${BASE_PATH}/graphql?project=${id}`),
        },
      ],
    },
    { title: t`Actions`, commands: actions },
    {
      title: t`Environments`,
      commands: environments.map(({ id: environmentId, name }) =>
        place(`users?environment=${environmentId}`, name, t`Environment`),
      ),
    },
    {
      title: t`Projects`,
      commands: projects
        .filter((project) => project.id !== id)
        .map(({ id: projectId, name }) => ({
          id: projectId,
          label: name,
          also: t`Project`,
          act: () => navigate(`/projects/${projectId}/users`),
        })),
    },
    {
      title: t`Language`,
      commands: Object.entries(LANGUAGES).map(([language, { name }]) => ({
        id: language,
        label: name,
        also: t`Language`,
        language: language as Language,
        act: () => void switchLanguage(language as Language),
      })),
    },
  ];
}

function useActions(onNewProject: () => void): Command[] {
  const { id, canWriteUsers, canAdminister } = useProject();
  const { canManageProjects } = useViewer();
  const [, navigate] = useLocation();
  const form = (path: string, label: string): Command => ({
    id: `add to ${path}`,
    label,
    act: () => navigate(`/projects/${id}/${path}?add=new`),
  });
  return [
    ...(canWriteUsers ? [form('users', t`Add User`), { id: 'import', label: t`Import users`, act: openImport }] : []),
    ...(canAdminister
      ? [
          form('environments', t`Add Environment`),
          form('access-keys', t`Create Access Key`),
          form('members', t`Add Member`),
        ]
      : []),
    ...(canManageProjects ? [{ id: 'new project', label: t`New project`, act: onNewProject }] : []),
    { id: 'sign out', label: t`Sign out`, act: signOut },
  ];
}
