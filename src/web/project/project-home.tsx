import { lazy, Suspense } from 'react';
import { Redirect } from 'wouter';
import { SettingsSkeleton } from '../settings/settings-skeleton.tsx';
import { useViewer } from '../viewer/viewer.ts';
import type { Project } from '../viewer/viewer-documents.ts';
import { lastProject } from './last-project.ts';

// Only those wait for it who have several projects, and were in none of them yet.
const FirstWithUsers = lazy(() => import('./first-with-users.tsx'));

/** Leads to the project that was used last, or else to one with users. */
export function ProjectHome({ first }: { first: Project }) {
  const { projects } = useViewer();
  const last = lastProject();
  const known = projects.length === 1 ? first : projects.find(({ id }) => id === last);
  if (known) return <Redirect to={`/projects/${known.id}/users`} replace />;
  return (
    <Suspense fallback={<SettingsSkeleton />}>
      <FirstWithUsers first={first} />
    </Suspense>
  );
}
