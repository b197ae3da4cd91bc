/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** By what a sender was recognised. */
export type AccessMatch =
  /** By the e-mail address that Slack confirmed. */
  | 'EMAIL'
  /** By the id on the channel. */
  | 'IDENTITY'
  /** By the phone number. */
  | 'PHONE_NUMBER';

/** Why a sender may, or may not, talk. */
export type AccessReason =
  /** A user of this environment. */
  | 'ALLOWED'
  /** Phone number, id and e-mail address are of two different users, or the phone number was somebody's who writes with another id. */
  | 'IDENTITY_CONFLICT'
  /** Not a sender: something of it is malformed or names no single person, or nothing of it is there. */
  | 'INVALID_SENDER'
  /** A user of the project, but not in this environment. */
  | 'NOT_IN_ENVIRONMENT'
  /** No such environment for this access key. */
  | 'UNKNOWN_ENVIRONMENT'
  /** Nobody we know. */
  | 'UNKNOWN_SENDER';

/** A new member of a project. */
export type AddProjectMemberInput = {
  /** What to call the person, at most 100 characters. Required. */
  name?: string | null | undefined;
  /** The project's id. */
  projectId: string | number;
  /** What the person may do: ADMINISTRATOR, MEMBER or VIEWER. Required. */
  role?: Role | null | undefined;
  /** The `sub` claim of the person's access tokens, to the letter: at most 255 ASCII characters. Required. */
  subject?: string | null | undefined;
};

/** What was done. */
export type AuditAction =
  /** An access key was created. */
  | 'ACCESS_KEY_CREATED'
  /** An access key was revoked. */
  | 'ACCESS_KEY_REVOKED'
  /** An id on a channel was linked to a user. */
  | 'CHANNEL_IDENTITY_LINKED'
  /** An id on a channel was taken from its user. */
  | 'CHANNEL_IDENTITY_UNLINKED'
  /** An environment was added. */
  | 'ENVIRONMENT_CREATED'
  /** An environment was removed. */
  | 'ENVIRONMENT_DELETED'
  /** An environment was changed. */
  | 'ENVIRONMENT_UPDATED'
  /** The project was created. */
  | 'PROJECT_CREATED'
  /** The project was deleted. */
  | 'PROJECT_DELETED'
  /** A person was let into the project. */
  | 'PROJECT_MEMBER_ADDED'
  /** A member was taken out of the project. */
  | 'PROJECT_MEMBER_REMOVED'
  /** A member was changed. */
  | 'PROJECT_MEMBER_UPDATED'
  /** The project was changed. */
  | 'PROJECT_UPDATED'
  /** A user's phone number or id on a channel was changed by the channel. */
  | 'SENDER_REPLACED'
  /** Another user was merged into a user. */
  | 'USERS_MERGED'
  /** A user was added. */
  | 'USER_CREATED'
  /** A user was deleted. */
  | 'USER_DELETED'
  /** A user came in through an assistant. */
  | 'USER_SELF_REGISTERED'
  /** A user was changed. */
  | 'USER_UPDATED';

/** A messaging app. */
export type Channel =
  /** Slack. */
  | 'SLACK'
  /** Telegram. */
  | 'TELEGRAM'
  /** WhatsApp. */
  | 'WHATSAPP';

/** An id on a channel, for a new user. */
export type ChannelIdentityInput = {
  /** The channel. */
  channel: Channel;
  /** WhatsApp business-scoped id, Telegram numeric id, or Slack TEAM:USER. Required. */
  externalId?: string | null | undefined;
};

/** A new access key. */
export type CreateAccessKeyInput = {
  /** Bind a GATEWAY key to these environments of the project; omitted or empty means all. */
  environmentIds?: Array<string | number> | null | undefined;
  /** When it stops working by itself; omitted means never. */
  expiresAt?: string | null | undefined;
  /** What it is for, at most 100 characters. Required. */
  name?: string | null | undefined;
  /** Bind it to this project; omitted, it is of the whole workspace. */
  projectId?: string | number | null | undefined;
  /** What its holder may do. Required. */
  role?: Role | null | undefined;
};

/** A new environment. */
export type CreateEnvironmentInput = {
  /** Its name, at most 100 characters. Required. */
  name?: string | null | undefined;
  /** The project's id. */
  projectId: string | number;
  /** Whether newcomers may register themselves; CLOSED unless given. */
  selfRegistration?: SelfRegistrationMode | null | undefined;
  /** What it is for. Required. */
  type?: EnvironmentType | null | undefined;
};

/** A new user. What the form requires is answered in `userErrors` when it is missing. */
export type CreateUserInput = {
  /** Ids on channels that are known to be this person's; at most 20. */
  channelIdentities?: Array<ChannelIdentityInput> | null | undefined;
  /** E-mail address; blank means none. */
  email?: string | null | undefined;
  /** Where the user may talk to the assistant: at least one. */
  environmentIds?: Array<string | number> | null | undefined;
  /** First name. Required. */
  firstName?: string | null | undefined;
  /**
   * Makes it safe to repeat the request when its answer was lost: a random value of 8 to 200 characters, such as a UUID,
   * new for each user to create. For 24 hours the same key of the same caller answers the user it created, as that user
   * is now, and creates nothing. With another input it is BAD_USER_INPUT; once the user was deleted, NOT_FOUND. A refusal
   * is not remembered: mend the input and send it again under the same key.
   */
  idempotencyKey?: string | null | undefined;
  /** Last name. Required. */
  lastName?: string | null | undefined;
  /** Middle name. */
  middleName?: string | null | undefined;
  /** In international format, such as +1 555-123-4567. Required. */
  phoneNumber?: string | null | undefined;
  /** The project's id. */
  projectId: string | number;
};

/** How a user came here. */
export type CreationSource =
  /** Added through this API by the owner's side. */
  | 'INVITED'
  /** Came in through an assistant. */
  | 'SELF_REGISTERED';

/** Names the environment to delete. */
export type DeleteEnvironmentInput = {
  /** The environment's id. */
  id: string | number;
};

/** Names the user to delete. */
export type DeleteUserInput = {
  /** The user's id. */
  id: string | number;
};

/** What an environment is for. */
export type EnvironmentType =
  /** For those who build the assistant. */
  | 'DEVELOPMENT'
  /** The live assistant. */
  | 'PRODUCTION'
  /** For collaborative testing. */
  | 'STAGING';

/** An id on a channel, and the user whose it is. */
export type LinkChannelIdentityInput = {
  /** The channel. */
  channel: Channel;
  /** WhatsApp business-scoped id, Telegram numeric id, or Slack TEAM:USER. Required. */
  externalId?: string | null | undefined;
  /** The user's id. */
  userId: string | number;
};

/** On what grounds an id on a channel was linked to a user. */
export type LinkOrigin =
  /** Slack confirmed the user's e-mail address for the id. It goes when the address is changed or cleared. */
  | 'EMAIL'
  /** The person redeemed an invitation with it. */
  | 'INVITATION'
  /** The owner's side said so. */
  | 'OWNER'
  /** A message came with the id and the user's phone number. It goes when the number is changed. */
  | 'PHONE_NUMBER'
  /** The person registered with it. */
  | 'REGISTRATION';

/** Two users who are one person. */
export type MergeUsersInput = {
  /** The version of the kept user that the caller read; when it is no longer current nothing is written. */
  expectedVersion?: number | null | undefined;
  /** The id of the user to keep. */
  id: string | number;
  /** The id of the user who is merged into the other, and deleted. */
  mergedId: string | number;
};

/** Which way to order. */
export type OrderDirection =
  /** Smallest, oldest or A first. */
  | 'ASC'
  /** Largest, newest or Z first. */
  | 'DESC';

/** Names the member to remove. */
export type RemoveProjectMemberInput = {
  /** The member's id. */
  id: string | number;
};

/** What a replacement did. */
export type ReplaceSenderOutcome =
  /** The user had them already: nothing changed. */
  | 'ALREADY_REPLACED'
  /** The user has the new number or id now. */
  | 'REPLACED'
  /** Nobody here was this sender: nothing changed. */
  | 'UNKNOWN_SENDER';

/** Names the key to revoke. */
export type RevokeAccessKeyInput = {
  /** The key's id. */
  id: string | number;
};

/** What a caller may do. */
export type Role =
  /** Everything a MEMBER may, and environments, access keys and the project itself. */
  | 'ADMINISTRATOR'
  /** A messaging gateway: checks access and registers newcomers, and reads nothing else. */
  | 'GATEWAY'
  /** Reads, and adds, edits and deletes users. */
  | 'MEMBER'
  /** Reads. */
  | 'VIEWER';

/** Whether newcomers may register themselves. */
export type SelfRegistrationMode =
  /** An unknown sender is refused. */
  | 'CLOSED'
  /** An unknown sender becomes a user. */
  | 'OPEN';

/** What a self-registration did. */
export type SelfRegistrationOutcome =
  /** Known, and already in this environment: nothing changed. */
  | 'ALREADY_REGISTERED'
  /** A new user. */
  | 'CREATED'
  /** Known, and now in this environment too. */
  | 'ENVIRONMENT_ADDED'
  /** Known by phone number, or by Slack's e-mail address: the id is linked now. Whether they may talk, `decision` says. */
  | 'LINKED_TO_EXISTING';

/** Names the identity to take from its user. */
export type UnlinkChannelIdentityInput = {
  /** The identity's id. */
  id: string | number;
};

/** An environment's new settings; what is omitted stays. */
export type UpdateEnvironmentInput = {
  /** The environment's id. */
  id: string | number;
  /** Its new name. */
  name?: string | null | undefined;
  /** Whether newcomers may register themselves. */
  selfRegistration?: SelfRegistrationMode | null | undefined;
  /** What it is for. */
  type?: EnvironmentType | null | undefined;
};

/** A project's new settings. */
export type UpdateProjectInput = {
  /** The project's id. */
  id: string | number;
  /** Its new name; omitted means untouched. */
  name?: string | null | undefined;
};

/** A member's new fields; what is omitted stays. */
export type UpdateProjectMemberInput = {
  /** The member's id. */
  id: string | number;
  /** What to call the person. */
  name?: string | null | undefined;
  /** What the person may do: ADMINISTRATOR, MEMBER or VIEWER. */
  role?: Role | null | undefined;
};

/** A user's new fields; what is omitted stays. */
export type UpdateUserInput = {
  /** E-mail address; null or blank clears it. */
  email?: string | null | undefined;
  /** The whole new set of environments: at least one. */
  environmentIds?: Array<string | number> | null | undefined;
  /** The version the caller read; when it is no longer current nothing is written. Omitted: the last write wins. */
  expectedVersion?: number | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** The user's id. */
  id: string | number;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Middle name; null or blank clears it. */
  middleName?: string | null | undefined;
  /** In international format, such as +1 555-123-4567. */
  phoneNumber?: string | null | undefined;
};

/** Why a change was refused. */
export type UserErrorCode =
  /** Not an e-mail address. */
  | 'EMAIL_INVALID'
  /** Another user of the project has this e-mail address. */
  | 'EMAIL_TAKEN'
  /** Only GATEWAY keys of one project can be bound to environments. */
  | 'ENVIRONMENTS_NOT_ALLOWED'
  /** No such environment in this project. */
  | 'ENVIRONMENT_NOT_FOUND'
  /** A new user needs an environment. */
  | 'ENVIRONMENT_REQUIRED'
  /** The expiry lies in the past. */
  | 'EXPIRY_IN_PAST'
  /** No first name was given. */
  | 'FIRST_NAME_REQUIRED'
  /** Phone number, channel identity or e-mail address belong to two different users. */
  | 'IDENTITY_CONFLICT'
  /** Another user of the project has this id on the channel. */
  | 'IDENTITY_TAKEN'
  /** A user must keep an environment. */
  | 'LAST_ENVIRONMENT'
  /** Nothing else could recognise the user: no phone number and no other channel identity. */
  | 'LAST_IDENTITY'
  /** No last name was given. */
  | 'LAST_NAME_REQUIRED'
  /** A name is missing. */
  | 'NAME_REQUIRED'
  /** Another environment of the project has this name. */
  | 'NAME_TAKEN'
  /** Nothing of this id is there for the caller. */
  | 'NOT_FOUND'
  /** Not a phone number in international format with at least 10 digits. */
  | 'PHONE_NUMBER_INVALID'
  /** No phone number was given. */
  | 'PHONE_NUMBER_REQUIRED'
  /** Another user of the project has this phone number. */
  | 'PHONE_NUMBER_TAKEN'
  /** GATEWAY is for access keys alone. */
  | 'ROLE_NOT_ALLOWED'
  /** The access key's role is missing. */
  | 'ROLE_REQUIRED'
  /** Newcomers may not register themselves in this environment. */
  | 'SELF_REGISTRATION_CLOSED'
  /** The sender is neither a phone number nor an id of its channel. */
  | 'SENDER_INVALID'
  /** This cannot be a subject of OpenID Connect. */
  | 'SUBJECT_INVALID'
  /** The member's subject is missing. */
  | 'SUBJECT_REQUIRED'
  /** The person is a member of the project already. */
  | 'SUBJECT_TAKEN'
  /** A text is longer than its field takes. */
  | 'TOO_LONG'
  /** The project, or the user, has as many of these as it can have. */
  | 'TOO_MANY'
  /** The environment's type is missing. */
  | 'TYPE_REQUIRED'
  /** The user was changed since the caller read it. */
  | 'VERSION_CONFLICT';

/** Which users; several conditions must all hold. */
export type UserFilter = {
  /** Who came in this way. */
  creationSource?: CreationSource | null | undefined;
  /** In at least one of these environments. */
  environmentIds?: Array<string | number> | null | undefined;
  /** With, or without, an e-mail address. */
  hasEmail?: boolean | null | undefined;
  /** With, or without, a phone number. */
  hasPhoneNumber?: boolean | null | undefined;
};

/** In which order. */
export type UserOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** By what. */
  field: UserOrderField;
};

/** What users are ordered by. */
export type UserOrderField =
  /** When they were first added. */
  | 'CREATED_AT'
  /** The full name, without regard to case and accents. People without a name come last, whichever way. */
  | 'FULL_NAME';

/** A field that is searched. */
export type UserSearchField =
  /** An id on a channel, from its start; Slack's from the start of the user's part too. Of several that are found, the first. */
  | 'CHANNEL_IDENTITY'
  /** E-mail address. */
  | 'EMAIL'
  /** First, middle and last name. */
  | 'FULL_NAME'
  /** Phone number, by its digits, or as a whole in any writing. */
  | 'PHONE_NUMBER';

export type AccessKeysQueryVariables = Exact<{
  projectId: string | number;
}>;


export type AccessKeysQuery = { project: { id: string, accessKeys: Array<{ id: string, name: string, role: Role, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, isOwn: boolean, environments: Array<{ id: string, name: string, type: EnvironmentType }> }> } | null };

export type CreateAccessKeyMutationVariables = Exact<{
  input: CreateAccessKeyInput;
}>;


export type CreateAccessKeyMutation = { answer: { saved: string | null, userErrors: Array<{ field: Array<string> | null, message: string }> } };

export type RevokeAccessKeyMutationVariables = Exact<{
  input: RevokeAccessKeyInput;
}>;


export type RevokeAccessKeyMutation = { revokeAccessKey: { accessKey: { id: string } | null, userErrors: Array<{ message: string }> } };

export type EnvironmentsQueryVariables = Exact<{
  projectId: string | number;
}>;


export type EnvironmentsQuery = { project: { id: string, environments: Array<{ id: string, name: string, type: EnvironmentType, selfRegistration: SelfRegistrationMode, userCount: number }> } | null };

export type EnvironmentChoicesQueryVariables = Exact<{
  projectId: string | number;
}>;


export type EnvironmentChoicesQuery = { project: { id: string, environments: Array<{ id: string, name: string, type: EnvironmentType }> } | null };

export type CreateEnvironmentMutationVariables = Exact<{
  input: CreateEnvironmentInput;
}>;


export type CreateEnvironmentMutation = { answer: { saved: { id: string, name: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } };

export type UpdateEnvironmentMutationVariables = Exact<{
  input: UpdateEnvironmentInput;
}>;


export type UpdateEnvironmentMutation = { answer: { saved: { id: string, name: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } };

export type DeleteEnvironmentMutationVariables = Exact<{
  input: DeleteEnvironmentInput;
}>;


export type DeleteEnvironmentMutation = { deleteEnvironment: { deletedEnvironmentId: string | null, userErrors: Array<{ message: string }> } };

export type MyProjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProjectsQuery = { viewer: { name: string, role: Role, projects: Array<{ id: string, name: string, environments: Array<{ id: string, name: string, type: EnvironmentType, selfRegistration: SelfRegistrationMode, userCount: number }> }> } };

export type AddUserMutationVariables = Exact<{
  projectId: string | number;
  environmentId: string | number;
}>;


export type AddUserMutation = { createUser: { user: { id: string, fullName: string, phoneNumber: string | null, creationSource: CreationSource, environments: Array<{ name: string }> } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode, conflictingUser: { id: string, fullName: string } | null }> } };

export type SearchUsersQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchUsersQuery = { project: { users: { totalCount: number, edges: Array<{ node: { id: string, fullName: string, email: string | null, phoneNumber: string | null, environments: Array<{ name: string }> }, matches: Array<{ field: UserSearchField, segments: Array<{ text: string, matched: boolean }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type AddGatewayKeyMutationVariables = Exact<{
  projectId: string | number;
}>;


export type AddGatewayKeyMutation = { createAccessKey: { secret: string | null, accessKey: { id: string, name: string, role: Role } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type MayTheyTalkQueryVariables = Exact<{
  environmentId: string | number;
}>;


export type MayTheyTalkQuery = { checkAccess: { allowed: boolean, reason: AccessReason, matchedBy: AccessMatch | null, shouldRegister: boolean, user: { id: string, fullName: string } | null } };

export type RegisterMutationVariables = Exact<{
  environmentId: string | number;
}>;


export type RegisterMutation = { selfRegisterUser: { outcome: SelfRegistrationOutcome | null, decision: { allowed: boolean, reason: AccessReason } | null, user: { id: string, fullName: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type MayTheyAllTalkQueryVariables = Exact<{
  environmentId: string | number;
}>;


export type MayTheyAllTalkQuery = { checkAccessBatch: Array<{ allowed: boolean, reason: AccessReason }> };

export type NumberChangedMutationVariables = Exact<{
  environmentId: string | number;
}>;


export type NumberChangedMutation = { replaceSender: { outcome: ReplaceSenderOutcome | null, user: { id: string, phoneNumber: string | null } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type MembersQueryVariables = Exact<{
  projectId: string | number;
}>;


export type MembersQuery = { project: { id: string, members: Array<{ id: string, subject: string, name: string, role: Role, createdAt: string }> } | null };

export type AddMemberMutationVariables = Exact<{
  input: AddProjectMemberInput;
}>;


export type AddMemberMutation = { answer: { saved: { name: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateProjectMemberInput;
}>;


export type UpdateMemberMutation = { answer: { saved: { name: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveProjectMemberInput;
}>;


export type RemoveMemberMutation = { removeProjectMember: { removedProjectMemberId: string | null, userErrors: Array<{ message: string }> } };

export type FormErrorFragment = { field: Array<string> | null, message: string };

export type UpdateProjectMutationVariables = Exact<{
  input: UpdateProjectInput;
}>;


export type UpdateProjectMutation = { answer: { saved: { id: string, name: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } };

export type LinkAccountMutationVariables = Exact<{
  input: LinkChannelIdentityInput;
}>;


export type LinkAccountMutation = { answer: { saved: { id: string, channel: Channel, externalId: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type UnlinkAccountMutationVariables = Exact<{
  input: UnlinkChannelIdentityInput;
}>;


export type UnlinkAccountMutation = { unlinkChannelIdentity: { user: { id: string, version: number, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, email: string | null, phoneNumber: string | null, createdAt: string, updatedAt: string, environments: Array<{ id: string, name: string, type: EnvironmentType }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedAt: string, linkedBy: LinkOrigin }> } | null, userErrors: Array<{ message: string }> } };

export type UserToEditFragment = { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> };

export type UserToEditQueryVariables = Exact<{
  id: string | number;
}>;


export type UserToEditQuery = { user: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null };

export type UserDetailsFragment = { id: string, version: number, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, email: string | null, phoneNumber: string | null, createdAt: string, updatedAt: string, environments: Array<{ id: string, name: string, type: EnvironmentType }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedAt: string, linkedBy: LinkOrigin }> };

export type UserDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type UserDetailsQuery = { user: { id: string, version: number, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, email: string | null, phoneNumber: string | null, createdAt: string, updatedAt: string, project: { id: string }, environments: Array<{ id: string, name: string, type: EnvironmentType }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedAt: string, linkedBy: LinkOrigin }> } | null };

export type UserHistoryQueryVariables = Exact<{
  projectId: string | number;
  userId: string | number;
  after?: string | null | undefined;
}>;


export type UserHistoryQuery = { project: { id: string, auditEvents: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, action: AuditAction, actorName: string, changedFields: Array<string>, createdAt: string }> } } | null };

export type UserFormErrorFragment = { code: UserErrorCode, field: Array<string> | null, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { answer: { saved: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { answer: { saved: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { deleteUser: { deletedUserId: string | null, userErrors: Array<{ message: string }> } };

export type MergeUsersMutationVariables = Exact<{
  input: MergeUsersInput;
}>;


export type MergeUsersMutation = { mergeUsers: { user: { id: string, fullName: string } | null, userErrors: Array<{ message: string }> } };

export type UsersQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  orderBy?: UserOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type UsersQuery = { project: { id: string, users: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ node: { id: string, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, email: string | null, phoneNumber: string | null, createdAt: string, channelIdentities: Array<{ id: string, channel: Channel, externalId: string }>, environments: Array<{ id: string, name: string, type: EnvironmentType }> }, matches: Array<{ field: UserSearchField, segments: Array<{ text: string, matched: boolean }> }> }> } } | null };

export type UserCountQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  filter?: UserFilter | null | undefined;
}>;


export type UserCountQuery = { project: { id: string, users: { totalCount: number } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role, projects: Array<{ id: string, name: string, viewerRole: Role }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const UserDetailsFragmentDoc = new TypedDocumentString(`
    fragment UserDetails on User {
  id
  version
  fullName
  firstName
  middleName
  lastName
  initials
  creationSource
  email
  phoneNumber(format: INTERNATIONAL)
  createdAt
  updatedAt
  environments {
    id
    name
    type
  }
  channelIdentities {
    id
    channel
    externalId
    linkedAt
    linkedBy
  }
}
    `, {"fragmentName":"UserDetails"}) as unknown as TypedDocumentString<UserDetailsFragment, unknown>;
export const FormErrorFragmentDoc = new TypedDocumentString(`
    fragment FormError on UserError {
  field
  message
}
    `, {"fragmentName":"FormError"}) as unknown as TypedDocumentString<FormErrorFragment, unknown>;
export const UserToEditFragmentDoc = new TypedDocumentString(`
    fragment UserToEdit on User {
  id
  version
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
  firstName
  middleName
  lastName
  environments {
    id
    name
  }
  channelIdentities {
    id
    channel
    externalId
    linkedBy
  }
}
    `, {"fragmentName":"UserToEdit"}) as unknown as TypedDocumentString<UserToEditFragment, unknown>;
export const UserFormErrorFragmentDoc = new TypedDocumentString(`
    fragment UserFormError on UserError {
  ...FormError
  code
  conflictingUser {
    ...UserToEdit
  }
}
    fragment FormError on UserError {
  field
  message
}
fragment UserToEdit on User {
  id
  version
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
  firstName
  middleName
  lastName
  environments {
    id
    name
  }
  channelIdentities {
    id
    channel
    externalId
    linkedBy
  }
}`, {"fragmentName":"UserFormError"}) as unknown as TypedDocumentString<UserFormErrorFragment, unknown>;
export const AccessKeysDocument = new TypedDocumentString(`
    query AccessKeys($projectId: ID!) {
  project(id: $projectId) {
    id
    accessKeys {
      id
      name
      role
      environments {
        id
        name
        type
      }
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      isOwn
    }
  }
}
    `) as unknown as TypedDocumentString<AccessKeysQuery, AccessKeysQueryVariables>;
export const CreateAccessKeyDocument = new TypedDocumentString(`
    mutation CreateAccessKey($input: CreateAccessKeyInput!) {
  answer: createAccessKey(input: $input) {
    saved: secret
    userErrors {
      ...FormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}`) as unknown as TypedDocumentString<CreateAccessKeyMutation, CreateAccessKeyMutationVariables>;
export const RevokeAccessKeyDocument = new TypedDocumentString(`
    mutation RevokeAccessKey($input: RevokeAccessKeyInput!) {
  revokeAccessKey(input: $input) {
    accessKey {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeAccessKeyMutation, RevokeAccessKeyMutationVariables>;
export const EnvironmentsDocument = new TypedDocumentString(`
    query Environments($projectId: ID!) {
  project(id: $projectId) {
    id
    environments {
      id
      name
      type
      selfRegistration
      userCount
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentsQuery, EnvironmentsQueryVariables>;
export const EnvironmentChoicesDocument = new TypedDocumentString(`
    query EnvironmentChoices($projectId: ID!) {
  project(id: $projectId) {
    id
    environments {
      id
      name
      type
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentChoicesQuery, EnvironmentChoicesQueryVariables>;
export const CreateEnvironmentDocument = new TypedDocumentString(`
    mutation CreateEnvironment($input: CreateEnvironmentInput!) {
  answer: createEnvironment(input: $input) {
    saved: environment {
      id
      name
    }
    userErrors {
      ...FormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}`) as unknown as TypedDocumentString<CreateEnvironmentMutation, CreateEnvironmentMutationVariables>;
export const UpdateEnvironmentDocument = new TypedDocumentString(`
    mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {
  answer: updateEnvironment(input: $input) {
    saved: environment {
      id
      name
    }
    userErrors {
      ...FormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}`) as unknown as TypedDocumentString<UpdateEnvironmentMutation, UpdateEnvironmentMutationVariables>;
export const DeleteEnvironmentDocument = new TypedDocumentString(`
    mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {
  deleteEnvironment(input: $input) {
    deletedEnvironmentId
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteEnvironmentMutation, DeleteEnvironmentMutationVariables>;
export const MyProjectsDocument = new TypedDocumentString(`
    query MyProjects {
  viewer {
    name
    role
    projects {
      id
      name
      environments {
        id
        name
        type
        selfRegistration
        userCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyProjectsQuery, MyProjectsQueryVariables>;
export const AddUserDocument = new TypedDocumentString(`
    mutation AddUser($projectId: ID!, $environmentId: ID!) {
  createUser(
    input: {projectId: $projectId, phoneNumber: "+1 555-123-4567", email: "ana@example.com", firstName: "Ana", lastName: "Lima", environmentIds: [$environmentId]}
  ) {
    user {
      id
      fullName
      phoneNumber(format: INTERNATIONAL)
      creationSource
      environments {
        name
      }
    }
    userErrors {
      field
      message
      code
      conflictingUser {
        id
        fullName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AddUserMutation, AddUserMutationVariables>;
export const SearchUsersDocument = new TypedDocumentString(`
    query SearchUsers($projectId: ID!, $search: String = "ana 555", $after: String) {
  project(id: $projectId) {
    users(first: 20, after: $after, search: $search) {
      totalCount(upTo: 1001)
      edges {
        node {
          id
          fullName
          email
          phoneNumber(format: INTERNATIONAL)
          environments {
            name
          }
        }
        matches {
          field
          segments {
            text
            matched
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchUsersQuery, SearchUsersQueryVariables>;
export const AddGatewayKeyDocument = new TypedDocumentString(`
    mutation AddGatewayKey($projectId: ID!) {
  createAccessKey(
    input: {projectId: $projectId, name: "WhatsApp gateway", role: GATEWAY}
  ) {
    accessKey {
      id
      name
      role
    }
    secret
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AddGatewayKeyMutation, AddGatewayKeyMutationVariables>;
export const MayTheyTalkDocument = new TypedDocumentString(`
    query MayTheyTalk($environmentId: ID!) {
  checkAccess(
    environmentId: $environmentId
    sender: {channel: WHATSAPP, phoneNumber: "15551234567", externalId: "US.13491208655302741918"}
  ) {
    allowed
    reason
    matchedBy
    shouldRegister
    user {
      id
      fullName
    }
  }
}
    `) as unknown as TypedDocumentString<MayTheyTalkQuery, MayTheyTalkQueryVariables>;
export const RegisterDocument = new TypedDocumentString(`
    mutation Register($environmentId: ID!) {
  selfRegisterUser(
    input: {environmentId: $environmentId, sender: {channel: WHATSAPP, phoneNumber: "15551234567", externalId: "US.13491208655302741918"}, firstName: "Ana"}
  ) {
    outcome
    decision {
      allowed
      reason
    }
    user {
      id
      fullName
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const MayTheyAllTalkDocument = new TypedDocumentString(`
    query MayTheyAllTalk($environmentId: ID!) {
  checkAccessBatch(
    environmentId: $environmentId
    senders: [{channel: WHATSAPP, phoneNumber: "15551234567"}, {channel: TELEGRAM, externalId: "123456789"}, {channel: SLACK, externalId: "T0123ABCD:U0456EFGH"}]
  ) {
    allowed
    reason
  }
}
    `) as unknown as TypedDocumentString<MayTheyAllTalkQuery, MayTheyAllTalkQueryVariables>;
export const NumberChangedDocument = new TypedDocumentString(`
    mutation NumberChanged($environmentId: ID!) {
  replaceSender(
    input: {environmentId: $environmentId, previous: {channel: WHATSAPP, phoneNumber: "15551234567"}, current: {channel: WHATSAPP, phoneNumber: "15557654321"}}
  ) {
    outcome
    user {
      id
      phoneNumber
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<NumberChangedMutation, NumberChangedMutationVariables>;
export const MembersDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const AddMemberDocument = new TypedDocumentString(`
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
    fragment FormError on UserError {
  field
  message
}`) as unknown as TypedDocumentString<AddMemberMutation, AddMemberMutationVariables>;
export const UpdateMemberDocument = new TypedDocumentString(`
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
    fragment FormError on UserError {
  field
  message
}`) as unknown as TypedDocumentString<UpdateMemberMutation, UpdateMemberMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveProjectMemberInput!) {
  removeProjectMember(input: $input) {
    removedProjectMemberId
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const UpdateProjectDocument = new TypedDocumentString(`
    mutation UpdateProject($input: UpdateProjectInput!) {
  answer: updateProject(input: $input) {
    saved: project {
      id
      name
    }
    userErrors {
      ...FormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}`) as unknown as TypedDocumentString<UpdateProjectMutation, UpdateProjectMutationVariables>;
export const LinkAccountDocument = new TypedDocumentString(`
    mutation LinkAccount($input: LinkChannelIdentityInput!) {
  answer: linkChannelIdentity(input: $input) {
    saved: channelIdentity {
      id
      channel
      externalId
    }
    userErrors {
      ...UserFormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}
fragment UserToEdit on User {
  id
  version
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
  firstName
  middleName
  lastName
  environments {
    id
    name
  }
  channelIdentities {
    id
    channel
    externalId
    linkedBy
  }
}
fragment UserFormError on UserError {
  ...FormError
  code
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<LinkAccountMutation, LinkAccountMutationVariables>;
export const UnlinkAccountDocument = new TypedDocumentString(`
    mutation UnlinkAccount($input: UnlinkChannelIdentityInput!) {
  unlinkChannelIdentity(input: $input) {
    user {
      ...UserDetails
    }
    userErrors {
      message
    }
  }
}
    fragment UserDetails on User {
  id
  version
  fullName
  firstName
  middleName
  lastName
  initials
  creationSource
  email
  phoneNumber(format: INTERNATIONAL)
  createdAt
  updatedAt
  environments {
    id
    name
    type
  }
  channelIdentities {
    id
    channel
    externalId
    linkedAt
    linkedBy
  }
}`) as unknown as TypedDocumentString<UnlinkAccountMutation, UnlinkAccountMutationVariables>;
export const UserToEditDocument = new TypedDocumentString(`
    query UserToEdit($id: ID!) {
  user(id: $id) {
    ...UserToEdit
  }
}
    fragment UserToEdit on User {
  id
  version
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
  firstName
  middleName
  lastName
  environments {
    id
    name
  }
  channelIdentities {
    id
    channel
    externalId
    linkedBy
  }
}`) as unknown as TypedDocumentString<UserToEditQuery, UserToEditQueryVariables>;
export const UserDetailsDocument = new TypedDocumentString(`
    query UserDetails($id: ID!) {
  user(id: $id) {
    project {
      id
    }
    ...UserDetails
  }
}
    fragment UserDetails on User {
  id
  version
  fullName
  firstName
  middleName
  lastName
  initials
  creationSource
  email
  phoneNumber(format: INTERNATIONAL)
  createdAt
  updatedAt
  environments {
    id
    name
    type
  }
  channelIdentities {
    id
    channel
    externalId
    linkedAt
    linkedBy
  }
}`) as unknown as TypedDocumentString<UserDetailsQuery, UserDetailsQueryVariables>;
export const UserHistoryDocument = new TypedDocumentString(`
    query UserHistory($projectId: ID!, $userId: ID!, $after: String) {
  project(id: $projectId) {
    id
    auditEvents(userId: $userId, first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        action
        actorName
        changedFields
        createdAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UserHistoryQuery, UserHistoryQueryVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!) {
  answer: createUser(input: $input) {
    saved: user {
      ...UserToEdit
    }
    userErrors {
      ...UserFormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}
fragment UserToEdit on User {
  id
  version
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
  firstName
  middleName
  lastName
  environments {
    id
    name
  }
  channelIdentities {
    id
    channel
    externalId
    linkedBy
  }
}
fragment UserFormError on UserError {
  ...FormError
  code
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($input: UpdateUserInput!) {
  answer: updateUser(input: $input) {
    saved: user {
      ...UserToEdit
    }
    userErrors {
      ...UserFormError
    }
  }
}
    fragment FormError on UserError {
  field
  message
}
fragment UserToEdit on User {
  id
  version
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
  firstName
  middleName
  lastName
  environments {
    id
    name
  }
  channelIdentities {
    id
    channel
    externalId
    linkedBy
  }
}
fragment UserFormError on UserError {
  ...FormError
  code
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const DeleteUserDocument = new TypedDocumentString(`
    mutation DeleteUser($input: DeleteUserInput!) {
  deleteUser(input: $input) {
    deletedUserId
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteUserMutation, DeleteUserMutationVariables>;
export const MergeUsersDocument = new TypedDocumentString(`
    mutation MergeUsers($input: MergeUsersInput!) {
  mergeUsers(input: $input) {
    user {
      id
      fullName
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergeUsersMutation, MergeUsersMutationVariables>;
export const UsersDocument = new TypedDocumentString(`
    query Users($projectId: ID!, $search: String, $filter: UserFilter, $orderBy: UserOrder, $first: Int, $after: String, $last: Int, $before: String) {
  project(id: $projectId) {
    id
    users(
      search: $search
      filter: $filter
      orderBy: $orderBy
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount(upTo: 1001)
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          fullName
          firstName
          middleName
          lastName
          initials
          creationSource
          email
          phoneNumber(format: INTERNATIONAL)
          channelIdentities {
            id
            channel
            externalId
          }
          environments {
            id
            name
            type
          }
          createdAt
        }
        matches {
          field
          segments(phoneNumberFormat: INTERNATIONAL) {
            text
            matched
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UsersQuery, UsersQueryVariables>;
export const UserCountDocument = new TypedDocumentString(`
    query UserCount($projectId: ID!, $search: String, $filter: UserFilter) {
  project(id: $projectId) {
    id
    users(search: $search, filter: $filter, first: 1) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<UserCountQuery, UserCountQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;