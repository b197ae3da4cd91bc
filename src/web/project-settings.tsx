import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { AfterFirstView, awaitFirstView } from './api/first-view.tsx';
import { ImportGate } from './import/import-gate.tsx';
import { loadPalette, PaletteGate } from './palette/palette-gate.tsx';
import { Crash } from './parts/crash.tsx';
import { loadDialog } from './parts/dialog.tsx';
import { loadHelp } from './parts/help.tsx';
import { loadMenu } from './parts/menu-button.tsx';
import { rememberProject } from './project/last-project.ts';
import { loadAccountItems } from './settings/account-menu.tsx';
import { NotFound } from './settings/not-found.tsx';
import { loadSwitcher } from './settings/project-switcher.tsx';
import { SettingsLayout } from './settings/settings-layout.tsx';
import { ViewSkeleton } from './settings/settings-skeleton.tsx';
import { loadMergeUsers, loadUserDialog } from './users/user-dialogs.tsx';
import { loadSelectionBar } from './users/users-list.tsx';
import { UsersPage } from './users/users-page.tsx';
import { loadDeleteUser, loadShortcuts } from './users/users-view.tsx';
import { ProjectContext, useViewer } from './viewer/viewer.ts';

/** What is fetched after the first view: all of it is small, and there when asked for even if the connection is lost. */
const LATER: (() => Promise<unknown>)[] = [
  loadDialog,
  loadUserDialog,
  loadDeleteUser,
  loadMergeUsers,
  loadSelectionBar,
  loadShortcuts,
  loadHelp,
  loadMenu,
  loadAccountItems,
  loadSwitcher,
  loadPalette,
];

const later: typeof lazy = (load) => {
  LATER.push(load);
  return lazy(load);
};

const UserPage = later(() => import('./users/user-page.tsx'));
const ReviewPage = later(() => import('./users/review-page.tsx'));
const TestAccessPage = later(() => import('./test-access/test-access-page.tsx'));
const HistoryPage = later(() => import('./history/history-page.tsx'));
const RequestsPage = later(() => import('./requests/requests-page.tsx'));
const EnvironmentsPage = later(() => import('./environments/environments-page.tsx'));
const AccessKeysPage = later(() => import('./access-keys/access-keys-page.tsx'));
const MembersPage = later(() => import('./members/members-page.tsx'));
const GeneralPage = later(() => import('./project/general-page.tsx'));
const ConnectPage = later(() => import('./project/connect-page.tsx'));
const Checklist = later(() => import('./project/checklist.tsx'));

export function ProjectSettings({ projectId }: { projectId: string }) {
  const [location] = useLocation();
  useEffect(awaitFirstView, []);
  useEffect(() => rememberProject(projectId), [projectId]);
  const project = useViewer().projects.find(({ id }) => id === projectId);
  if (!project) {
    return (
      <main>
        <NotFound />
      </main>
    );
  }
  const base = `/projects/${project.id}`;
  return (
    <ProjectContext value={project}>
      <SettingsLayout>
        <ImportGate />
        <PaletteGate />
        <AfterFirstView>
          <LoadLater />
        </AfterFirstView>
        <Crash key={location} isPart>
          <Suspense fallback={<ViewSkeleton />}>
            <Switch>
              <Route path={base}>
                <Redirect to={`${base}/users`} replace />
              </Route>
              <Route path={`${base}/users`}>
                <UsersPage />
                <AfterFirstView>
                  <Checklist />
                </AfterFirstView>
              </Route>
              <Route path={`${base}/users/review`}>
                <ReviewPage />
              </Route>
              <Route path={`${base}/users/test-access`}>
                <TestAccessPage />
              </Route>
              <Route path={`${base}/users/:userId`}>{({ userId }) => <UserPage userId={userId} />}</Route>
              <Route path={`${base}/requests`}>
                <RequestsPage />
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
              <Route path={`${base}/connect`}>
                <ConnectPage />
              </Route>
              <Route path={`${base}/history`}>
                <HistoryPage />
              </Route>
              <Route path={`${base}/general`}>
                <GeneralPage />
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </Crash>
      </SettingsLayout>
    </ProjectContext>
  );
}

function LoadLater() {
  useEffect(() => {
    for (const load of LATER) load().catch(() => {});
  }, []);
  return null;
}
