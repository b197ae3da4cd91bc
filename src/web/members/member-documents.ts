import { graphql } from '../generated/gql.ts';

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
        message
      }
    }
  }
`);
