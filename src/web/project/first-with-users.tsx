import { Redirect } from 'wouter';
import { SettingsSkeleton } from '../settings/settings-skeleton.tsx';
import type { Project } from '../viewer/viewer-documents.ts';
import { chooseForThem } from './last-project.ts';
import { useProjectCounts } from './use-project-counts.ts';

/** Leads to a project with users; to the first when none has any. */
export default function FirstWithUsers({ first }: { first: Project }) {
  const { data: counts, isPending } = useProjectCounts(1);
  if (isPending) return <SettingsSkeleton />;
  const [id] = (counts && [...counts].find(([, count]) => count > 0)) ?? [first.id];
  return <Redirect to={`/projects/${chooseForThem(id)}/users`} replace />;
}
