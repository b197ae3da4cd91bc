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
      }
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Whose access key it is. What the role may not do is not offered; the API decides all the same. */
export function useViewer() {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Nobody is signed in.');
  return {
    ...viewer,
    canWriteUsers: viewer.role === 'ADMINISTRATOR' || viewer.role === 'MEMBER',
    canAdminister: viewer.role === 'ADMINISTRATOR',
  };
}
