import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ImportGate } from './import/import-gate.tsx';
import { Crash } from './parts/crash.tsx';
import { loadDialog } from './parts/dialog.tsx';
import { loadMenu } from './parts/menu-button.tsx';
import { rememberProject } from './project/last-project.ts';
import { loadAccountItems } from './settings/account-menu.tsx';
import { NotFound } from './settings/not-found.tsx';
import { loadSwitcher } from './settings/project-switcher.tsx';
import { SettingsLayout } from './settings/settings-layout.tsx';
import { ViewSkeleton } from './settings/settings-skeleton.tsx';
import { loadUserDialog } from './users/user-dialogs.tsx';
import { UsersPage } from './users/users-page.tsx';
import { loadDeleteUser } from './users/users-view.tsx';
import { ProjectContext, useViewer } from './viewer/viewer.ts';

const loadTestAccess = () => import('./test-access/test-access-page.tsx');
const loadHistory = () => import('./history/history-page.tsx');
const loadUser = () => import('./users/user-page.tsx');
const loadReview = () => import('./users/review-page.tsx');
const loadRequests = () => import('./requests/requests-page.tsx');
const loadEnvironments = () => import('./environments/environments-page.tsx');
const loadAccessKeys = () => import('./access-keys/access-keys-page.tsx');
const loadMembers = () => import('./members/members-page.tsx');
const loadGeneral = () => import('./project/general-page.tsx');
const loadConnect = () => import('./project/connect-page.tsx');
const loadChecklist = () => import('./project/checklist.tsx');

const VIEWS = [
  loadUser,
  loadReview,
  loadTestAccess,
  loadHistory,
  loadRequests,
  loadEnvironments,
  loadAccessKeys,
  loadMembers,
  loadGeneral,
  loadConnect,
  loadChecklist,
];
const PARTS = [loadDialog, loadUserDialog, loadDeleteUser, loadMenu, loadAccountItems, loadSwitcher];

const UserPage = lazy(loadUser);
const ReviewPage = lazy(loadReview);
const TestAccessPage = lazy(loadTestAccess);
const HistoryPage = lazy(loadHistory);
const RequestsPage = lazy(loadRequests);
const EnvironmentsPage = lazy(loadEnvironments);
const AccessKeysPage = lazy(loadAccessKeys);
const MembersPage = lazy(loadMembers);
const GeneralPage = lazy(loadGeneral);
const ConnectPage = lazy(loadConnect);
const Checklist = lazy(loadChecklist);

export function ProjectSettings({ projectId }: { projectId: string }) {
  const [location] = useLocation();
  // The rest is small, and there when asked for even if the connection is lost.
  useEffect(() => {
    for (const load of [...PARTS, ...VIEWS]) load().catch(() => {});
  }, []);
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
        <Crash key={location} isPart>
          <Suspense fallback={<ViewSkeleton />}>
            <Switch>
              <Route path={base}>
                <Redirect to={`${base}/users`} replace />
              </Route>
              <Route path={`${base}/users`}>
                <UsersPage />
                <Suspense>
                  <Checklist />
                </Suspense>
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
