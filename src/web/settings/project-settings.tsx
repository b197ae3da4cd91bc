import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ProjectContext, useViewer } from '../session/viewer.ts';
import { UsersPage } from '../users/users-page.tsx';
import { NotFound } from './not-found.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import { ViewSkeleton } from './settings-skeleton.tsx';

const EnvironmentsPage = lazy(() => import('../environments/environments-page.tsx'));
const AccessKeysPage = lazy(() => import('../access-keys/access-keys-page.tsx'));
const MembersPage = lazy(() => import('../members/members-page.tsx'));
const GeneralPage = lazy(() => import('../project/general-page.tsx'));

export function ProjectSettings({ projectId }: { projectId: string }) {
  const project = useViewer().projects.find(({ id }) => id === projectId);
  if (!project) return <NotFound />;
  const base = `/projects/${project.id}`;
  return (
    <ProjectContext value={project}>
      <SettingsLayout>
        <Suspense fallback={<ViewSkeleton />}>
          <Switch>
            <Route path={base}>
              <Redirect to={`${base}/users`} replace />
            </Route>
            <Route path={`${base}/users`}>
              <UsersPage />
            </Route>
            <Route path={`${base}/environments`}>
              <EnvironmentsPage />
            </Route>
            <Route path={`${base}/access-keys`}>
              <AccessKeysPage />
            </Route>
            <Route path={`${base}/members`}>
              <MembersPage />
            </Route>
            <Route path={`${base}/general`}>
              <GeneralPage />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </SettingsLayout>
    </ProjectContext>
  );
}
