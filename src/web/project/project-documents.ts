import { graphql } from '../generated/gql.ts';
import type { ProjectSettingsQuery } from '../generated/graphql.ts';

export const ProjectSettingsDocument = graphql(`
  query ProjectSettings($id: ID!) {
    project(id: $id) {
      id
      telegramBot
      whatsAppNumber
      keepsDeniedAttempts
    }
  }
`);

export type ProjectSettings = NonNullable<ProjectSettingsQuery['project']>;

export const UpdateProjectDocument = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    answer: updateProject(input: $input) {
      saved: project {
        id
        name
        telegramBot
        whatsAppNumber
        keepsDeniedAttempts
      }
      userErrors {
        ...FormError
      }
    }
  }
`);
