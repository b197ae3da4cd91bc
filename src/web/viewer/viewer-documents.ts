import { graphql } from '../generated/gql.ts';
import type { ViewerQuery } from '../generated/graphql.ts';

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      name
      role
      canManageProjects
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
