import { graphql } from '../generated/gql.ts';
import type { MembersQuery } from '../generated/graphql.ts';

export const MembersDocument = graphql(`
  query Members($projectId: ID!) {
    project(id: $projectId) {
      id
      members {
        id
        subject
        name
        role
        createdAt
      }
    }
  }
`);

export type ListedMember = NonNullable<MembersQuery['project']>['members'][number];

export const AddMemberDocument = graphql(`
  mutation AddMember($input: AddProjectMemberInput!) {
    answer: addProjectMember(input: $input) {
      saved: projectMember {
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export const UpdateMemberDocument = graphql(`
  mutation UpdateMember($input: UpdateProjectMemberInput!) {
    answer: updateProjectMember(input: $input) {
      saved: projectMember {
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export const RemoveMemberDocument = graphql(`
  mutation RemoveMember($input: RemoveProjectMemberInput!) {
    removeProjectMember(input: $input) {
      removedProjectMemberId
      userErrors {
        code
        message
      }
    }
  }
`);
