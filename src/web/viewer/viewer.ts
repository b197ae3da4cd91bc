import { createContext, useContext } from 'react';
import type { Project, Viewer } from './viewer-documents.ts';

export const ViewerContext = createContext<Viewer | undefined>(undefined);
export const ProjectContext = createContext<Project | undefined>(undefined);

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Nobody is signed in.');
  return viewer;
}

/** The project on the screen. What the role may not do there is not offered; the API decides all the same. */
export function useProject() {
  const project = useContext(ProjectContext);
  if (!project) throw new Error('No project is open.');
  const { viewerRole } = project;
  return {
    ...project,
    canWriteUsers: viewerRole === 'ADMINISTRATOR' || viewerRole === 'MEMBER',
    canAdminister: viewerRole === 'ADMINISTRATOR',
  };
}
