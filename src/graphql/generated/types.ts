import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccessDecisionSource, AccessKeySource, AuditEventSource, AuditEventEdgeSource, AuditEventConnectionSource, ChannelIdentitySource, EnvironmentSource, PageInfoSource, ProjectSource, ProjectMemberSource, SearchMatchSource, SelfRegisterUserPayloadSource, UpdateUserPayloadSource, UserSource, UserEdgeSource, UserConnectionSource, UserErrorSource, ViewerSource } from '../mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in time, RFC 3339 in UTC, to the millisecond. */
  DateTime: { input: Date; output: Date; }
};

/** The answer for one sender. */
export type AccessDecision = {
  __typename?: 'AccessDecision';
  /** Whether the sender may talk. */
  allowed: Scalars['Boolean']['output'];
  /** By what we recognised the user; null for nobody. */
  matchedBy?: Maybe<AccessMatch>;
  /** Why. */
  reason: AccessReason;
  /** Whether newcomers may register themselves here. */
  selfRegistration: SelfRegistrationMode;
  /**
   * Whether selfRegisterUser with the same sender would change something: register a newcomer, let a known person in here, or link the
   * id that they write with, by which they are recognised once the phone number is hidden. Then call it, and obey its decision.
   */
  shouldRegister: Scalars['Boolean']['output'];
  /** Whom we recognised, even when the answer is no. */
  user?: Maybe<User>;
};

/** A credential, sent as `Authorization: Bearer <secret>`. */
export type AccessKey = {
  __typename?: 'AccessKey';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The environments a GATEWAY key is bound to; empty means all. */
  environments: Array<Environment>;
  /** When it stops working by itself. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** Whether this very request was made with it: whoever revokes it locks themselves out. */
  isOwn: Scalars['Boolean']['output'];
  /** When it was last used, to the minute. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  name: Scalars['String']['output'];
  /** The project it is bound to; null for a key of the whole workspace. */
  project?: Maybe<Project>;
  /** When it was revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its holder may do. */
  role: Role;
};

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
  name?: InputMaybe<Scalars['String']['input']>;
  /** The project's id. */
  projectId: Scalars['ID']['input'];
  /** What the person may do: ADMINISTRATOR, MEMBER or VIEWER. Required. */
  role?: InputMaybe<Role>;
  /** The `sub` claim of the person's access tokens, to the letter: at most 255 ASCII characters. Required. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** The result of addProjectMember. */
export type AddProjectMemberPayload = {
  __typename?: 'AddProjectMemberPayload';
  /** The new member. */
  projectMember?: Maybe<ProjectMember>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
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

/** A fact, written in the same transaction as the change. Holds no personal data. */
export type AuditEvent = {
  __typename?: 'AuditEvent';
  /** What was done. */
  action: AuditAction;
  /** Id of the access key, or of the project's member, that did it; null for the operator at the machine. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** Name of the access key, or of the person, that did it. */
  actorName: Scalars['String']['output'];
  /** Names of the fields that changed. */
  changedFields: Array<Scalars['String']['output']>;
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** Id of what else it concerns: the identity that was linked or unlinked, the user who was merged. */
  relatedId?: Maybe<Scalars['ID']['output']>;
  /** Id of what it was done to: the user's, environment's, access key's, member's or project's. */
  subjectId: Scalars['ID']['output'];
  /** The user it was done to, unless deleted since. */
  user?: Maybe<User>;
};

/** A page of audit events. */
export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  /** The events with their cursors. */
  edges: Array<AuditEventEdge>;
  /** The events alone. */
  nodes: Array<AuditEvent>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** An audit event on a page. */
export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  /** Where this event stands. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: AuditEvent;
};

/** A messaging app. */
export type Channel =
  /** Slack. */
  | 'SLACK'
  /** Telegram. */
  | 'TELEGRAM'
  /** WhatsApp. */
  | 'WHATSAPP';

/** An id by which a channel names a person. A channel never gives it to anybody else. */
export type ChannelIdentity = Node & {
  __typename?: 'ChannelIdentity';
  /** The channel. */
  channel: Channel;
  /** WhatsApp business-scoped id (or that of a WhatsApp Web library), Telegram numeric id, or Slack TEAM:USER. */
  externalId: Scalars['String']['output'];
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** When it was linked to this user. */
  linkedAt: Scalars['DateTime']['output'];
  /** On what grounds it was linked to this user. */
  linkedBy: LinkOrigin;
};

/** An id on a channel, for a new user. */
export type ChannelIdentityInput = {
  /** The channel. */
  channel: Channel;
  /** WhatsApp business-scoped id, Telegram numeric id, or Slack TEAM:USER. Required. */
  externalId?: InputMaybe<Scalars['String']['input']>;
};

/** A new access key. */
export type CreateAccessKeyInput = {
  /** Bind a GATEWAY key to these environments of the project; omitted or empty means all. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When it stops working by itself; omitted means never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, at most 100 characters. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Bind it to this project; omitted, it is of the whole workspace. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** What its holder may do. Required. */
  role?: InputMaybe<Role>;
};

/** The result of createAccessKey. */
export type CreateAccessKeyPayload = {
  __typename?: 'CreateAccessKeyPayload';
  /** The new key. */
  accessKey?: Maybe<AccessKey>;
  /** The secret: shown this once, kept nowhere. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A new environment. */
export type CreateEnvironmentInput = {
  /** Its name, at most 100 characters. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The project's id. */
  projectId: Scalars['ID']['input'];
  /** Whether newcomers may register themselves; CLOSED unless given. */
  selfRegistration?: InputMaybe<SelfRegistrationMode>;
  /** What it is for. Required. */
  type?: InputMaybe<EnvironmentType>;
};

/** The result of createEnvironment. */
export type CreateEnvironmentPayload = {
  __typename?: 'CreateEnvironmentPayload';
  /** The new environment. */
  environment?: Maybe<Environment>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A new project. */
export type CreateProjectInput = {
  /** Its name, at most 100 characters. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** The result of createProject. */
export type CreateProjectPayload = {
  __typename?: 'CreateProjectPayload';
  /** The new project. */
  project?: Maybe<Project>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A new user. What the form requires is answered in `userErrors` when it is missing. */
export type CreateUserInput = {
  /** Ids on channels that are known to be this person's; at most 20. */
  channelIdentities?: InputMaybe<Array<ChannelIdentityInput>>;
  /** E-mail address; blank means none. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Where the user may talk to the assistant: at least one. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** First name. Required. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Makes it safe to repeat the request when its answer was lost: a random value of 8 to 200 characters, such as a UUID,
   * new for each user to create. For 24 hours the same key of the same caller answers the user it created, as that user
   * is now, and creates nothing. With another input it is BAD_USER_INPUT; once the user was deleted, NOT_FOUND. A refusal
   * is not remembered: mend the input and send it again under the same key.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Last name. Required. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Middle name. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** In international format, such as +1 555-123-4567. Required. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** The result of createUser. */
export type CreateUserPayload = {
  __typename?: 'CreateUserPayload';
  /** The new user. */
  user?: Maybe<User>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
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
  id: Scalars['ID']['input'];
};

/** The result of deleteEnvironment. */
export type DeleteEnvironmentPayload = {
  __typename?: 'DeleteEnvironmentPayload';
  /** The id of the environment that is gone. */
  deletedEnvironmentId?: Maybe<Scalars['ID']['output']>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** Names the project to delete. */
export type DeleteProjectInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** The result of deleteProject. */
export type DeleteProjectPayload = {
  __typename?: 'DeleteProjectPayload';
  /** The id of the project that is gone. */
  deletedProjectId?: Maybe<Scalars['ID']['output']>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** Names the user to delete. */
export type DeleteUserInput = {
  /** The user's id. */
  id: Scalars['ID']['input'];
};

/** The result of deleteUser. */
export type DeleteUserPayload = {
  __typename?: 'DeleteUserPayload';
  /** The id of the user who is gone. */
  deletedUserId?: Maybe<Scalars['ID']['output']>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A place the assistant runs. Users are let in by environment. */
export type Environment = {
  __typename?: 'Environment';
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** Its name, unique in the project. */
  name: Scalars['String']['output'];
  /** Whether newcomers may register themselves here. */
  selfRegistration: SelfRegistrationMode;
  /** What it is for. */
  type: EnvironmentType;
  /** How many users may talk to the assistant here. */
  userCount: Scalars['Int']['output'];
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
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The user's id. */
  userId: Scalars['ID']['input'];
};

/** The result of linkChannelIdentity. */
export type LinkChannelIdentityPayload = {
  __typename?: 'LinkChannelIdentityPayload';
  /** The identity as it is linked now. */
  channelIdentity?: Maybe<ChannelIdentity>;
  /** The user whose it is. */
  user?: Maybe<User>;
  /** Why nothing was linked: what the person who asked can mend. */
  userErrors: Array<UserError>;
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
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The id of the user to keep. */
  id: Scalars['ID']['input'];
  /** The id of the user who is merged into the other, and deleted. */
  mergedId: Scalars['ID']['input'];
};

/** The result of mergeUsers. */
export type MergeUsersPayload = {
  __typename?: 'MergeUsersPayload';
  /** The id of the user who is gone. */
  deletedUserId?: Maybe<Scalars['ID']['output']>;
  /** The kept user as it is now. */
  user?: Maybe<User>;
  /** Why nothing was merged: what the person who asked can mend. */
  userErrors: Array<UserError>;
};

/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Lets a person of the company's identity provider into a project. ADMINISTRATOR. */
  addProjectMember: AddProjectMemberPayload;
  /** Creates an access key; the secret is shown this once. ADMINISTRATOR; for a workspace key, of the workspace. */
  createAccessKey: CreateAccessKeyPayload;
  /** Adds an environment. ADMINISTRATOR. */
  createEnvironment: CreateEnvironmentPayload;
  /** Creates a project with the environments Development, Staging and Production. Takes a workspace ADMINISTRATOR key. */
  createProject: CreateProjectPayload;
  /** Adds a user, invited by the owner's side. MEMBER. */
  createUser: CreateUserPayload;
  /** Removes an environment from the project and from its users; refused whole while it is some user's only one. ADMINISTRATOR. */
  deleteEnvironment: DeleteEnvironmentPayload;
  /** Deletes a project with all its environments, users and access keys. Takes a workspace ADMINISTRATOR key. Cannot be undone. */
  deleteProject: DeleteProjectPayload;
  /** Deletes a user at once from all environments. Cannot be undone. MEMBER. */
  deleteUser: DeleteUserPayload;
  /**
   * Says that an id on a channel is this user's: from the next check on, whoever writes with it is recognised as them. Linking what the
   * user has already changes nothing. MEMBER.
   */
  linkChannelIdentity: LinkChannelIdentityPayload;
  /**
   * Makes one user of two who turned out to be one person. The kept one gets the other's channel identities and environments, and what
   * its own profile lacks; the other is deleted. Cannot be undone. MEMBER.
   */
  mergeUsers: MergeUsersPayload;
  /** Takes a member out of the project, from their next request on. ADMINISTRATOR. */
  removeProjectMember: RemoveProjectMemberPayload;
  /**
   * Follows a person whose phone number, or whose id on the channel, was changed: call it when the channel says so (WhatsApp's
   * user_changed_number and user_changed_user_id, in whichever order they come). Idempotent. GATEWAY keys only.
   */
  replaceSender: ReplaceSenderPayload;
  /** Revokes an access key at once. ADMINISTRATOR. */
  revokeAccessKey: RevokeAccessKeyPayload;
  /**
   * Registers whoever writes to the assistant, and links the id that a known person writes with. Call it when a check says
   * `shouldRegister`, and obey `decision`. Idempotent. GATEWAY keys only.
   */
  selfRegisterUser: SelfRegisterUserPayload;
  /**
   * Takes an id on a channel from its user, who is no longer recognised by it. Refused for the last one of a user without a phone
   * number, whom nothing could recognise then. MEMBER.
   */
  unlinkChannelIdentity: UnlinkChannelIdentityPayload;
  /** Renames an environment, changes its type, opens or closes its self-registration. ADMINISTRATOR. */
  updateEnvironment: UpdateEnvironmentPayload;
  /** Renames a project. ADMINISTRATOR. */
  updateProject: UpdateProjectPayload;
  /** Changes what a member is called or may do, from their next request on. ADMINISTRATOR. */
  updateProjectMember: UpdateProjectMemberPayload;
  /** Changes a user: what is omitted stays, null clears e-mail and middle name. MEMBER. */
  updateUser: UpdateUserPayload;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationaddProjectMemberArgs = {
  input: AddProjectMemberInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationcreateAccessKeyArgs = {
  input: CreateAccessKeyInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationcreateEnvironmentArgs = {
  input: CreateEnvironmentInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationcreateProjectArgs = {
  input: CreateProjectInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationcreateUserArgs = {
  input: CreateUserInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationdeleteEnvironmentArgs = {
  input: DeleteEnvironmentInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationdeleteProjectArgs = {
  input: DeleteProjectInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationdeleteUserArgs = {
  input: DeleteUserInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationlinkChannelIdentityArgs = {
  input: LinkChannelIdentityInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationmergeUsersArgs = {
  input: MergeUsersInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationremoveProjectMemberArgs = {
  input: RemoveProjectMemberInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationreplaceSenderArgs = {
  input: ReplaceSenderInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationrevokeAccessKeyArgs = {
  input: RevokeAccessKeyInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationselfRegisterUserArgs = {
  input: SelfRegisterUserInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationunlinkChannelIdentityArgs = {
  input: UnlinkChannelIdentityInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationupdateEnvironmentArgs = {
  input: UpdateEnvironmentInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationupdateProjectArgs = {
  input: UpdateProjectInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationupdateProjectMemberArgs = {
  input: UpdateProjectMemberInput;
};


/** Every change. A payload's `userErrors` tells what a person can mend; its noun is null when nothing was changed. */
export type MutationupdateUserArgs = {
  input: UpdateUserInput;
};

/** Anything that has an id of its own, unique among all that the service keeps. */
export type Node = {
  /** Unique id. */
  id: Scalars['ID']['output'];
};

/** Which way to order. */
export type OrderDirection =
  /** Smallest, oldest or A first. */
  | 'ASC'
  /** Largest, newest or Z first. */
  | 'DESC';

/** Where a page lies among all. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last on this page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether some come before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first on this page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How to write a phone number. */
export type PhoneNumberFormat =
  /** +15551234567 */
  | 'E164'
  /** +1 555 123 4567 */
  | 'INTERNATIONAL';

/** One assistant's settings. Owns environments, users, access keys and audit events; nothing crosses a project. */
export type Project = {
  __typename?: 'Project';
  /** The project's access keys, newest first; never the secrets. */
  accessKeys: Array<AccessKey>;
  /** Who did what to whom, newest first. */
  auditEvents: AuditEventConnection;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Where the assistant runs: by type, then name. */
  environments: Array<Environment>;
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** The people who manage this project after signing in with the company's identity provider, by name. */
  members: Array<ProjectMember>;
  /** The name its owner gave it. */
  name: Scalars['String']['output'];
  /** The project's users, newest first unless ordered otherwise, in pages of 20 unless asked for 1 to 100. */
  users: UserConnection;
  /** The caller's role in this project. */
  viewerRole: Role;
};


/** One assistant's settings. Owns environments, users, access keys and audit events; nothing crosses a project. */
export type ProjectauditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
};


/** One assistant's settings. Owns environments, users, access keys and audit events; nothing crosses a project. */
export type ProjectusersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<UserOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A person who manages a project, known by the company's identity provider. Not one of the users who talk to the assistant. */
export type ProjectMember = {
  __typename?: 'ProjectMember';
  /** When the person was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** What the project calls the person. */
  name: Scalars['String']['output'];
  /** What the person may do in this project. */
  role: Role;
  /** The `sub` claim of the person's access tokens. */
  subject: Scalars['String']['output'];
};

/** Every read. What is not there, and what is another project's, is null alike. */
export type Query = {
  __typename?: 'Query';
  /** May this sender talk to the assistant here? An answer, never an error, and no unless we are sure. */
  checkAccess: AccessDecision;
  /** The same for up to 100 senders, answered in their order. */
  checkAccessBatch: Array<AccessDecision>;
  /** A project of the caller; null when there is none of this id that the caller may see. */
  project?: Maybe<Project>;
  /** A user; null when there is none of this id that the caller may see. */
  user?: Maybe<User>;
  /** Who is asking: the access key, or the person, of this request. Not for GATEWAY keys. */
  viewer: Viewer;
};


/** Every read. What is not there, and what is another project's, is null alike. */
export type QuerycheckAccessArgs = {
  environmentId: Scalars['ID']['input'];
  sender: SenderInput;
};


/** Every read. What is not there, and what is another project's, is null alike. */
export type QuerycheckAccessBatchArgs = {
  environmentId: Scalars['ID']['input'];
  senders: Array<SenderInput>;
};


/** Every read. What is not there, and what is another project's, is null alike. */
export type QueryprojectArgs = {
  id: Scalars['ID']['input'];
};


/** Every read. What is not there, and what is another project's, is null alike. */
export type QueryuserArgs = {
  id: Scalars['ID']['input'];
};

/** Names the member to remove. */
export type RemoveProjectMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
};

/** The result of removeProjectMember. */
export type RemoveProjectMemberPayload = {
  __typename?: 'RemoveProjectMemberPayload';
  /** The id of the member who is gone. */
  removedProjectMemberId?: Maybe<Scalars['ID']['output']>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** What a sender was, and what they are now. */
export type ReplaceSenderInput = {
  /** The sender as they are now: the new phone number, the new id, or both. */
  current: SenderInput;
  /** Where the channel told of it. */
  environmentId: Scalars['ID']['input'];
  /** The sender as they were: the old phone number, the old id, or both. */
  previous: SenderInput;
};

/** What a replacement did. */
export type ReplaceSenderOutcome =
  /** The user had them already: nothing changed. */
  | 'ALREADY_REPLACED'
  /** The user has the new number or id now. */
  | 'REPLACED'
  /** Nobody here was this sender: nothing changed. */
  | 'UNKNOWN_SENDER';

/** The result of replaceSender. */
export type ReplaceSenderPayload = {
  __typename?: 'ReplaceSenderPayload';
  /** What happened. */
  outcome?: Maybe<ReplaceSenderOutcome>;
  /** Whose number or id it is. */
  user?: Maybe<User>;
  /** Why nothing was replaced: what the caller can mend. */
  userErrors: Array<UserError>;
};

/** Names the key to revoke. */
export type RevokeAccessKeyInput = {
  /** The key's id. */
  id: Scalars['ID']['input'];
};

/** The result of revokeAccessKey. */
export type RevokeAccessKeyPayload = {
  __typename?: 'RevokeAccessKeyPayload';
  /** The revoked key. */
  accessKey?: Maybe<AccessKey>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
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

/** A field in which the search was found. */
export type SearchMatch = {
  __typename?: 'SearchMatch';
  /** The field. */
  field: UserSearchField;
  /** Joined, the texts give the displayed value unchanged. */
  segments: Array<TextSegment>;
};


/** A field in which the search was found. */
export type SearchMatchsegmentsArgs = {
  phoneNumberFormat?: PhoneNumberFormat;
};

/** A newcomer, as the channel names them. */
export type SelfRegisterUserInput = {
  /** E-mail address, if the channel tells. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Where they wrote. */
  environmentId: Scalars['ID']['input'];
  /** First name, if the channel tells. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Last name, if the channel tells. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Middle name, if the channel tells. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** Who they are to the channel. */
  sender: SenderInput;
};

/** The result of selfRegisterUser. */
export type SelfRegisterUserPayload = {
  __typename?: 'SelfRegisterUserPayload';
  /** What checkAccess answers for the sender now; null when the environment or the sender is none. */
  decision?: Maybe<AccessDecision>;
  /** What happened. */
  outcome?: Maybe<SelfRegistrationOutcome>;
  /** The newcomer, or the user they turned out to be. */
  user?: Maybe<User>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

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

/**
 * Who sent a message. Give all you have. One malformed part spoils the whole, for access fails closed; a phone number that
 * nobody can have here, such as Telegram's +888, is passed over when there is an id.
 */
export type SenderInput = {
  /** The channel it came in on. */
  channel: Channel;
  /**
   * SLACK alone, and only beside the id: the e-mail address that Slack itself confirmed, of a full member of the app's own team.
   * It finds the user who has it; it never fills or changes the profile.
   */
  email?: InputMaybe<Scalars['String']['input']>;
  /**
   * WhatsApp: the business-scoped id (US.1349…), its parent (US.ENT.…) or the …@lid; never …@s.whatsapp.net, which is a phone
   * number. Telegram: the numeric id, from.id. Slack: TEAM:USER, as T…:U…, in an Enterprise Grid also E… and W…. Ids that name
   * no single person (groups, channels, bots, anonymous administrators) are invalid.
   */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The sender's phone number. WhatsApp's and Telegram's digits without a + are international; former writings are understood. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A piece of a displayed value, in whole graphemes. */
export type TextSegment = {
  __typename?: 'TextSegment';
  /** Whether the search was found here. */
  matched: Scalars['Boolean']['output'];
  /** The piece. */
  text: Scalars['String']['output'];
};

/** Names the identity to take from its user. */
export type UnlinkChannelIdentityInput = {
  /** The identity's id. */
  id: Scalars['ID']['input'];
};

/** The result of unlinkChannelIdentity. */
export type UnlinkChannelIdentityPayload = {
  __typename?: 'UnlinkChannelIdentityPayload';
  /** The user whose it was. */
  user?: Maybe<User>;
  /** Why nothing was unlinked: what the person who asked can mend. */
  userErrors: Array<UserError>;
};

/** An environment's new settings; what is omitted stays. */
export type UpdateEnvironmentInput = {
  /** The environment's id. */
  id: Scalars['ID']['input'];
  /** Its new name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether newcomers may register themselves. */
  selfRegistration?: InputMaybe<SelfRegistrationMode>;
  /** What it is for. */
  type?: InputMaybe<EnvironmentType>;
};

/** The result of updateEnvironment. */
export type UpdateEnvironmentPayload = {
  __typename?: 'UpdateEnvironmentPayload';
  /** The environment as it is now. */
  environment?: Maybe<Environment>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A project's new settings. */
export type UpdateProjectInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
  /** Its new name; omitted means untouched. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A member's new fields; what is omitted stays. */
export type UpdateProjectMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
  /** What to call the person. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What the person may do: ADMINISTRATOR, MEMBER or VIEWER. */
  role?: InputMaybe<Role>;
};

/** The result of updateProjectMember. */
export type UpdateProjectMemberPayload = {
  __typename?: 'UpdateProjectMemberPayload';
  /** The member as it is now. */
  projectMember?: Maybe<ProjectMember>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** The result of updateProject. */
export type UpdateProjectPayload = {
  __typename?: 'UpdateProjectPayload';
  /** The project as it is now. */
  project?: Maybe<Project>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A user's new fields; what is omitted stays. */
export type UpdateUserInput = {
  /** E-mail address; null or blank clears it. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The whole new set of environments: at least one. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The version the caller read; when it is no longer current nothing is written. Omitted: the last write wins. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** First name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The user's id. */
  id: Scalars['ID']['input'];
  /** Last name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Middle name; null or blank clears it. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** In international format, such as +1 555-123-4567. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** The result of updateUser. */
export type UpdateUserPayload = {
  __typename?: 'UpdateUserPayload';
  /**
   * The channel identities that the user lost with the change: those that were linked by the phone number or the e-mail address that was
   * changed.
   */
  unlinkedIdentities: Array<ChannelIdentity>;
  /** The user as it is now. */
  user?: Maybe<User>;
  /** What must be mended first. */
  userErrors: Array<UserError>;
};

/** A person who may talk to the assistant: one profile per project, access by environment. */
export type User = {
  __typename?: 'User';
  /** How the channels name this person, oldest first; at most 20. */
  channelIdentities: Array<ChannelIdentity>;
  /** When the user was first added. */
  createdAt: Scalars['DateTime']['output'];
  /** How the user came here; never changes. */
  creationSource: CreationSource;
  /** The e-mail address, as typed. */
  email?: Maybe<Scalars['String']['output']>;
  /** Where the user may talk to the assistant: never empty; by type, then name. */
  environments: Array<Environment>;
  /** First name; null only for some self-registered users. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** Never empty: the names, else the phone number, else the channel id. */
  fullName: Scalars['String']['output'];
  /** Unique id. */
  id: Scalars['ID']['output'];
  /** First letter of the first and of the last name; # for a user without names. */
  initials: Scalars['String']['output'];
  /** Last name; null only for some self-registered users. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** Middle name. */
  middleName?: Maybe<Scalars['String']['output']>;
  /** The phone number; null only for some self-registered users. */
  phoneNumber?: Maybe<Scalars['String']['output']>;
  /** The project the user belongs to. */
  project: Project;
  /** When the user was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Rises by one with each change; give it back as `expectedVersion` to overwrite nobody's work. */
  version: Scalars['Int']['output'];
};


/** A person who may talk to the assistant: one profile per project, access by environment. */
export type UserphoneNumberArgs = {
  format?: PhoneNumberFormat;
};

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The users with their cursors and search hits. */
  edges: Array<UserEdge>;
  /** The users alone. */
  nodes: Array<User>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many users there are on all pages: exact, or counted no further than `upTo`. Computed only when selected. */
  totalCount: Scalars['Int']['output'];
};


/** A page of users. */
export type UserConnectiontotalCountArgs = {
  upTo?: InputMaybe<Scalars['Int']['input']>;
};

/** A user on a page. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Where this user stands. */
  cursor: Scalars['String']['output'];
  /** Where the search was found; empty without a search. */
  matches: Array<SearchMatch>;
  /** The user. */
  node: User;
};

/** Something a person can mend, told beside the field of the form it belongs to. */
export type UserError = {
  __typename?: 'UserError';
  /** For programs. */
  code: UserErrorCode;
  /** The user in the way: who has the phone number or e-mail, or the current state of a user edited meanwhile. */
  conflictingUser?: Maybe<User>;
  /** Path inside `input`, such as ["phoneNumber"]; null when no field is to blame. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What to tell the person, in English. */
  message: Scalars['String']['output'];
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
  creationSource?: InputMaybe<CreationSource>;
  /** In at least one of these environments. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With, or without, an e-mail address. */
  hasEmail?: InputMaybe<Scalars['Boolean']['input']>;
  /** With, or without, a phone number. */
  hasPhoneNumber?: InputMaybe<Scalars['Boolean']['input']>;
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

/** The caller. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Name of the access key or of the person. */
  name: Scalars['String']['output'];
  /** The projects the caller may see: one, or all of the workspace. */
  projects: Array<Project>;
  /** What the caller may do; for a person in several projects, where they may do most. */
  role: Role;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( ChannelIdentitySource & { __typename: 'ChannelIdentity' } );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessDecision: ResolverTypeWrapper<AccessDecisionSource>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AccessKey: ResolverTypeWrapper<AccessKeySource>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccessMatch: ResolverTypeWrapper<'IDENTITY' | 'PHONE_NUMBER' | 'EMAIL'>;
  AccessReason: ResolverTypeWrapper<'ALLOWED' | 'UNKNOWN_SENDER' | 'NOT_IN_ENVIRONMENT' | 'IDENTITY_CONFLICT' | 'INVALID_SENDER' | 'UNKNOWN_ENVIRONMENT'>;
  AddProjectMemberInput: AddProjectMemberInput;
  AddProjectMemberPayload: ResolverTypeWrapper<Omit<AddProjectMemberPayload, 'projectMember' | 'userErrors'> & { projectMember?: Maybe<ResolversTypes['ProjectMember']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AuditAction: ResolverTypeWrapper<'USER_CREATED' | 'USER_SELF_REGISTERED' | 'USER_UPDATED' | 'USER_DELETED' | 'CHANNEL_IDENTITY_LINKED' | 'CHANNEL_IDENTITY_UNLINKED' | 'USERS_MERGED' | 'SENDER_REPLACED' | 'ENVIRONMENT_CREATED' | 'ENVIRONMENT_UPDATED' | 'ENVIRONMENT_DELETED' | 'ACCESS_KEY_CREATED' | 'ACCESS_KEY_REVOKED' | 'PROJECT_CREATED' | 'PROJECT_UPDATED' | 'PROJECT_DELETED' | 'PROJECT_MEMBER_ADDED' | 'PROJECT_MEMBER_UPDATED' | 'PROJECT_MEMBER_REMOVED'>;
  AuditEvent: ResolverTypeWrapper<AuditEventSource>;
  AuditEventConnection: ResolverTypeWrapper<AuditEventConnectionSource>;
  AuditEventEdge: ResolverTypeWrapper<AuditEventEdgeSource>;
  Channel: ResolverTypeWrapper<'WHATSAPP' | 'TELEGRAM' | 'SLACK'>;
  ChannelIdentity: ResolverTypeWrapper<ChannelIdentitySource>;
  ChannelIdentityInput: ChannelIdentityInput;
  CreateAccessKeyInput: CreateAccessKeyInput;
  CreateAccessKeyPayload: ResolverTypeWrapper<Omit<CreateAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversTypes['AccessKey']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateEnvironmentInput: CreateEnvironmentInput;
  CreateEnvironmentPayload: ResolverTypeWrapper<Omit<CreateEnvironmentPayload, 'environment' | 'userErrors'> & { environment?: Maybe<ResolversTypes['Environment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: ResolverTypeWrapper<Omit<CreateProjectPayload, 'project' | 'userErrors'> & { project?: Maybe<ResolversTypes['Project']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: ResolverTypeWrapper<Omit<CreateUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreationSource: ResolverTypeWrapper<'INVITED' | 'SELF_REGISTERED'>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteEnvironmentInput: DeleteEnvironmentInput;
  DeleteEnvironmentPayload: ResolverTypeWrapper<Omit<DeleteEnvironmentPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectPayload: ResolverTypeWrapper<Omit<DeleteProjectPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: ResolverTypeWrapper<Omit<DeleteUserPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Environment: ResolverTypeWrapper<EnvironmentSource>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  EnvironmentType: ResolverTypeWrapper<'DEVELOPMENT' | 'STAGING' | 'PRODUCTION'>;
  LinkChannelIdentityInput: LinkChannelIdentityInput;
  LinkChannelIdentityPayload: ResolverTypeWrapper<Omit<LinkChannelIdentityPayload, 'channelIdentity' | 'user' | 'userErrors'> & { channelIdentity?: Maybe<ResolversTypes['ChannelIdentity']>, user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  LinkOrigin: ResolverTypeWrapper<'PHONE_NUMBER' | 'EMAIL' | 'REGISTRATION' | 'INVITATION' | 'OWNER'>;
  MergeUsersInput: MergeUsersInput;
  MergeUsersPayload: ResolverTypeWrapper<Omit<MergeUsersPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OrderDirection: ResolverTypeWrapper<'ASC' | 'DESC'>;
  PageInfo: ResolverTypeWrapper<PageInfoSource>;
  PhoneNumberFormat: ResolverTypeWrapper<'E164' | 'INTERNATIONAL'>;
  Project: ResolverTypeWrapper<ProjectSource>;
  ProjectMember: ResolverTypeWrapper<ProjectMemberSource>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveProjectMemberInput: RemoveProjectMemberInput;
  RemoveProjectMemberPayload: ResolverTypeWrapper<Omit<RemoveProjectMemberPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ReplaceSenderInput: ReplaceSenderInput;
  ReplaceSenderOutcome: ResolverTypeWrapper<'REPLACED' | 'ALREADY_REPLACED' | 'UNKNOWN_SENDER'>;
  ReplaceSenderPayload: ResolverTypeWrapper<Omit<ReplaceSenderPayload, 'outcome' | 'user' | 'userErrors'> & { outcome?: Maybe<ResolversTypes['ReplaceSenderOutcome']>, user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeAccessKeyInput: RevokeAccessKeyInput;
  RevokeAccessKeyPayload: ResolverTypeWrapper<Omit<RevokeAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversTypes['AccessKey']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Role: ResolverTypeWrapper<'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY'>;
  SearchMatch: ResolverTypeWrapper<SearchMatchSource>;
  SelfRegisterUserInput: SelfRegisterUserInput;
  SelfRegisterUserPayload: ResolverTypeWrapper<SelfRegisterUserPayloadSource>;
  SelfRegistrationMode: ResolverTypeWrapper<'OPEN' | 'CLOSED'>;
  SelfRegistrationOutcome: ResolverTypeWrapper<'CREATED' | 'ALREADY_REGISTERED' | 'LINKED_TO_EXISTING' | 'ENVIRONMENT_ADDED'>;
  SenderInput: SenderInput;
  TextSegment: ResolverTypeWrapper<TextSegment>;
  UnlinkChannelIdentityInput: UnlinkChannelIdentityInput;
  UnlinkChannelIdentityPayload: ResolverTypeWrapper<Omit<UnlinkChannelIdentityPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateEnvironmentInput: UpdateEnvironmentInput;
  UpdateEnvironmentPayload: ResolverTypeWrapper<Omit<UpdateEnvironmentPayload, 'environment' | 'userErrors'> & { environment?: Maybe<ResolversTypes['Environment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectMemberInput: UpdateProjectMemberInput;
  UpdateProjectMemberPayload: ResolverTypeWrapper<Omit<UpdateProjectMemberPayload, 'projectMember' | 'userErrors'> & { projectMember?: Maybe<ResolversTypes['ProjectMember']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateProjectPayload: ResolverTypeWrapper<Omit<UpdateProjectPayload, 'project' | 'userErrors'> & { project?: Maybe<ResolversTypes['Project']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: ResolverTypeWrapper<UpdateUserPayloadSource>;
  User: ResolverTypeWrapper<UserSource>;
  UserConnection: ResolverTypeWrapper<UserConnectionSource>;
  UserEdge: ResolverTypeWrapper<UserEdgeSource>;
  UserError: ResolverTypeWrapper<UserErrorSource>;
  UserErrorCode: ResolverTypeWrapper<'PHONE_NUMBER_REQUIRED' | 'PHONE_NUMBER_INVALID' | 'PHONE_NUMBER_TAKEN' | 'EMAIL_INVALID' | 'EMAIL_TAKEN' | 'FIRST_NAME_REQUIRED' | 'LAST_NAME_REQUIRED' | 'ENVIRONMENT_REQUIRED' | 'LAST_ENVIRONMENT' | 'ENVIRONMENT_NOT_FOUND' | 'VERSION_CONFLICT' | 'NOT_FOUND' | 'SELF_REGISTRATION_CLOSED' | 'IDENTITY_CONFLICT' | 'IDENTITY_TAKEN' | 'LAST_IDENTITY' | 'SENDER_INVALID' | 'TOO_MANY' | 'TOO_LONG' | 'NAME_REQUIRED' | 'NAME_TAKEN' | 'TYPE_REQUIRED' | 'ROLE_REQUIRED' | 'ENVIRONMENTS_NOT_ALLOWED' | 'SUBJECT_REQUIRED' | 'SUBJECT_INVALID' | 'SUBJECT_TAKEN' | 'ROLE_NOT_ALLOWED' | 'EXPIRY_IN_PAST'>;
  UserFilter: UserFilter;
  UserOrder: UserOrder;
  UserOrderField: ResolverTypeWrapper<'CREATED_AT' | 'FULL_NAME'>;
  UserSearchField: ResolverTypeWrapper<'FULL_NAME' | 'EMAIL' | 'PHONE_NUMBER' | 'CHANNEL_IDENTITY'>;
  Viewer: ResolverTypeWrapper<ViewerSource>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessDecision: AccessDecisionSource;
  Boolean: Scalars['Boolean']['output'];
  AccessKey: AccessKeySource;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AddProjectMemberInput: AddProjectMemberInput;
  AddProjectMemberPayload: Omit<AddProjectMemberPayload, 'projectMember' | 'userErrors'> & { projectMember?: Maybe<ResolversParentTypes['ProjectMember']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AuditEvent: AuditEventSource;
  AuditEventConnection: AuditEventConnectionSource;
  AuditEventEdge: AuditEventEdgeSource;
  ChannelIdentity: ChannelIdentitySource;
  ChannelIdentityInput: ChannelIdentityInput;
  CreateAccessKeyInput: CreateAccessKeyInput;
  CreateAccessKeyPayload: Omit<CreateAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversParentTypes['AccessKey']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateEnvironmentInput: CreateEnvironmentInput;
  CreateEnvironmentPayload: Omit<CreateEnvironmentPayload, 'environment' | 'userErrors'> & { environment?: Maybe<ResolversParentTypes['Environment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: Omit<CreateProjectPayload, 'project' | 'userErrors'> & { project?: Maybe<ResolversParentTypes['Project']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateUserInput: CreateUserInput;
  CreateUserPayload: Omit<CreateUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DateTime: Scalars['DateTime']['output'];
  DeleteEnvironmentInput: DeleteEnvironmentInput;
  DeleteEnvironmentPayload: Omit<DeleteEnvironmentPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectPayload: Omit<DeleteProjectPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: Omit<DeleteUserPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Environment: EnvironmentSource;
  Int: Scalars['Int']['output'];
  LinkChannelIdentityInput: LinkChannelIdentityInput;
  LinkChannelIdentityPayload: Omit<LinkChannelIdentityPayload, 'channelIdentity' | 'user' | 'userErrors'> & { channelIdentity?: Maybe<ResolversParentTypes['ChannelIdentity']>, user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  MergeUsersInput: MergeUsersInput;
  MergeUsersPayload: Omit<MergeUsersPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoSource;
  Project: ProjectSource;
  ProjectMember: ProjectMemberSource;
  Query: Record<PropertyKey, never>;
  RemoveProjectMemberInput: RemoveProjectMemberInput;
  RemoveProjectMemberPayload: Omit<RemoveProjectMemberPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ReplaceSenderInput: ReplaceSenderInput;
  ReplaceSenderPayload: Omit<ReplaceSenderPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeAccessKeyInput: RevokeAccessKeyInput;
  RevokeAccessKeyPayload: Omit<RevokeAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversParentTypes['AccessKey']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SearchMatch: SearchMatchSource;
  SelfRegisterUserInput: SelfRegisterUserInput;
  SelfRegisterUserPayload: SelfRegisterUserPayloadSource;
  SenderInput: SenderInput;
  TextSegment: TextSegment;
  UnlinkChannelIdentityInput: UnlinkChannelIdentityInput;
  UnlinkChannelIdentityPayload: Omit<UnlinkChannelIdentityPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateEnvironmentInput: UpdateEnvironmentInput;
  UpdateEnvironmentPayload: Omit<UpdateEnvironmentPayload, 'environment' | 'userErrors'> & { environment?: Maybe<ResolversParentTypes['Environment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectMemberInput: UpdateProjectMemberInput;
  UpdateProjectMemberPayload: Omit<UpdateProjectMemberPayload, 'projectMember' | 'userErrors'> & { projectMember?: Maybe<ResolversParentTypes['ProjectMember']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateProjectPayload: Omit<UpdateProjectPayload, 'project' | 'userErrors'> & { project?: Maybe<ResolversParentTypes['Project']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: UpdateUserPayloadSource;
  User: UserSource;
  UserConnection: UserConnectionSource;
  UserEdge: UserEdgeSource;
  UserError: UserErrorSource;
  UserFilter: UserFilter;
  UserOrder: UserOrder;
  Viewer: ViewerSource;
};

export type AccessDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessDecision'] = ResolversParentTypes['AccessDecision']> = {
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matchedBy?: Resolver<Maybe<ResolversTypes['AccessMatch']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  selfRegistration?: Resolver<ResolversTypes['SelfRegistrationMode'], ParentType, ContextType>;
  shouldRegister?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AccessKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessKey'] = ResolversParentTypes['AccessKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOwn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type AccessMatchResolvers = EnumResolverSignature<{ EMAIL?: any, IDENTITY?: any, PHONE_NUMBER?: any }, ResolversTypes['AccessMatch']>;

export type AccessReasonResolvers = EnumResolverSignature<{ ALLOWED?: any, IDENTITY_CONFLICT?: any, INVALID_SENDER?: any, NOT_IN_ENVIRONMENT?: any, UNKNOWN_ENVIRONMENT?: any, UNKNOWN_SENDER?: any }, ResolversTypes['AccessReason']>;

export type AddProjectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddProjectMemberPayload'] = ResolversParentTypes['AddProjectMemberPayload']> = {
  projectMember?: Resolver<Maybe<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuditActionResolvers = EnumResolverSignature<{ ACCESS_KEY_CREATED?: any, ACCESS_KEY_REVOKED?: any, CHANNEL_IDENTITY_LINKED?: any, CHANNEL_IDENTITY_UNLINKED?: any, ENVIRONMENT_CREATED?: any, ENVIRONMENT_DELETED?: any, ENVIRONMENT_UPDATED?: any, PROJECT_CREATED?: any, PROJECT_DELETED?: any, PROJECT_MEMBER_ADDED?: any, PROJECT_MEMBER_REMOVED?: any, PROJECT_MEMBER_UPDATED?: any, PROJECT_UPDATED?: any, SENDER_REPLACED?: any, USERS_MERGED?: any, USER_CREATED?: any, USER_DELETED?: any, USER_SELF_REGISTERED?: any, USER_UPDATED?: any }, ResolversTypes['AuditAction']>;

export type AuditEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  action?: Resolver<ResolversTypes['AuditAction'], ParentType, ContextType>;
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relatedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type ChannelResolvers = EnumResolverSignature<{ SLACK?: any, TELEGRAM?: any, WHATSAPP?: any }, ResolversTypes['Channel']>;

export type ChannelIdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelIdentity'] = ResolversParentTypes['ChannelIdentity']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  linkedBy?: Resolver<ResolversTypes['LinkOrigin'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateAccessKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAccessKeyPayload'] = ResolversParentTypes['CreateAccessKeyPayload']> = {
  accessKey?: Resolver<Maybe<ResolversTypes['AccessKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateEnvironmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEnvironmentPayload'] = ResolversParentTypes['CreateEnvironmentPayload']> = {
  environment?: Resolver<Maybe<ResolversTypes['Environment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateProjectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectPayload'] = ResolversParentTypes['CreateProjectPayload']> = {
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserPayload'] = ResolversParentTypes['CreateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreationSourceResolvers = EnumResolverSignature<{ INVITED?: any, SELF_REGISTERED?: any }, ResolversTypes['CreationSource']>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteEnvironmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteEnvironmentPayload'] = ResolversParentTypes['DeleteEnvironmentPayload']> = {
  deletedEnvironmentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteProjectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteProjectPayload'] = ResolversParentTypes['DeleteProjectPayload']> = {
  deletedProjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteUserPayload'] = ResolversParentTypes['DeleteUserPayload']> = {
  deletedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnvironmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Environment'] = ResolversParentTypes['Environment']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  selfRegistration?: Resolver<ResolversTypes['SelfRegistrationMode'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EnvironmentType'], ParentType, ContextType>;
  userCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnvironmentTypeResolvers = EnumResolverSignature<{ DEVELOPMENT?: any, PRODUCTION?: any, STAGING?: any }, ResolversTypes['EnvironmentType']>;

export type LinkChannelIdentityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkChannelIdentityPayload'] = ResolversParentTypes['LinkChannelIdentityPayload']> = {
  channelIdentity?: Resolver<Maybe<ResolversTypes['ChannelIdentity']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LinkOriginResolvers = EnumResolverSignature<{ EMAIL?: any, INVITATION?: any, OWNER?: any, PHONE_NUMBER?: any, REGISTRATION?: any }, ResolversTypes['LinkOrigin']>;

export type MergeUsersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeUsersPayload'] = ResolversParentTypes['MergeUsersPayload']> = {
  deletedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addProjectMember?: Resolver<ResolversTypes['AddProjectMemberPayload'], ParentType, ContextType, RequireFields<MutationaddProjectMemberArgs, 'input'>>;
  createAccessKey?: Resolver<ResolversTypes['CreateAccessKeyPayload'], ParentType, ContextType, RequireFields<MutationcreateAccessKeyArgs, 'input'>>;
  createEnvironment?: Resolver<ResolversTypes['CreateEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationcreateEnvironmentArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['CreateProjectPayload'], ParentType, ContextType, RequireFields<MutationcreateProjectArgs, 'input'>>;
  createUser?: Resolver<ResolversTypes['CreateUserPayload'], ParentType, ContextType, RequireFields<MutationcreateUserArgs, 'input'>>;
  deleteEnvironment?: Resolver<ResolversTypes['DeleteEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationdeleteEnvironmentArgs, 'input'>>;
  deleteProject?: Resolver<ResolversTypes['DeleteProjectPayload'], ParentType, ContextType, RequireFields<MutationdeleteProjectArgs, 'input'>>;
  deleteUser?: Resolver<ResolversTypes['DeleteUserPayload'], ParentType, ContextType, RequireFields<MutationdeleteUserArgs, 'input'>>;
  linkChannelIdentity?: Resolver<ResolversTypes['LinkChannelIdentityPayload'], ParentType, ContextType, RequireFields<MutationlinkChannelIdentityArgs, 'input'>>;
  mergeUsers?: Resolver<ResolversTypes['MergeUsersPayload'], ParentType, ContextType, RequireFields<MutationmergeUsersArgs, 'input'>>;
  removeProjectMember?: Resolver<ResolversTypes['RemoveProjectMemberPayload'], ParentType, ContextType, RequireFields<MutationremoveProjectMemberArgs, 'input'>>;
  replaceSender?: Resolver<ResolversTypes['ReplaceSenderPayload'], ParentType, ContextType, RequireFields<MutationreplaceSenderArgs, 'input'>>;
  revokeAccessKey?: Resolver<ResolversTypes['RevokeAccessKeyPayload'], ParentType, ContextType, RequireFields<MutationrevokeAccessKeyArgs, 'input'>>;
  selfRegisterUser?: Resolver<ResolversTypes['SelfRegisterUserPayload'], ParentType, ContextType, RequireFields<MutationselfRegisterUserArgs, 'input'>>;
  unlinkChannelIdentity?: Resolver<ResolversTypes['UnlinkChannelIdentityPayload'], ParentType, ContextType, RequireFields<MutationunlinkChannelIdentityArgs, 'input'>>;
  updateEnvironment?: Resolver<ResolversTypes['UpdateEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationupdateEnvironmentArgs, 'input'>>;
  updateProject?: Resolver<ResolversTypes['UpdateProjectPayload'], ParentType, ContextType, RequireFields<MutationupdateProjectArgs, 'input'>>;
  updateProjectMember?: Resolver<ResolversTypes['UpdateProjectMemberPayload'], ParentType, ContextType, RequireFields<MutationupdateProjectMemberArgs, 'input'>>;
  updateUser?: Resolver<ResolversTypes['UpdateUserPayload'], ParentType, ContextType, RequireFields<MutationupdateUserArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'ChannelIdentity', ParentType, ContextType>;
};

export type OrderDirectionResolvers = EnumResolverSignature<{ ASC?: any, DESC?: any }, ResolversTypes['OrderDirection']>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PhoneNumberFormatResolvers = EnumResolverSignature<{ E164?: any, INTERNATIONAL?: any }, ResolversTypes['PhoneNumberFormat']>;

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  accessKeys?: Resolver<Array<ResolversTypes['AccessKey']>, ParentType, ContextType>;
  auditEvents?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<ProjectauditEventsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<ProjectusersArgs>>;
  viewerRole?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type ProjectMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMember'] = ResolversParentTypes['ProjectMember']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  checkAccess?: Resolver<ResolversTypes['AccessDecision'], ParentType, ContextType, RequireFields<QuerycheckAccessArgs, 'environmentId' | 'sender'>>;
  checkAccessBatch?: Resolver<Array<ResolversTypes['AccessDecision']>, ParentType, ContextType, RequireFields<QuerycheckAccessBatchArgs, 'environmentId' | 'senders'>>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<QueryprojectArgs, 'id'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryuserArgs, 'id'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RemoveProjectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveProjectMemberPayload'] = ResolversParentTypes['RemoveProjectMemberPayload']> = {
  removedProjectMemberId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplaceSenderOutcomeResolvers = EnumResolverSignature<{ ALREADY_REPLACED?: any, REPLACED?: any, UNKNOWN_SENDER?: any }, ResolversTypes['ReplaceSenderOutcome']>;

export type ReplaceSenderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceSenderPayload'] = ResolversParentTypes['ReplaceSenderPayload']> = {
  outcome?: Resolver<Maybe<ResolversTypes['ReplaceSenderOutcome']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeAccessKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAccessKeyPayload'] = ResolversParentTypes['RevokeAccessKeyPayload']> = {
  accessKey?: Resolver<Maybe<ResolversTypes['AccessKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ ADMINISTRATOR?: any, GATEWAY?: any, MEMBER?: any, VIEWER?: any }, ResolversTypes['Role']>;

export type SearchMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchMatch'] = ResolversParentTypes['SearchMatch']> = {
  field?: Resolver<ResolversTypes['UserSearchField'], ParentType, ContextType>;
  segments?: Resolver<Array<ResolversTypes['TextSegment']>, ParentType, ContextType, RequireFields<SearchMatchsegmentsArgs, 'phoneNumberFormat'>>;
};

export type SelfRegisterUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelfRegisterUserPayload'] = ResolversParentTypes['SelfRegisterUserPayload']> = {
  decision?: Resolver<Maybe<ResolversTypes['AccessDecision']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['SelfRegistrationOutcome']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SelfRegistrationModeResolvers = EnumResolverSignature<{ CLOSED?: any, OPEN?: any }, ResolversTypes['SelfRegistrationMode']>;

export type SelfRegistrationOutcomeResolvers = EnumResolverSignature<{ ALREADY_REGISTERED?: any, CREATED?: any, ENVIRONMENT_ADDED?: any, LINKED_TO_EXISTING?: any }, ResolversTypes['SelfRegistrationOutcome']>;

export type TextSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextSegment'] = ResolversParentTypes['TextSegment']> = {
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnlinkChannelIdentityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlinkChannelIdentityPayload'] = ResolversParentTypes['UnlinkChannelIdentityPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateEnvironmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateEnvironmentPayload'] = ResolversParentTypes['UpdateEnvironmentPayload']> = {
  environment?: Resolver<Maybe<ResolversTypes['Environment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProjectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProjectMemberPayload'] = ResolversParentTypes['UpdateProjectMemberPayload']> = {
  projectMember?: Resolver<Maybe<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProjectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProjectPayload'] = ResolversParentTypes['UpdateProjectPayload']> = {
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateUserPayload'] = ResolversParentTypes['UpdateUserPayload']> = {
  unlinkedIdentities?: Resolver<Array<ResolversTypes['ChannelIdentity']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  channelIdentities?: Resolver<Array<ResolversTypes['ChannelIdentity']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creationSource?: Resolver<ResolversTypes['CreationSource'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initials?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  middleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<UserphoneNumberArgs, 'format'>>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<UserConnectiontotalCountArgs>>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matches?: Resolver<Array<ResolversTypes['SearchMatch']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  conflictingUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ EMAIL_INVALID?: any, EMAIL_TAKEN?: any, ENVIRONMENTS_NOT_ALLOWED?: any, ENVIRONMENT_NOT_FOUND?: any, ENVIRONMENT_REQUIRED?: any, EXPIRY_IN_PAST?: any, FIRST_NAME_REQUIRED?: any, IDENTITY_CONFLICT?: any, IDENTITY_TAKEN?: any, LAST_ENVIRONMENT?: any, LAST_IDENTITY?: any, LAST_NAME_REQUIRED?: any, NAME_REQUIRED?: any, NAME_TAKEN?: any, NOT_FOUND?: any, PHONE_NUMBER_INVALID?: any, PHONE_NUMBER_REQUIRED?: any, PHONE_NUMBER_TAKEN?: any, ROLE_NOT_ALLOWED?: any, ROLE_REQUIRED?: any, SELF_REGISTRATION_CLOSED?: any, SENDER_INVALID?: any, SUBJECT_INVALID?: any, SUBJECT_REQUIRED?: any, SUBJECT_TAKEN?: any, TOO_LONG?: any, TOO_MANY?: any, TYPE_REQUIRED?: any, VERSION_CONFLICT?: any }, ResolversTypes['UserErrorCode']>;

export type UserOrderFieldResolvers = EnumResolverSignature<{ CREATED_AT?: any, FULL_NAME?: any }, ResolversTypes['UserOrderField']>;

export type UserSearchFieldResolvers = EnumResolverSignature<{ CHANNEL_IDENTITY?: any, EMAIL?: any, FULL_NAME?: any, PHONE_NUMBER?: any }, ResolversTypes['UserSearchField']>;

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessDecision?: AccessDecisionResolvers<ContextType>;
  AccessKey?: AccessKeyResolvers<ContextType>;
  AccessMatch?: AccessMatchResolvers;
  AccessReason?: AccessReasonResolvers;
  AddProjectMemberPayload?: AddProjectMemberPayloadResolvers<ContextType>;
  AuditAction?: AuditActionResolvers;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  Channel?: ChannelResolvers;
  ChannelIdentity?: ChannelIdentityResolvers<ContextType>;
  CreateAccessKeyPayload?: CreateAccessKeyPayloadResolvers<ContextType>;
  CreateEnvironmentPayload?: CreateEnvironmentPayloadResolvers<ContextType>;
  CreateProjectPayload?: CreateProjectPayloadResolvers<ContextType>;
  CreateUserPayload?: CreateUserPayloadResolvers<ContextType>;
  CreationSource?: CreationSourceResolvers;
  DateTime?: GraphQLScalarType;
  DeleteEnvironmentPayload?: DeleteEnvironmentPayloadResolvers<ContextType>;
  DeleteProjectPayload?: DeleteProjectPayloadResolvers<ContextType>;
  DeleteUserPayload?: DeleteUserPayloadResolvers<ContextType>;
  Environment?: EnvironmentResolvers<ContextType>;
  EnvironmentType?: EnvironmentTypeResolvers;
  LinkChannelIdentityPayload?: LinkChannelIdentityPayloadResolvers<ContextType>;
  LinkOrigin?: LinkOriginResolvers;
  MergeUsersPayload?: MergeUsersPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OrderDirection?: OrderDirectionResolvers;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumberFormat?: PhoneNumberFormatResolvers;
  Project?: ProjectResolvers<ContextType>;
  ProjectMember?: ProjectMemberResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveProjectMemberPayload?: RemoveProjectMemberPayloadResolvers<ContextType>;
  ReplaceSenderOutcome?: ReplaceSenderOutcomeResolvers;
  ReplaceSenderPayload?: ReplaceSenderPayloadResolvers<ContextType>;
  RevokeAccessKeyPayload?: RevokeAccessKeyPayloadResolvers<ContextType>;
  Role?: RoleResolvers;
  SearchMatch?: SearchMatchResolvers<ContextType>;
  SelfRegisterUserPayload?: SelfRegisterUserPayloadResolvers<ContextType>;
  SelfRegistrationMode?: SelfRegistrationModeResolvers;
  SelfRegistrationOutcome?: SelfRegistrationOutcomeResolvers;
  TextSegment?: TextSegmentResolvers<ContextType>;
  UnlinkChannelIdentityPayload?: UnlinkChannelIdentityPayloadResolvers<ContextType>;
  UpdateEnvironmentPayload?: UpdateEnvironmentPayloadResolvers<ContextType>;
  UpdateProjectMemberPayload?: UpdateProjectMemberPayloadResolvers<ContextType>;
  UpdateProjectPayload?: UpdateProjectPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  UserOrderField?: UserOrderFieldResolvers;
  UserSearchField?: UserSearchFieldResolvers;
  Viewer?: ViewerResolvers<ContextType>;
};

