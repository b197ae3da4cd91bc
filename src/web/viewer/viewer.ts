import { createContext, useContext } from 'react';
import { graphql } from '../generated/gql.ts';
import type { ViewerQuery } from '../generated/graphql.ts';

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      name
      role
      projects {
        id
        name
        viewerRole
      }
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];
export type Project = Viewer['projects'][number];

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
