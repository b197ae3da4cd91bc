import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Center, Container } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { signOut, useIsPerson, useSession } from './api/access-key.ts';
import { RequestError } from './api/request-error.ts';
import { viewerQuery } from './first-questions.ts';
import type { ViewerQuery } from './generated/graphql.ts';
import { Failure } from './parts/failure.tsx';
import { ShownOnce } from './parts/shown-once.tsx';
import { ProjectHome } from './project/project-home.tsx';
import { ProjectSettings } from './project-settings.tsx';
import { NotFound } from './settings/not-found.tsx';
import { SettingsSkeleton } from './settings/settings-skeleton.tsx';
import { gatewayNotice } from './viewer/roles.ts';
import { ViewerContext } from './viewer/viewer.ts';

// What most visits do not need.
const SignIn = lazy(async () => ({ default: (await import('./session/sign-in.tsx')).SignIn }));
const NoProjects = lazy(async () => ({ default: (await import('./settings/no-projects.tsx')).NoProjects }));
const ReplaceSessionDialog = lazy(async () => ({
  default: (await import('./session/replace-session-dialog.tsx')).ReplaceSessionDialog,
}));

export function App() {
  const { accessKey, isArriving } = useSession();
  useEffect(() => {
    if (accessKey === null) document.title = `${t`Sign in`} · Users Management`;
  }, [accessKey]);
  const [location] = useLocation();
  if (isArriving) return <SettingsSkeleton />;
  if (!/^\/($|projects(\/|$))/.test(location)) {
    return (
      <main>
        <NotFound isAddress />
      </main>
    );
  }
  return (
    <Suspense fallback={<SettingsSkeleton />}>
      {accessKey === null ? <SignIn /> : <SignedIn key={accessKey} />}
    </Suspense>
  );
}

function SignedIn() {
  const { offeredKey } = useSession();
  const viewer = useQuery(viewerQuery);
  // What was open stays, with a form or a secret in it; what a link opens comes after its question.
  const [wasOpen, setWasOpen] = useState(offeredKey === null);
  if (!wasOpen && offeredKey === null) setWasOpen(true);
  return (
    <ShownOnce>
      {wasOpen ? <Content viewer={viewer} /> : <SettingsSkeleton />}
      {offeredKey !== null && !viewer.isPending && (
        <Suspense>
          <ReplaceSessionDialog offeredKey={offeredKey} viewer={viewer.data?.viewer} />
        </Suspense>
      )}
    </ShownOnce>
  );
}

function Content({ viewer }: { viewer: UseQueryResult<ViewerQuery> }) {
  const { data, error, refetch, isFetching } = viewer;
  if (error && !data) return <NoViewer error={error} onRetry={refetch} isRetrying={isFetching} />;
  if (!data) return <SettingsSkeleton />;
  const [first] = data.viewer.projects;
  if (!first) {
    return (
      <ViewerContext value={data.viewer}>
        <NoProjects />
      </ViewerContext>
    );
  }
  return (
    <ViewerContext value={data.viewer}>
      <Switch>
        <Route path="/">
          <ProjectHome first={first} />
        </Route>
        <Route path="/projects/:projectId/*?">
          {({ projectId }) => <ProjectSettings key={projectId} projectId={projectId} />}
        </Route>
      </Switch>
    </ViewerContext>
  );
}

function NoViewer({ error, onRetry, isRetrying }: { error: Error; onRetry: () => void; isRetrying: boolean }) {
  const isPerson = useIsPerson();
  const isGateway = error instanceof RequestError && error.code === 'FORBIDDEN';
  return (
    <Center mih="100vh" component="main">
      <Container size="xs" w="100%">
        <Failure
          title={isGateway ? t`This key cannot open the page` : t`The page could not be loaded`}
          error={isGateway ? new Error(gatewayNotice()) : error}
          onRetry={onRetry}
          isRetrying={isRetrying}
        >
          <Button size="xs" variant="default" onClick={signOut}>
            {isPerson ? <Trans>Sign out</Trans> : <Trans>Use another key</Trans>}
          </Button>
        </Failure>
      </Container>
    </Center>
  );
}
