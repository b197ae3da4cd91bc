import type * as work from './work.ts';

/** What a request carries. */
export type Context = { key: work.Key };

/** The part of the contract that is measured. */
export const typeDefs = /* GraphQL */ `
  type Query {
    project(id: ID!): Project
    checkAccess(environmentId: ID!, sender: SenderInput!): AccessDecision!
    checkAccessBatch(environmentId: ID!, senders: [SenderInput!]!): [AccessDecision!]!
  }
  type Mutation { createUser(input: CreateUserInput!): CreateUserPayload! }
  type Project { id: ID! users(first: Int!, after: String, search: String): UserConnection! }
  type UserConnection { nodes: [User!]! pageInfo: PageInfo! totalCount(upTo: Int!): Int! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type User {
    id: ID! phoneNumber: String email: String firstName: String middleName: String lastName: String
    creationSource: CreationSource! createdAt: String! environments: [Environment!]!
  }
  type Environment { id: ID! name: String! type: EnvironmentType! }
  type AccessDecision { allowed: Boolean! reason: AccessReason! selfRegistration: SelfRegistrationMode! }
  type CreateUserPayload { user: User userErrors: [UserError!]! }
  type UserError { message: String! }
  input SenderInput { channel: Channel! phoneNumber: String externalId: String }
  input CreateUserInput {
    projectId: ID! phoneNumber: String email: String firstName: String lastName: String environmentIds: [ID!]
  }
  enum Channel { WHATSAPP TELEGRAM SLACK }
  enum CreationSource { INVITED SELF_REGISTERED }
  enum EnvironmentType { DEVELOPMENT STAGING PRODUCTION }
  enum SelfRegistrationMode { OPEN CLOSED }
  enum AccessReason { ALLOWED UNKNOWN_SENDER NOT_IN_ENVIRONMENT IDENTITY_CONFLICT INVALID_SENDER UNKNOWN_ENVIRONMENT }
`;
