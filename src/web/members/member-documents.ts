import { graphql } from '../generated/gql.ts';

export const AddMemberDocument = graphql(`
  mutation AddMember($input: AddProjectMemberInput!) {
    saved: addProjectMember(input: $input) {
      projectMember {
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
    saved: updateProjectMember(input: $input) {
      projectMember {
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
        message
      }
    }
  }
`);
