import { graphql } from '../generated/gql.ts';
import type { ImportUsersMutation } from '../generated/graphql.ts';

export const ImportUsersDocument = graphql(`
  mutation ImportUsers($input: CreateUsersInput!) {
    answer: createUsers(input: $input) {
      results {
        index
        outcome
        duplicateOf
        phoneNumber
        user {
          id
          version
        }
        userErrors {
          code
          message
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export type ImportedRow = ImportUsersMutation['answer']['results'][number];

export const UndoImportDocument = graphql(`
  mutation UndoImport($input: DeleteUsersInput!) {
    answer: deleteUsers(input: $input) {
      results {
        outcome
        user {
          id
          version
          fullName
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);
