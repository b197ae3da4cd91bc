import { lazy, Suspense } from 'react';

const NewProjectForm = lazy(() => import('./new-project-form.tsx'));

/** Asks for the name of a new project. Its code comes when it is opened, from wherever that is. */
export function NewProjectDialog({ onClose }: { onClose: () => void }) {
  return (
    <Suspense>
      <NewProjectForm onClose={onClose} />
    </Suspense>
  );
}
