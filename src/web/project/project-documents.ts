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

export const ProjectCountsDocument = graphql(`
  query ProjectCounts($upTo: Int!) {
    viewer {
      projects {
        id
        users(first: 1) {
          totalCount(upTo: $upTo)
        }
      }
    }
  }
`);

export const ProjectUserCountDocument = graphql(`
  query ProjectUserCount($projectId: ID!) {
    project(id: $projectId) {
      id
      users(first: 1) {
        totalCount
      }
    }
  }
`);

export const FirstStepsDocument = graphql(`
  query FirstSteps($projectId: ID!, $upTo: Int!) {
    project(id: $projectId) {
      id
      users(first: 1) {
        totalCount(upTo: $upTo)
      }
      environments {
        type
        selfRegistration
      }
      accessKeys {
        role
        isOwn
        lastUsedAt
        revokedAt
      }
      members {
        id
      }
    }
  }
`);

export const CreateProjectDocument = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    answer: createProject(input: $input) {
      saved: project {
        id
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export const DeleteProjectDocument = graphql(`
  mutation DeleteProject($input: DeleteProjectInput!) {
    deleteProject(input: $input) {
      deletedProjectId
      userErrors {
        code
        message
      }
    }
  }
`);
