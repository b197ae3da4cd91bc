import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccessDecisionSource, AccessExplanationSource, AccessKeySource, AccessRequestSource, AccessRequestConnectionSource, AccessRequestEdgeSource, AuditEventSource, AuditEventEdgeSource, AuditEventConnectionSource, BlockedSenderSource, BlockedSenderConnectionSource, BlockedSenderEdgeSource, BlockSenderPayloadSource, ChannelIdentitySource, CreateUsersPayloadSource, DeleteUsersPayloadSource, EnvironmentSource, EnvironmentAccessSource, EnvironmentDecisionSource, InvitationSource, PageInfoSource, ParsedSenderSource, ProjectSource, ProjectMemberSource, SearchMatchSource, SelfRegisterUserPayloadSource, UpdateUserPayloadSource, UpdateUsersPayloadSource, UserSource, UserEdgeSource, UserConnectionSource, UserErrorSource, UserRowResultSource, ViewerSource } from '../mappers.ts';
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
  /** A moment in time, written as in RFC 3339: 2026-01-31T09:30:00.000Z. Answers are in UTC, to the millisecond. */
  DateTime: { input: Date; output: Date; }
};

/** Whether one sender may talk, and why. */
export type AccessDecision = {
  __typename?: 'AccessDecision';
  /** Whether the sender may talk to the assistant here. Let nobody talk for whom this is not true. */
  allowed: Scalars['Boolean']['output'];
  /** What the user was recognised by; null when no user was recognised. */
  matchedBy?: Maybe<AccessMatch>;
  /** Why the sender may or may not talk. New reasons may be added: one you do not know means no. */
  reason: AccessReason;
  /** Whether unknown senders may register themselves in this environment; CLOSED when there is no such environment. */
  selfRegistration: SelfRegistrationMode;
  /**
   * Whether selfRegisterUser with the same sender would change something: register a newcomer or ask the owner to let them in, let a
   * known person into this environment, or link the id they write with, which recognises them once their phone number is hidden. If true,
   * call it, and obey its decision.
   */
  shouldRegister: Scalars['Boolean']['output'];
  /**
   * The user who was recognised, also when they may not talk here; null when the sender is nobody we know or cannot be told for
   * certain.
   */
  user?: Maybe<User>;
};

/** Until when a user may talk in an environment. */
export type AccessExpiryInput = {
  /** The id of an environment that the user has after this change, else ENVIRONMENT_NOT_FOUND. */
  environmentId: Scalars['ID']['input'];
  /** Until when the user may talk there, in the future, else EXPIRY_IN_PAST; null: for ever. Omitted: unchanged. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Who a text may be, and whether they may talk. */
export type AccessExplanation = {
  __typename?: 'AccessExplanation';
  /** What a check answers: for each environment, and in it for each reading. */
  decisions: Array<EnvironmentDecision>;
  /**
   * Each way in which the text can be read, the likeliest first. Empty when it is nothing by which a channel names one person, or a phone number
   * without its country code that nobody here has: `suggestion` is ADD_USER then.
   */
  parsedAs: Array<ParsedSender>;
  /** How often this sender was denied in the last 30 days, as far as it was noted (`Project.keepsDeniedAttempts`). */
  recentAttempts: Scalars['Int']['output'];
  /** The one step that mends the most; null when every environment says yes or nothing would help. */
  suggestion?: Maybe<AccessSuggestion>;
};

/** A credential for programs, sent as `Authorization: Bearer <secret>`. */
export type AccessKey = Node & {
  __typename?: 'AccessKey';
  /** When the key was created. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * The environments in which a GATEWAY key may ask. Empty for a key that may ask in all environments of its project, and for one whose
   * environments were all deleted, which may ask in none.
   */
  environments: Array<Environment>;
  /** When the key stops working by itself; null for never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key's id, a UUID. It is not secret. */
  id: Scalars['ID']['output'];
  /** Whether this request was made with this key. Whoever revokes their own key locks themselves out. */
  isOwn: Scalars['Boolean']['output'];
  /** When the key was last used, to the minute; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the key is for, in its owner's words. */
  name: Scalars['String']['output'];
  /** The project the key belongs to; null for a key of the whole workspace. */
  project?: Maybe<Project>;
  /** When the key was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the holder of the key may do. */
  role: Role;
};

/** What a sender was recognised by. The id on the channel counts first, then the phone number, then the e-mail address. */
export type AccessMatch =
  /** The e-mail address that Slack confirmed is the user's. */
  | 'EMAIL'
  /** The id on the channel is linked to the user. */
  | 'IDENTITY'
  /** The phone number is the user's. */
  | 'PHONE_NUMBER';

/** Why a sender may or may not talk. */
export type AccessReason =
  /** The sender is a user of this environment and may talk. */
  | 'ALLOWED'
  /** The sender knocked, and an owner has not let them in. Nothing tells whether the request was dismissed. */
  | 'AWAITING_APPROVAL'
  /** The sender, or the user who was recognised, is kept out of all environments. Do not answer them. */
  | 'BLOCKED'
  /**
   * The sender is a user of this environment whose time here is over (`EnvironmentAccess.expiresAt`). Registering does not renew it; an owner
   * can.
   */
  | 'EXPIRED'
  /**
   * The sender cannot be told for certain: the phone number, id and e-mail address belong to two different users, or the phone number
   * belongs to a user who writes with another id, so it may have passed to another person.
   */
  | 'IDENTITY_CONFLICT'
  /** The sender is malformed, empty, or no single person, such as a group or a bot. */
  | 'INVALID_SENDER'
  /** The sender is a user of the project, but was not let into this environment. */
  | 'NOT_IN_ENVIRONMENT'
  /** There is no environment with this id in which the access key may ask. */
  | 'UNKNOWN_ENVIRONMENT'
  /** The sender is nobody we know. */
  | 'UNKNOWN_SENDER';

/**
 * Somebody who wrote to an assistant and was not let in. There is one request per person and environment, however often they write. A
 * sender in IDENTITY_CONFLICT has one of their own, beside those of the people whose phone number and id they gave. A request is deleted 30
 * days after the last attempt; what they wrote is never kept.
 */
export type AccessRequest = Node & {
  __typename?: 'AccessRequest';
  /** How often the person tried. Attempts are counted within 10 seconds. */
  attempts: Scalars['Int']['output'];
  /**
   * Users who may be this person, at most 3: those who have the phone number, the id or the e-mail address, then those of the same name.
   * Empty once the request is approved.
   */
  candidates: Array<User>;
  /** The channel over which the last attempt came. */
  channel: Channel;
  /** When the request was decided; null while it waits. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The sender's e-mail address, if the channel told it or they registered with it; null once the request is approved. */
  email?: Maybe<Scalars['String']['output']>;
  /** The environment in which the person wrote. */
  environment: Environment;
  /** The sender's id on the channel, if the channel told it; null once the request is approved. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** When the person tried for the first time. */
  firstAttemptAt: Scalars['DateTime']['output'];
  /** The first name, if the channel told it; null once the request is approved. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** The request's id, a UUID. */
  id: Scalars['ID']['output'];
  /** When the person tried last. WhatsApp lets a business write freely for 24 hours from there. */
  lastAttemptAt: Scalars['DateTime']['output'];
  /** The last name, if the channel told it; null once the request is approved. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** The sender's phone number, if the channel told it; null once the request is approved. */
  phoneNumber?: Maybe<Scalars['String']['output']>;
  /** Why the person was not let in at the last attempt: what a check would say if there were no request. */
  reason: AccessReason;
  /** Whether the request was decided, and how. */
  status: AccessRequestStatus;
  /** The user whom the person is since the approval; null before it, and once that user was deleted. */
  user?: Maybe<User>;
};


/**
 * Somebody who wrote to an assistant and was not let in. There is one request per person and environment, however often they write. A
 * sender in IDENTITY_CONFLICT has one of their own, beside those of the people whose phone number and id they gave. A request is deleted 30
 * days after the last attempt; what they wrote is never kept.
 */
export type AccessRequestphoneNumberArgs = {
  format?: PhoneNumberFormat;
};

/** A page of requests. */
export type AccessRequestConnection = {
  __typename?: 'AccessRequestConnection';
  /** The requests of this page, each with its cursor. */
  edges: Array<AccessRequestEdge>;
  /** The requests of this page alone. */
  nodes: Array<AccessRequest>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many requests there are on all pages together. It is counted only when this field is selected. */
  totalCount: Scalars['Int']['output'];
};


/** A page of requests. */
export type AccessRequestConnectiontotalCountArgs = {
  upTo?: InputMaybe<Scalars['Int']['input']>;
};

/** A request on a page. */
export type AccessRequestEdge = {
  __typename?: 'AccessRequestEdge';
  /** The request's place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The request. */
  node: AccessRequest;
};

/** How far a request is decided. */
export type AccessRequestStatus =
  /** The person was let in, by an approval or in another way. */
  | 'APPROVED'
  /** Not now: nobody is let in, and it does not open again by itself. */
  | 'DISMISSED'
  /** It waits for a decision. */
  | 'PENDING';

/** A step that would let a sender in. */
export type AccessSuggestion =
  /** The user is known and lacks an environment: give it to them. */
  | 'ADD_ENVIRONMENT'
  /** Nobody knows the sender: add a user. */
  | 'ADD_USER'
  /** The sender asked to be let in: approve the request. */
  | 'APPROVE'
  /** The user's time in an environment is over: extend it. */
  | 'EXTEND'
  /** The readings are two users, or a conflict was noted: merge them if they are one person. */
  | 'MERGE'
  /** The sender, or the user, is blocked: lift the block. */
  | 'UNBLOCK';

/** A new member of a project. */
export type AddProjectMemberInput = {
  /** The person's name in this project, 1 to 100 characters. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
  /** What the person may do: ADMINISTRATOR, MEMBER or VIEWER. Required; GATEWAY is ROLE_NOT_ALLOWED. */
  role?: InputMaybe<Role>;
  /** The `sub` claim of the person's access tokens: at most 255 ASCII characters, compared exactly. Required. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** The result of addProjectMember. */
export type AddProjectMemberPayload = {
  __typename?: 'AddProjectMemberPayload';
  /** The new member; null when `userErrors` says why there is none. */
  projectMember?: Maybe<ProjectMember>;
  /** What to correct before the member can be added; empty when the member was added. */
  userErrors: Array<UserError>;
};

/** The request to approve, and who the person is. */
export type ApproveAccessRequestInput = {
  /**
   * A new user's e-mail address. Omitted: the one that they gave when registering, if no other user has it; null or blank: none.
   * Known users keep theirs.
   */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Further environments that the user shall have, beside the one of the request and those they have already. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** A new user's first name, at most 100 characters. Omitted: the one in the request; null or blank: none. Known users keep theirs. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The id of the request. */
  id: Scalars['ID']['input'];
  /** A new user's last name, at most 100 characters. Omitted: the one in the request; null or blank: none. Known users keep theirs. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** A new user's middle name, at most 100 characters. Known users keep theirs. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** The user who the person is. Omitted or null: whom the check recognises, or else a new user. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** The result of approveAccessRequest. */
export type ApproveAccessRequestPayload = {
  __typename?: 'ApproveAccessRequestPayload';
  /** The request, now approved and without the person's data; null when `userErrors` says why it was not approved. */
  accessRequest?: Maybe<AccessRequest>;
  /** What was done: CREATED, LINKED_TO_EXISTING, ENVIRONMENT_ADDED, or ALREADY_REGISTERED for somebody who could talk already. */
  outcome?: Maybe<SelfRegistrationOutcome>;
  /** The user who was let in; null when nobody was. */
  user?: Maybe<User>;
  /** Why the request was not approved; empty when it was. */
  userErrors: Array<UserError>;
};

/** What was done in a change. */
export type AuditAction =
  /** An access key was created. */
  | 'ACCESS_KEY_CREATED'
  /** An access key was revoked. */
  | 'ACCESS_KEY_REVOKED'
  /** A request, `relatedId`, was approved, and this user let in. */
  | 'ACCESS_REQUEST_APPROVED'
  /** A request was dismissed. */
  | 'ACCESS_REQUEST_DISMISSED'
  /** An id on a channel was linked to a user. */
  | 'CHANNEL_IDENTITY_LINKED'
  /** An id on a channel was unlinked from its user. */
  | 'CHANNEL_IDENTITY_UNLINKED'
  /** An environment was added. */
  | 'ENVIRONMENT_CREATED'
  /** An environment was deleted. */
  | 'ENVIRONMENT_DELETED'
  /** An environment's name, type or self-registration was changed. */
  | 'ENVIRONMENT_UPDATED'
  /** A user was invited: `relatedId`. */
  | 'INVITATION_CREATED'
  /** The code of an invitation, `relatedId`, was sent, and the sender linked to the user. */
  | 'INVITATION_REDEEMED'
  /** An invitation of the user, `relatedId`, was revoked. */
  | 'INVITATION_REVOKED'
  /** The project was created. */
  | 'PROJECT_CREATED'
  /** The project was deleted. */
  | 'PROJECT_DELETED'
  /** A person became a member of the project. */
  | 'PROJECT_MEMBER_ADDED'
  /** A member was removed from the project. */
  | 'PROJECT_MEMBER_REMOVED'
  /** A member's name or role was changed. */
  | 'PROJECT_MEMBER_UPDATED'
  /** The project's name or settings were changed. */
  | 'PROJECT_UPDATED'
  /**
   * A phone number or an id was blocked: `relatedId`. The subject is the user who has it, or the block itself. Also when somebody who is blocked got it: then
   * the actor is who gave it to them.
   */
  | 'SENDER_BLOCKED'
  /** A gateway reported that a user's phone number or id on a channel was changed. */
  | 'SENDER_REPLACED'
  /** The block of a phone number or an id, `relatedId`, was lifted. The subject is the user who has it, or the block itself. */
  | 'SENDER_UNBLOCKED'
  /** Users of the project, the subject, were exported as a file. */
  | 'USERS_EXPORTED'
  /** Another user, `relatedId`, was merged into a user. */
  | 'USERS_MERGED'
  /** A user was added by the owner's side. */
  | 'USER_CREATED'
  /** A user was deleted. */
  | 'USER_DELETED'
  /** All that is kept of one user was exported. */
  | 'USER_EXPORTED'
  /** A user registered themselves through an assistant. */
  | 'USER_SELF_REGISTERED'
  /** A user's profile or environments were changed. */
  | 'USER_UPDATED';

/** A record of one change, written together with the change and never altered. It holds no personal data of users. */
export type AuditEvent = Node & {
  __typename?: 'AuditEvent';
  /** What was done. */
  action: AuditAction;
  /** The id of the access key, or of the project member, that did it; null for the operator at the machine. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** The name, at that time, of the access key or of the person that did it. */
  actorName: Scalars['String']['output'];
  /** The names of the fields that changed, such as phoneNumber or environments; never their values. Empty where no field was changed. */
  changedFields: Array<Scalars['String']['output']>;
  /** When it was done. */
  createdAt: Scalars['DateTime']['output'];
  /** The event's id, a UUID. */
  id: Scalars['ID']['output'];
  /**
   * The id of what else the change concerns: of the channel identity linked or unlinked, of the user who was merged, or of the request,
   * block or invitation. Null otherwise.
   */
  relatedId?: Maybe<Scalars['ID']['output']>;
  /** The id of what was changed: of a user, environment, access key, project member, project, request or block. */
  subjectId: Scalars['ID']['output'];
  /** The user who was changed; null when something else was changed, or the user was deleted since. */
  user?: Maybe<User>;
};

/** A page of audit events. */
export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  /** The events of this page, each with its cursor. */
  edges: Array<AuditEventEdge>;
  /** The events of this page without their cursors. */
  nodes: Array<AuditEvent>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** An audit event on a page. */
export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  /** The event's place in the list: pass it as `after` to read the events that follow. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: AuditEvent;
};

/** Whom to block: exactly one of a user, a sender and a request. */
export type BlockSenderInput = {
  /**
   * The request whose sender to block. It is dismissed. In an IDENTITY_CONFLICT the sender's id alone is blocked: the phone number is of a user who may
   * be somebody else.
   */
  accessRequestId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, for the owner's own memory, at most 500 characters. The blocked person never sees it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
  /** The sender to block, by phone number, id, or both. A user who is recognised by it is blocked whole. */
  sender?: InputMaybe<SenderInput>;
  /** The user to block. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** The result of blockSender. */
export type BlockSenderPayload = {
  __typename?: 'BlockSenderPayload';
  /** The blocks of the person, those from before too; empty when `userErrors` says why there is none. */
  blockedSenders: Array<BlockedSender>;
  /** Why nobody was blocked; empty when the person is blocked. */
  userErrors: Array<UserError>;
};

/** A phone number, or an id on a channel, that is kept out of all environments of a project. */
export type BlockedSender = Node & {
  __typename?: 'BlockedSender';
  /** The name, at that time, of the access key or person that blocked it. */
  blockedBy: Scalars['String']['output'];
  /** The channel of the id; null for a phone number, which is blocked on all channels. */
  channel?: Maybe<Channel>;
  /** When it was blocked. */
  createdAt: Scalars['DateTime']['output'];
  /** The id on the channel that is blocked; null for a phone number. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The block's id, a UUID. */
  id: Scalars['ID']['output'];
  /** Why it is blocked, in the owner's words; null without a note. */
  note?: Maybe<Scalars['String']['output']>;
  /** The phone number that is blocked; null for an id. */
  phoneNumber?: Maybe<Scalars['String']['output']>;
  /** The user who has the phone number or the id; null when nobody has. */
  user?: Maybe<User>;
};


/** A phone number, or an id on a channel, that is kept out of all environments of a project. */
export type BlockedSenderphoneNumberArgs = {
  format?: PhoneNumberFormat;
};

/** A page of blocked phone numbers and ids. */
export type BlockedSenderConnection = {
  __typename?: 'BlockedSenderConnection';
  /** The entries of this page, each with its cursor. */
  edges: Array<BlockedSenderEdge>;
  /** The entries of this page alone. */
  nodes: Array<BlockedSender>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries there are on all pages together. It is counted only when this field is selected. */
  totalCount: Scalars['Int']['output'];
};


/** A page of blocked phone numbers and ids. */
export type BlockedSenderConnectiontotalCountArgs = {
  upTo?: InputMaybe<Scalars['Int']['input']>;
};

/** A blocked phone number or id on a page. */
export type BlockedSenderEdge = {
  __typename?: 'BlockedSenderEdge';
  /** The entry's place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: BlockedSender;
};

/** A messaging app over which the assistant talks. */
export type Channel =
  /** Slack. */
  | 'SLACK'
  /** Telegram. */
  | 'TELEGRAM'
  /** WhatsApp. */
  | 'WHATSAPP';

/** An id by which a channel knows one person. The channel never gives the same id to somebody else. */
export type ChannelIdentity = Node & {
  __typename?: 'ChannelIdentity';
  /** The channel that gave the id. */
  channel: Channel;
  /** The id as the channel writes it: WhatsApp's business-scoped id (or the …@lid), Telegram's numeric id, or Slack's TEAM:USER. */
  externalId: Scalars['String']['output'];
  /** The identity's id in this service, a UUID; `externalId` is the channel's. */
  id: Scalars['ID']['output'];
  /** When the id was linked to this user. */
  linkedAt: Scalars['DateTime']['output'];
  /** Why the id is taken to be this user's. It decides whether the id goes when the user's phone number or e-mail address is changed. */
  linkedBy: LinkOrigin;
};

/** An id on a channel, for a new user. */
export type ChannelIdentityInput = {
  /** The channel that gave the id. */
  channel: Channel;
  /**
   * The id: WhatsApp's business-scoped id, Telegram's numeric id, or Slack's TEAM:USER. Required; a text that is no such id is
   * SENDER_INVALID.
   */
  externalId?: InputMaybe<Scalars['String']['input']>;
};

/** A new access key. */
export type CreateAccessKeyInput = {
  /** The environments of the project in which a GATEWAY key may ask. Omitted or empty, it may ask in all of them, future ones too. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When the key stops working by itself, a time in the future. Omitted or null, it never does. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What the key is for, 1 to 100 characters. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The id of the project the key is for. Omitted or null, the key is for the whole workspace. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** What the holder of the key may do. Required. */
  role?: InputMaybe<Role>;
};

/** The result of createAccessKey. */
export type CreateAccessKeyPayload = {
  __typename?: 'CreateAccessKeyPayload';
  /** The new key; null when `userErrors` says why there is none. */
  accessKey?: Maybe<AccessKey>;
  /** The key's secret, which begins with umk_. It is shown only here and cannot be read again. Null when no key was created. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What to correct before the key can be created; empty when it was created. */
  userErrors: Array<UserError>;
};

/** A new environment. */
export type CreateEnvironmentInput = {
  /** The environment's name, 1 to 100 characters, unique in the project. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
  /** Whether unknown senders may register themselves; CLOSED when omitted. */
  selfRegistration?: InputMaybe<SelfRegistrationMode>;
  /** What the environment is for. Required. */
  type?: InputMaybe<EnvironmentType>;
};

/** The result of createEnvironment. */
export type CreateEnvironmentPayload = {
  __typename?: 'CreateEnvironmentPayload';
  /** The new environment; null when `userErrors` says why there is none. */
  environment?: Maybe<Environment>;
  /** What to correct before the environment can be added; empty when it was added. */
  userErrors: Array<UserError>;
};

/** A new invitation. */
export type CreateInvitationInput = {
  /** The channel on which the code shall work. Omitted or null, it works on all. */
  channel?: InputMaybe<Channel>;
  /** When the code shall stop working: in the future, at most 30 days from now. Omitted or null, in 7 days. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The user to invite. */
  userId: Scalars['ID']['input'];
};

/** The result of createInvitation. */
export type CreateInvitationPayload = {
  __typename?: 'CreateInvitationPayload';
  /** The code, which begins with um-. It is shown only here and cannot be read again. Null when no invitation was created. */
  code?: Maybe<Scalars['String']['output']>;
  /** The new invitation; null when `userErrors` says why there is none. */
  invitation?: Maybe<Invitation>;
  /** Links that send the code; null when no invitation was created. */
  links?: Maybe<InvitationLinks>;
  /** What to correct before the user can be invited; empty when they were. */
  userErrors: Array<UserError>;
};

/** A new project. */
export type CreateProjectInput = {
  /** The project's name, 1 to 100 characters. Required. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** The result of createProject. */
export type CreateProjectPayload = {
  __typename?: 'CreateProjectPayload';
  /** The new project; null when `userErrors` says why there is none. */
  project?: Maybe<Project>;
  /** What to correct before the project can be created; empty when it was created. */
  userErrors: Array<UserError>;
};

/** A new user. A required field that is missing is answered in `userErrors`, not as an error of GraphQL. */
export type CreateUserInput = {
  /** Ids on channels that are known to be this person's; at most 20. */
  channelIdentities?: InputMaybe<Array<ChannelIdentityInput>>;
  /** True: nothing is written; `userErrors` says what would be refused, and `user` is null. */
  dryRun?: Scalars['Boolean']['input'];
  /** The e-mail address, at most 254 characters. Blank or omitted means none. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The environments in which the user may talk to the assistant. At least one is required. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The first name, 1 to 100 characters. Required. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Makes it safe to send the request again when its answer was lost: a random text of 8 to 200 characters, such as a UUID, a new one for
   * each user to create. For 24 hours the same key of the same caller answers the user it created, as that user is now, and creates nothing.
   * The key with another input is BAD_USER_INPUT; once the user was deleted, NOT_FOUND. A refusal is not remembered: correct the input
   * and send it again with the same key.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The last name, 1 to 100 characters. Required. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The middle name, at most 100 characters. Blank or omitted means none. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** The phone number in international format, such as +1 555-123-4567, with 10 to 15 digits. Required. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
};

/** The result of createUser. */
export type CreateUserPayload = {
  __typename?: 'CreateUserPayload';
  /** The new user; null when `userErrors` says why there is none. */
  user?: Maybe<User>;
  /** Everything to correct before the user can be added, in the order of the form; empty when the user was added. */
  userErrors: Array<UserError>;
};

/**
 * Users to add. Rows that are the same person are found by phone number, id on a channel or e-mail address, or because they are the same user: the
 * first of them that is not refused counts, and the later ones are SKIPPED. A row is somebody's who is here already by phone number, else by id, else
 * by e-mail address; one that is two people's is REFUSED, with the other one as `conflictingUser`.
 */
export type CreateUsersInput = {
  /** True: nothing is written; the answer says what would be. */
  dryRun?: Scalars['Boolean']['input'];
  /** The environments of the rows that name none themselves. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * Makes it safe to send the request again when its answer was lost: a random text of 8 to 200 characters, such as a UUID. For 24 hours the
   * same key of the same caller gives the same answer, with the users as they are then, and writes nothing. The key with another input is
   * BAD_USER_INPUT. A dry run ignores it.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to do with a row that is somebody who is here already. */
  ifExisting?: ExistingUserPolicy;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
  /** The users, 1 to 500; another number is BAD_USER_INPUT. A page or command sends a longer list in several requests. */
  rows: Array<UserRowInput>;
};

/** The result of createUsers. */
export type CreateUsersPayload = {
  __typename?: 'CreateUsersPayload';
  /** How many rows had each outcome. */
  counts: RowCounts;
  /** One result for each row, in their order; empty when the whole request was refused. */
  results: Array<UserRowResult>;
  /** Why the whole request was refused; empty when the rows were judged one by one. */
  userErrors: Array<UserError>;
};

/** How a user came here. */
export type CreationSource =
  /** The owner's side added the user, in the page or over the API. */
  | 'INVITED'
  /** The user registered themselves by writing to the assistant. */
  | 'SELF_REGISTERED';

/** The environment to delete. */
export type DeleteEnvironmentInput = {
  /** The id of the environment to delete. */
  id: Scalars['ID']['input'];
};

/** The result of deleteEnvironment. */
export type DeleteEnvironmentPayload = {
  __typename?: 'DeleteEnvironmentPayload';
  /** The id of the environment that was deleted; null when `userErrors` says why none was. */
  deletedEnvironmentId?: Maybe<Scalars['ID']['output']>;
  /** Why the environment was not deleted; empty when it was deleted. LAST_ENVIRONMENT names the first of the users who have no other. */
  userErrors: Array<UserError>;
};

/** The project to delete. */
export type DeleteProjectInput = {
  /** The id of the project to delete. */
  id: Scalars['ID']['input'];
};

/** The result of deleteProject. */
export type DeleteProjectPayload = {
  __typename?: 'DeleteProjectPayload';
  /** The id of the project that was deleted; null when `userErrors` says why none was. */
  deletedProjectId?: Maybe<Scalars['ID']['output']>;
  /** Why the project was not deleted; empty when it was deleted. */
  userErrors: Array<UserError>;
};

/** The user to delete. */
export type DeleteUserInput = {
  /** The id of the user to delete. */
  id: Scalars['ID']['input'];
};

/** The result of deleteUser. */
export type DeleteUserPayload = {
  __typename?: 'DeleteUserPayload';
  /** The id of the user who was deleted; null when `userErrors` says why none was. */
  deletedUserId?: Maybe<Scalars['ID']['output']>;
  /** Why the user was not deleted; empty when the user was deleted. */
  userErrors: Array<UserError>;
};

/** Users to delete: either `ids`, or a `selection` with its `expectedCount`. */
export type DeleteUsersInput = {
  /**
   * With `ids`: only those of them who are still in this selection when they are locked; the others are SKIPPED. For a selection of more than 1,000
   * users, sent in several requests.
   */
  among?: InputMaybe<UserSelection>;
  /** True: nothing is deleted; the answer says what would be. */
  dryRun?: Scalars['Boolean']['input'];
  /** How many users the caller saw in the selection. If it has another number of users now, nothing is deleted: COUNT_CHANGED. */
  expectedCount?: InputMaybe<Scalars['Int']['input']>;
  /** The ids of the users, 1 to 1,000. An id that is given twice counts once. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
  /** The users of a list, instead of their ids. */
  selection?: InputMaybe<UserSelection>;
};

/** The result of deleteUsers. */
export type DeleteUsersPayload = {
  __typename?: 'DeleteUsersPayload';
  /** How many users had each outcome. */
  counts: RowCounts;
  /** One result for each user, in the order of the ids or of the list; empty when the whole request was refused. */
  results: Array<UserRowResult>;
  /** Why the whole request was refused; empty when the users were judged one by one. */
  userErrors: Array<UserError>;
};

/** The request to dismiss. */
export type DismissAccessRequestInput = {
  /** The id of the request. */
  id: Scalars['ID']['input'];
};

/** The result of dismissAccessRequest. */
export type DismissAccessRequestPayload = {
  __typename?: 'DismissAccessRequestPayload';
  /** The request, now dismissed; null when `userErrors` says why it was not. */
  accessRequest?: Maybe<AccessRequest>;
  /** Why the request was not dismissed; empty when it was. */
  userErrors: Array<UserError>;
};

/**
 * A place in which the assistant runs, such as Production. A user may talk to the assistant in the environments they were given, and
 * in no other.
 */
export type Environment = Node & {
  __typename?: 'Environment';
  /** When the environment was added. */
  createdAt: Scalars['DateTime']['output'];
  /** The environment's id, a UUID. */
  id: Scalars['ID']['output'];
  /** The environment's name; no other environment of the project has it. */
  name: Scalars['String']['output'];
  /** How many requests to this environment wait for a decision. */
  pendingAccessRequestCount: Scalars['Int']['output'];
  /** Whether senders whom nobody knows may register themselves here. */
  selfRegistration: SelfRegistrationMode;
  /** What the environment is for. */
  type: EnvironmentType;
  /** How many users may talk to the assistant here. */
  userCount: Scalars['Int']['output'];
};

/** One user in one environment. */
export type EnvironmentAccess = {
  __typename?: 'EnvironmentAccess';
  /** The environment. */
  environment: Environment;
  /**
   * Until when the user may talk here; null: for ever. From then on a check answers EXPIRED. The environment stays the user's until it is taken
   * from them or the time is extended.
   */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The channel over which they wrote then; null when they were never seen here. */
  lastChannel?: Maybe<Channel>;
  /** When the user last wrote here and was let in, to within 15 minutes; null when they never were. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a check of one sender in one environment answers. */
export type EnvironmentDecision = {
  __typename?: 'EnvironmentDecision';
  /** The answer of `checkAccess`. */
  decision: AccessDecision;
  /** The environment. */
  environment: Environment;
  /** The sender, as the text was read. */
  sender: ParsedSender;
};

/** What an environment is for. */
export type EnvironmentType =
  /** For the people who build the assistant. */
  | 'DEVELOPMENT'
  /** For the assistant that is live. */
  | 'PRODUCTION'
  /** For testing together before a release. */
  | 'STAGING';

/** What to do with a row that is a user already. */
export type ExistingUserPolicy =
  /** Give the user the row's environments beside its own, and change nothing else. The rest of the row is not judged. */
  | 'ADD_ENVIRONMENTS'
  /** Leave the user as it is. The rest of the row is not judged. */
  | 'SKIP'
  /**
   * Replace what the row gives. What it omits or leaves blank stays, null clears, environments are the whole new set, and ids on channels are linked
   * beside those that the user has.
   */
  | 'UPDATE';

/** An invitation: a code, used once, that links the account from which it is sent to a user. */
export type Invitation = Node & {
  __typename?: 'Invitation';
  /** The channel on which the code works; null for any channel. */
  channel?: Maybe<Channel>;
  /** When the invitation was created. */
  createdAt: Scalars['DateTime']['output'];
  /** When the code stops working by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** The invitation's id, a UUID. It is not the code. */
  id: Scalars['ID']['output'];
  /** When the code was used; null when it was not. */
  redeemedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the code still works. */
  status: InvitationStatus;
  /** The user who was invited. */
  user: User;
};

/** Links that open a chat with the assistant and carry the code. */
export type InvitationLinks = {
  __typename?: 'InvitationLinks';
  /** For Telegram; null when the project does not name its bot, or the invitation is for another channel. */
  telegram?: Maybe<Scalars['String']['output']>;
  /** For WhatsApp; null when the project does not name its number, or the invitation is for another channel. */
  whatsApp?: Maybe<Scalars['String']['output']>;
};

/** What redeemInvitation did. */
export type InvitationOutcome =
  /** The sender's id was the user's already; nothing was changed, and a code that was unused still works. */
  | 'ALREADY_LINKED'
  /** The sender's id was linked to the user. The code is used up. */
  | 'LINKED';

/** Whether an invitation still works. */
export type InvitationStatus =
  /** It was not used in time. */
  | 'EXPIRED'
  /** Its code works. */
  | 'PENDING'
  /** Its code was used. */
  | 'REDEEMED'
  /** It was revoked, by somebody or by a newer invitation. */
  | 'REVOKED';

/** An id on a channel, and the user to link it to. */
export type LinkChannelIdentityInput = {
  /** The channel that gave the id. */
  channel: Channel;
  /**
   * The id: WhatsApp's business-scoped id, Telegram's numeric id, or Slack's TEAM:USER. Required; a text that is no such id is
   * SENDER_INVALID.
   */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The id of the user. */
  userId: Scalars['ID']['input'];
};

/** The result of linkChannelIdentity. */
export type LinkChannelIdentityPayload = {
  __typename?: 'LinkChannelIdentityPayload';
  /** The identity as it is linked now; null when `userErrors` says why it was not linked. */
  channelIdentity?: Maybe<ChannelIdentity>;
  /** The user to whom it is linked; null when nothing was linked. */
  user?: Maybe<User>;
  /** What to correct before the id can be linked; empty when it is linked. */
  userErrors: Array<UserError>;
};

/** Why an id on a channel is taken to be a user's. */
export type LinkOrigin =
  /** Slack confirmed the user's e-mail address for this id. When the address is changed or cleared, the id is unlinked. */
  | 'EMAIL'
  /** The person sent the code of an invitation with this id. It stays until it is unlinked. */
  | 'INVITATION'
  /** The owner's side said so. It stays until it is unlinked. */
  | 'OWNER'
  /** A message came with this id and the user's phone number. When the phone number is changed, the id is unlinked. */
  | 'PHONE_NUMBER'
  /** The person registered themselves with this id. It stays until it is unlinked. */
  | 'REGISTRATION';

/** Two users who are the same person. */
export type MergeUsersInput = {
  /** The `version` of the kept user that the caller read. If that user was changed since, the answer is VERSION_CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The id of the user to keep. */
  id: Scalars['ID']['input'];
  /** The id of the user to merge into the other and to delete. The same id as the kept user's is BAD_USER_INPUT. */
  mergedId: Scalars['ID']['input'];
};

/** The result of mergeUsers. */
export type MergeUsersPayload = {
  __typename?: 'MergeUsersPayload';
  /** The id of the user who was merged and deleted; null when nothing was merged. */
  deletedUserId?: Maybe<Scalars['ID']['output']>;
  /** The kept user after the merge; null when `userErrors` says why nothing was merged. */
  user?: Maybe<User>;
  /** Why nothing was merged; empty when the users were merged. */
  userErrors: Array<UserError>;
};

/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Lets a person whom the company's identity provider knows into a project. Needs ADMINISTRATOR. Refused with SUBJECT_REQUIRED,
   * SUBJECT_INVALID, SUBJECT_TAKEN, NAME_REQUIRED, TOO_LONG, ROLE_REQUIRED, ROLE_NOT_ALLOWED, or TOO_MANY beyond 1,000 members.
   */
  addProjectMember: AddProjectMemberPayload;
  /**
   * Lets the person of a request in. With `userId`, the person is this user: the id with which they wrote is linked to them. Without it,
   * a sender whom we recognise gets the environment, and one whom we do not becomes a new, SELF_REGISTERED user. A dismissed request can
   * still be approved. Needs MEMBER. Refused with NOT_FOUND, ALREADY_DECIDED, SENDER_BLOCKED, IDENTITY_CONFLICT when the request could be
   * two users' and `userId` does not settle it, IDENTITY_TAKEN, PHONE_NUMBER_MISMATCH, TOO_MANY, ENVIRONMENT_NOT_FOUND, EMAIL_INVALID,
   * EMAIL_TAKEN or TOO_LONG.
   */
  approveAccessRequest: ApproveAccessRequestPayload;
  /**
   * Keeps somebody out of all environments of the project, whoever they are registered as: from the next check on the answer is BLOCKED.
   * Blocking a user blocks each of their phone numbers and ids, and those that they get later, however many blocks there are; it outlasts the
   * deletion of the user.
   * A waiting request of theirs is dismissed. Blocking twice changes nothing. Give exactly one of `userId`, `sender` and
   * `accessRequestId`, else BAD_USER_INPUT. Needs MEMBER. Refused with NOT_FOUND, PHONE_NUMBER_INVALID, SENDER_INVALID, TOO_LONG,
   * ALREADY_DECIDED for an approved request, or TOO_MANY beyond 100,000 blocks of a project.
   */
  blockSender: BlockSenderPayload;
  /**
   * Creates an access key; its secret is in this answer and nowhere else. Needs ADMINISTRATOR; for a key of the whole workspace, an
   * ADMINISTRATOR key of the workspace. Refused with NAME_REQUIRED, TOO_LONG, ROLE_REQUIRED, ENVIRONMENTS_NOT_ALLOWED,
   * ENVIRONMENT_NOT_FOUND, EXPIRY_IN_PAST, or TOO_MANY beyond 1,000 keys in use.
   */
  createAccessKey: CreateAccessKeyPayload;
  /**
   * Adds an environment to a project. Needs ADMINISTRATOR. Refused with NAME_REQUIRED, TOO_LONG, NAME_TAKEN, TYPE_REQUIRED, or TOO_MANY
   * beyond 50 environments.
   */
  createEnvironment: CreateEnvironmentPayload;
  /**
   * Invites a user to prove on a channel who they are: whoever sends the code to the assistant is linked to the user. The code is in this
   * answer and nowhere else. It works once. A newer invitation of a user for the same channel revokes the older one; one for any channel
   * revokes all of the user's. Needs MEMBER. Refused with NOT_FOUND, SENDER_BLOCKED for a blocked user, EXPIRY_IN_PAST or
   * EXPIRY_TOO_FAR.
   */
  createInvitation: CreateInvitationPayload;
  /**
   * Creates a project with the environments Development, Staging and Production. Newcomers may register themselves only in Production.
   * Needs an ADMINISTRATOR key of the whole workspace. Refused with NAME_REQUIRED or TOO_LONG.
   */
  createProject: CreateProjectPayload;
  /**
   * Adds a user, as INVITED. Needs MEMBER. All problems of the form are answered at once, in its order: PHONE_NUMBER_REQUIRED,
   * PHONE_NUMBER_INVALID, PHONE_NUMBER_TAKEN, EMAIL_INVALID, EMAIL_TAKEN, FIRST_NAME_REQUIRED, LAST_NAME_REQUIRED, TOO_LONG,
   * ENVIRONMENT_REQUIRED, ENVIRONMENT_NOT_FOUND, SENDER_INVALID, IDENTITY_TAKEN, TOO_MANY, PHONE_NUMBER_BLOCKED, SENDER_BLOCKED.
   */
  createUser: CreateUserPayload;
  /**
   * Adds up to 500 users at once, and brings people who are here already up to date if `ifExisting` says so. Each row is judged as `createUser` or
   * `updateUser` would judge it: good rows are written, in one transaction, and bad ones told, each with its reasons. Needs MEMBER. Refused
   * as a whole only with NOT_FOUND; no row or more than 500 are BAD_USER_INPUT.
   */
  createUsers: CreateUsersPayload;
  /**
   * Deletes an environment and takes it from all its users. Refused with LAST_ENVIRONMENT while it is the only environment of some user;
   * nothing is deleted then. With a million users it takes seconds. Needs ADMINISTRATOR.
   */
  deleteEnvironment: DeleteEnvironmentPayload;
  /**
   * Deletes a project with all its environments, users, members and access keys, at once. It cannot be undone. Needs an ADMINISTRATOR key
   * of the whole workspace.
   */
  deleteProject: DeleteProjectPayload;
  /** Deletes a user from all environments, at once. It cannot be undone. Needs MEMBER. */
  deleteUser: DeleteUserPayload;
  /**
   * Deletes up to 1,000 users from all environments, in one transaction. It cannot be undone. Needs MEMBER. Refused as a whole with NOT_FOUND,
   * COUNT_CHANGED, or TOO_MANY beyond 1,000 selected users.
   */
  deleteUsers: DeleteUsersPayload;
  /**
   * Dismisses a request: not now. The sender is told nothing, and further attempts do not open the request again; it can still be
   * approved. Needs MEMBER. Refused with NOT_FOUND or ALREADY_DECIDED.
   */
  dismissAccessRequest: DismissAccessRequestPayload;
  /**
   * Links an id on a channel to a user: from the next check on, a sender with this id is recognised as them. Linking an id that the user
   * has already changes nothing. Needs MEMBER. Refused with SENDER_INVALID, SENDER_BLOCKED, IDENTITY_TAKEN, or TOO_MANY beyond 20
   * ids of one user.
   */
  linkChannelIdentity: LinkChannelIdentityPayload;
  /**
   * Makes one user of two who are the same person. The user who is kept gets the other's channel identities, environments and invitations,
   * and those profile fields of the other that are empty in its own; in an environment that both have, the later end of access and the later
   * sighting count. The other user is deleted. It cannot be undone. Needs MEMBER. Refused with
   * VERSION_CONFLICT, or with TOO_MANY when both together have more than 20 channel identities.
   */
  mergeUsers: MergeUsersPayload;
  /**
   * Links the sender of a code to the user who was invited. Call it when a private message is `/start <code>` or exactly a code. It lets
   * nobody into an environment: check access afterwards. For GATEWAY keys only. Refused with ENVIRONMENT_NOT_FOUND, SENDER_INVALID without
   * an id, IDENTITY_CONFLICT when the sender is another user, TOO_MANY beyond 20 ids of one user, and otherwise with INVITATION_INVALID,
   * which never tells why: an unknown, used, expired or revoked code, one of another channel, or a blocked person. Only a success uses the
   * code up.
   */
  redeemInvitation: RedeemInvitationPayload;
  /** Removes a member from the project, from the person's next request on. Needs ADMINISTRATOR. */
  removeProjectMember: RemoveProjectMemberPayload;
  /**
   * Follows a person whose phone number or id was changed on the channel. Call it when the channel says so: for WhatsApp's
   * user_changed_number and user_changed_user_id, in whichever order they arrive. Calling it again changes nothing. For GATEWAY keys only.
   * Refused with ENVIRONMENT_NOT_FOUND, PHONE_NUMBER_INVALID, SENDER_INVALID, SENDER_BLOCKED,
   * IDENTITY_CONFLICT, or TOO_MANY beyond 20 ids of one user.
   */
  replaceSender: ReplaceSenderPayload;
  /** Revokes an access key: its next request is refused. Revoking a key twice changes nothing. Needs ADMINISTRATOR. */
  revokeAccessKey: RevokeAccessKeyPayload;
  /** Revokes an invitation: its code works no more. Revoking one that is used, revoked or expired changes nothing. Needs MEMBER. */
  revokeInvitation: RevokeInvitationPayload;
  /**
   * Registers a person who wrote to the assistant, links the id with which a known person writes, or, where self-registration is
   * APPROVAL, asks the owner to let them in. Call it when a check says `shouldRegister`, with the same sender, and obey `decision`.
   * Calling it again changes nothing, except that it counts as another attempt. For GATEWAY keys only. Refused with
   * ENVIRONMENT_NOT_FOUND, PHONE_NUMBER_INVALID, SENDER_INVALID, SENDER_BLOCKED, IDENTITY_CONFLICT, SELF_REGISTRATION_CLOSED,
   * EMAIL_INVALID, EMAIL_TAKEN, or TOO_MANY when an environment has too many requests.
   */
  selfRegisterUser: SelfRegisterUserPayload;
  /** Lifts the block of one phone number or id. A user of whom other ones are blocked stays blocked. Needs MEMBER. Refused with NOT_FOUND. */
  unblockSender: UnblockSenderPayload;
  /**
   * Unlinks an id on a channel from its user, who is no longer recognised by it. Refused with LAST_IDENTITY when the user has neither a
   * phone number nor another id, since nothing could recognise them then. Needs MEMBER.
   */
  unlinkChannelIdentity: UnlinkChannelIdentityPayload;
  /**
   * Renames an environment, changes its type, or changes who may register there. Needs ADMINISTRATOR. Refused with
   * NAME_REQUIRED, TOO_LONG or NAME_TAKEN.
   */
  updateEnvironment: UpdateEnvironmentPayload;
  /**
   * Changes a project. What is omitted stays as it is. Needs ADMINISTRATOR. Refused with NAME_REQUIRED, TOO_LONG, TELEGRAM_BOT_INVALID
   * or PHONE_NUMBER_INVALID.
   */
  updateProject: UpdateProjectPayload;
  /**
   * Changes a member's name or role, from the person's next request on. Needs ADMINISTRATOR. Refused with NAME_REQUIRED, TOO_LONG,
   * ROLE_REQUIRED or ROLE_NOT_ALLOWED.
   */
  updateProjectMember: UpdateProjectMemberPayload;
  /**
   * Changes a user. What is omitted stays as it is; null clears the e-mail address and the middle name. Needs MEMBER. Refused with
   * VERSION_CONFLICT, with a code of createUser for a field that is given, with LAST_ENVIRONMENT when no environment would be left, or with
   * LAST_IDENTITY when nothing could recognise the user any more, or for `accessExpiries` with ENVIRONMENT_NOT_FOUND or EXPIRY_IN_PAST.
   */
  updateUser: UpdateUserPayload;
  /**
   * Gives environments to up to 1,000 users and takes others from them, in one transaction. A user who would be left without any environment is
   * REFUSED with LAST_ENVIRONMENT, the others are changed. To move users, add one environment and remove another at once: a user's time in what is new
   * to them ends with the last of what is taken from them, if all of that has an end. Needs MEMBER. Refused as a whole with NOT_FOUND,
   * ENVIRONMENT_NOT_FOUND, COUNT_CHANGED, or TOO_MANY beyond 1,000 selected users.
   */
  updateUsers: UpdateUsersPayload;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationaddProjectMemberArgs = {
  input: AddProjectMemberInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationapproveAccessRequestArgs = {
  input: ApproveAccessRequestInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationblockSenderArgs = {
  input: BlockSenderInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationcreateAccessKeyArgs = {
  input: CreateAccessKeyInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationcreateEnvironmentArgs = {
  input: CreateEnvironmentInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationcreateInvitationArgs = {
  input: CreateInvitationInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationcreateProjectArgs = {
  input: CreateProjectInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationcreateUserArgs = {
  input: CreateUserInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationcreateUsersArgs = {
  input: CreateUsersInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationdeleteEnvironmentArgs = {
  input: DeleteEnvironmentInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationdeleteProjectArgs = {
  input: DeleteProjectInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationdeleteUserArgs = {
  input: DeleteUserInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationdeleteUsersArgs = {
  input: DeleteUsersInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationdismissAccessRequestArgs = {
  input: DismissAccessRequestInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationlinkChannelIdentityArgs = {
  input: LinkChannelIdentityInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationmergeUsersArgs = {
  input: MergeUsersInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationredeemInvitationArgs = {
  input: RedeemInvitationInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationremoveProjectMemberArgs = {
  input: RemoveProjectMemberInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationreplaceSenderArgs = {
  input: ReplaceSenderInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationrevokeAccessKeyArgs = {
  input: RevokeAccessKeyInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationrevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationselfRegisterUserArgs = {
  input: SelfRegisterUserInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationunblockSenderArgs = {
  input: UnblockSenderInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationunlinkChannelIdentityArgs = {
  input: UnlinkChannelIdentityInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationupdateEnvironmentArgs = {
  input: UpdateEnvironmentInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationupdateProjectArgs = {
  input: UpdateProjectInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationupdateProjectMemberArgs = {
  input: UpdateProjectMemberInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationupdateUserArgs = {
  input: UpdateUserInput;
};


/**
 * Every change. What a person can correct is answered in the payload's `userErrors`; then nothing was changed, and the object or id in the
 * payload is null. "Needs MEMBER" in a description names the weakest role that may do it. A caller who has it in no project is answered with
 * the top-level error FORBIDDEN; one who has it only in other projects is told NOT_FOUND, as for an id that does not exist.
 */
export type MutationupdateUsersArgs = {
  input: UpdateUsersInput;
};

/** An object with an id of its own, which is unique in the whole service. Relay and other clients read it anew with `Query.node`. */
export type Node = {
  /** The object's id, a UUID. Another text where an id is expected is BAD_USER_INPUT. */
  id: Scalars['ID']['output'];
};

/** The direction of an order. */
export type OrderDirection =
  /** Ascending: oldest first, or A before Z. */
  | 'ASC'
  /** Descending: newest first, or Z before A. */
  | 'DESC';

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last entry on this page; null when the page is empty, except in a list that says otherwise. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are more entries after this page. To read on, pass `endCursor` as `after`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are entries before this page. To read back, pass `startCursor` as `before`, where the list takes it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first entry on this page; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** One way to read a text as a sender. */
export type ParsedSender = {
  __typename?: 'ParsedSender';
  /** The channel on which it would write. */
  channel: Channel;
  /** The e-mail address, if the text is one: read as one that Slack confirms. */
  email?: Maybe<Scalars['String']['output']>;
  /** The id on the channel, if the text is one. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The phone number, if the text is one. */
  phoneNumber?: Maybe<Scalars['String']['output']>;
};


/** One way to read a text as a sender. */
export type ParsedSenderphoneNumberArgs = {
  format?: PhoneNumberFormat;
};

/** How to write a phone number. */
export type PhoneNumberFormat =
  /** A plus sign and the digits, without spaces: +15551234567. */
  | 'E164'
  /** In groups, as people read it: +1 555 123 4567. */
  | 'INTERNATIONAL';

/**
 * The settings of one assistant. A project owns its environments, users, access keys, members and audit events; nothing is shared
 * between projects.
 */
export type Project = Node & {
  __typename?: 'Project';
  /**
   * The project's access keys, newest first, revoked and expired ones too; at most 1,000, of which those in use come before others. Keys
   * of the whole workspace are not among them. The secrets are never shown again.
   */
  accessKeys: Array<AccessKey>;
  /**
   * Who knocked and was not let in, the newest attempt first. An attempt moves a request to the front, also while the list is read. Give
   * `first` with `after` to read on, or `last` with `before` to read back; without either a page has 20 requests.
   */
  accessRequests: AccessRequestConnection;
  /** Who changed what in this project, newest first. Checks and reads are not recorded; exports are. */
  auditEvents: AuditEventConnection;
  /**
   * Who is kept out, the newest block first; one entry for each phone number and id. Give `first` with `after` to read on, or `last` with
   * `before` to read back; without either a page has 20 entries.
   */
  blockedSenders: BlockedSenderConnection;
  /** When the project was created. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * The environments in which the assistant runs: development first, then staging, then production, each ordered by name. At most
   * 50.
   */
  environments: Array<Environment>;
  /** The project's id, a UUID. */
  id: Scalars['ID']['output'];
  /**
   * Whether an environment that is CLOSED notes who was denied there, as requests. Switching it off deletes those at once, and no more
   * are noted. It is on in a new project.
   */
  keepsDeniedAttempts: Scalars['Boolean']['output'];
  /** The people who manage this project after signing in with the company's identity provider, ordered by name; at most 1,000. */
  members: Array<ProjectMember>;
  /** The name that its owner gave it. */
  name: Scalars['String']['output'];
  /** The name of the assistant's bot on Telegram, for links of invitations; null when it was not told. */
  telegramBot?: Maybe<Scalars['String']['output']>;
  /**
   * The users of the project, newest first unless `orderBy` says otherwise. Give `first` with `after` to read on, or `last` with `before` to
   * read back; `first` and `last` together are BAD_USER_INPUT. Without either a page has 20 users.
   */
  users: UserConnection;
  /** What the caller of this request may do in this project. */
  viewerRole: Role;
  /** The assistant's phone number on WhatsApp, as E.164, for links of invitations; null when it was not told. */
  whatsAppNumber?: Maybe<Scalars['String']['output']>;
};


/**
 * The settings of one assistant. A project owns its environments, users, access keys, members and audit events; nothing is shared
 * between projects.
 */
export type ProjectaccessRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<AccessRequestStatus>;
};


/**
 * The settings of one assistant. A project owns its environments, users, access keys, members and audit events; nothing is shared
 * between projects.
 */
export type ProjectauditEventsArgs = {
  actions?: InputMaybe<Array<AuditAction>>;
  actorId?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * The settings of one assistant. A project owns its environments, users, access keys, members and audit events; nothing is shared
 * between projects.
 */
export type ProjectblockedSendersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The settings of one assistant. A project owns its environments, users, access keys, members and audit events; nothing is shared
 * between projects.
 */
export type ProjectusersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<UserOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A person who manages a project and signs in with the company's identity provider. Members are not the users who talk to the
 * assistant.
 */
export type ProjectMember = Node & {
  __typename?: 'ProjectMember';
  /** When the person was added to this project. */
  createdAt: Scalars['DateTime']['output'];
  /** The member's id, a UUID. The same person has another one in each project. */
  id: Scalars['ID']['output'];
  /** The person's name in this project. */
  name: Scalars['String']['output'];
  /** What the person may do in this project; never GATEWAY. */
  role: Role;
  /** The `sub` claim of the person's access tokens, by which they are recognised. */
  subject: Scalars['String']['output'];
};

/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type Query = {
  __typename?: 'Query';
  /**
   * Tells whether a sender may talk to the assistant in an environment. A sender who may not talk is an answer, not an error; the answer
   * is yes only when it is certain. Every role may ask. What a GATEWAY asks counts as an attempt of a sender who is not let in
   * (`AccessRequest`).
   */
  checkAccess: AccessDecision;
  /** The same for up to 100 senders of one environment, answered in their order. More are BAD_USER_INPUT. */
  checkAccessBatch: Array<AccessDecision>;
  /**
   * The requests to an environment that were approved in the last 7 days, oldest approval first: whom a gateway may write to again. Keep
   * `pageInfo.endCursor` and pass it as `after` the next time: each approval comes exactly once. An empty page
   * answers the cursor that it was asked after. Null when there is no environment with this id in which the caller may ask. Requests that were closed because
   * the person got in otherwise are not among them. Every role may ask.
   */
  decidedAccessRequests?: Maybe<AccessRequestConnection>;
  /**
   * Tells who a text may be, whether they may talk in each environment of the project, and why: for an owner who is asked "Why am I ignored?".
   * The decisions are those of `checkAccess`; nothing is written, and nothing counts as an attempt. Null as in `project`. Needs VIEWER.
   */
  explainAccess?: Maybe<AccessExplanation>;
  /** The object with this id, of whichever type; null when there is none that the caller may see. */
  node?: Maybe<Node>;
  /**
   * Several objects of any types in one call, in the order of their ids, with null where there is none that the caller may see. An id that
   * is given twice is answered twice. More than 100 ids are BAD_USER_INPUT.
   */
  nodes: Array<Maybe<Node>>;
  /** One project; null when there is none with this id that the caller may see. */
  project?: Maybe<Project>;
  /** One user; null when there is none with this id that the caller may see. */
  user?: Maybe<User>;
  /** Who is asking: the access key or the person of this request. Every role may ask. */
  viewer: Viewer;
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QuerycheckAccessArgs = {
  environmentId: Scalars['ID']['input'];
  sender: SenderInput;
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QuerycheckAccessBatchArgs = {
  environmentId: Scalars['ID']['input'];
  senders: Array<SenderInput>;
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QuerydecidedAccessRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  environmentId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QueryexplainAccessArgs = {
  projectId: Scalars['ID']['input'];
  sender: Scalars['String']['input'];
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QuerynodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QuerynodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QueryprojectArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every read. Something that does not exist and something of a project the caller may not see are both answered with null, so nobody
 * can tell the two apart.
 */
export type QueryuserArgs = {
  id: Scalars['ID']['input'];
};

/** A code, and who sent it. */
export type RedeemInvitationInput = {
  /** The code, exactly as it was sent. */
  code: Scalars['String']['input'];
  /** The environment in which the code arrived. */
  environmentId: Scalars['ID']['input'];
  /** Who sent the code: the id on the channel is needed. */
  sender: SenderInput;
};

/** The result of redeemInvitation. */
export type RedeemInvitationPayload = {
  __typename?: 'RedeemInvitationPayload';
  /** What was done; null when nothing was. */
  outcome?: Maybe<InvitationOutcome>;
  /** The user to whom the sender is linked now; null when `userErrors` says why nothing was linked. */
  user?: Maybe<User>;
  /** Why the code was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The member to remove from the project. */
export type RemoveProjectMemberInput = {
  /** The id of the member to remove. */
  id: Scalars['ID']['input'];
};

/** The result of removeProjectMember. */
export type RemoveProjectMemberPayload = {
  __typename?: 'RemoveProjectMemberPayload';
  /** The id of the member who was removed; null when `userErrors` says why none was. */
  removedProjectMemberId?: Maybe<Scalars['ID']['output']>;
  /** Why the member was not removed; empty when the member was removed. */
  userErrors: Array<UserError>;
};

/** A change of a person's phone number or id on a channel. */
export type ReplaceSenderInput = {
  /**
   * The sender after the change: the new phone number, the new id, or both. On another channel than `previous`, or the same as `previous`,
   * it is BAD_USER_INPUT.
   */
  current: SenderInput;
  /** The environment in which the channel told of the change. */
  environmentId: Scalars['ID']['input'];
  /** The sender before the change: the old phone number, the old id, or both. */
  previous: SenderInput;
};

/** What replaceSender did. */
export type ReplaceSenderOutcome =
  /** The user had the new phone number or id already; nothing was changed. */
  | 'ALREADY_REPLACED'
  /** The user has the new phone number or id now. An old id stays linked, beside the new one. */
  | 'REPLACED'
  /** Nobody in this project was this sender; nothing was changed. */
  | 'UNKNOWN_SENDER';

/** The result of replaceSender. */
export type ReplaceSenderPayload = {
  __typename?: 'ReplaceSenderPayload';
  /** What was done; null when `userErrors` says why nothing was. */
  outcome?: Maybe<ReplaceSenderOutcome>;
  /** The user who has the new phone number or id; null when nobody here was this sender, or the change was refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The access key to revoke. */
export type RevokeAccessKeyInput = {
  /** The id of the key to revoke. */
  id: Scalars['ID']['input'];
};

/** The result of revokeAccessKey. */
export type RevokeAccessKeyPayload = {
  __typename?: 'RevokeAccessKeyPayload';
  /** The key, now revoked; null when `userErrors` says why it was not. */
  accessKey?: Maybe<AccessKey>;
  /** Why the key was not revoked; empty when it was revoked. */
  userErrors: Array<UserError>;
};

/** The invitation to revoke. */
export type RevokeInvitationInput = {
  /** The id of the invitation. */
  id: Scalars['ID']['input'];
};

/** The result of revokeInvitation. */
export type RevokeInvitationPayload = {
  __typename?: 'RevokeInvitationPayload';
  /** The invitation; null when `userErrors` says why it was not revoked. */
  invitation?: Maybe<Invitation>;
  /** Why the invitation was not revoked; empty when it was. */
  userErrors: Array<UserError>;
};

/** What a caller may do in a project, or in the whole workspace. */
export type Role =
  /** May do what a MEMBER may, and manage environments, access keys, project members and the project itself. */
  | 'ADMINISTRATOR'
  /**
   * A messaging gateway: checks access, registers newcomers, follows changed senders, redeems invitations and reads which requests were
   * approved. It may also read the schema, and of `viewer` its own name and role and the names of its environments; nothing else. Only access
   * keys have this role.
   */
  | 'GATEWAY'
  /** May do what a VIEWER may, and add, change, merge and delete users, decide requests, block and invite. */
  | 'MEMBER'
  /** May read everything in the project, and check access. */
  | 'VIEWER';

/** How many rows had each outcome. With `dryRun`, how many would have it. */
export type RowCounts = {
  __typename?: 'RowCounts';
  /** New users. */
  created: Scalars['Int']['output'];
  /** Deleted users. */
  deleted: Scalars['Int']['output'];
  /** Rows that were refused. */
  refused: Scalars['Int']['output'];
  /** Rows with which nothing was done. */
  skipped: Scalars['Int']['output'];
  /** Users who had everything already. */
  unchanged: Scalars['Int']['output'];
  /** Changed users. */
  updated: Scalars['Int']['output'];
};

/** A field of a user in which the search was found. */
export type SearchMatch = {
  __typename?: 'SearchMatch';
  /** The field in which it was found. */
  field: UserSearchField;
  /** The displayed value of the field in pieces: joined, their texts are the value unchanged. */
  segments: Array<TextSegment>;
};


/** A field of a user in which the search was found. */
export type SearchMatchsegmentsArgs = {
  phoneNumberFormat?: PhoneNumberFormat;
};

/** A person who wrote to the assistant. The names and the address are used only for a new user: they never change one who is known. */
export type SelfRegisterUserInput = {
  /** The e-mail address for the new user's profile, if the channel tells it. It recognises nobody; `sender.email` does. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The environment in which the person wrote. */
  environmentId: Scalars['ID']['input'];
  /** The first name, if the channel tells it. One of more than 100 characters is cut. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The last name, if the channel tells it. One of more than 100 characters is cut. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The middle name, if the channel tells it. One of more than 100 characters is cut. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** Who the person is on the channel: the same as in the check. */
  sender: SenderInput;
};

/** The result of selfRegisterUser. */
export type SelfRegisterUserPayload = {
  __typename?: 'SelfRegisterUserPayload';
  /**
   * What checkAccess answers for this sender now. It is there after a refusal too, but null when there is no such environment or the sender
   * is malformed; let nobody talk then.
   */
  decision?: Maybe<AccessDecision>;
  /** What was done; null when `userErrors` says why nothing was. */
  outcome?: Maybe<SelfRegistrationOutcome>;
  /** The new user, or the one who was recognised; null when they only asked to be let in, or when `userErrors` says why nothing was done. */
  user?: Maybe<User>;
  /** Why the person was not registered; empty when it was done. See `decision` for whether they may talk. */
  userErrors: Array<UserError>;
};

/** Whether senders whom nobody knows may register themselves in an environment. */
export type SelfRegistrationMode =
  /** An unknown sender who registers waits for an owner's decision: registering makes a request. */
  | 'APPROVAL'
  /** An unknown sender is refused: somebody has to add them first. The attempt is noted while `Project.keepsDeniedAttempts`. */
  | 'CLOSED'
  /** An unknown sender who registers becomes a user of this environment. */
  | 'OPEN';

/** What selfRegisterUser did. */
export type SelfRegistrationOutcome =
  /** The person is a user of this environment already; nothing was changed. */
  | 'ALREADY_REGISTERED'
  /** The person asked before, and was not let in yet; say nothing. */
  | 'ALREADY_REQUESTED'
  /** A new user was created in this environment. */
  | 'CREATED'
  /** The person is a user of the project, and was let into this environment too; if they wrote with a new id, it was linked. */
  | 'ENVIRONMENT_ADDED'
  /**
   * The person was recognised by phone number, or by the e-mail address that Slack confirmed, and the id was linked to them. `decision` says
   * whether they may talk. For somebody who would ask to be let in: there was no room for another request.
   */
  | 'LINKED_TO_EXISTING'
  /**
   * The person waits for an owner's decision; tell them so, once. If they are a user of the project and wrote with a new id, it was
   * linked.
   */
  | 'REQUESTED';

/**
 * Who sent a message. Give everything that the channel told of them. If one part is malformed, the whole sender is invalid, so that nobody
 * is let in by mistake. A phone number that no user can have here, such as Telegram's +888, is ignored when an id is given too.
 */
export type SenderInput = {
  /** The channel over which the message arrived. */
  channel: Channel;
  /**
   * For SLACK only, and only together with the id: the e-mail address that Slack itself confirmed, of a full member of the app's own team.
   * It finds the user who has this address. It never changes a profile.
   */
  email?: InputMaybe<Scalars['String']['input']>;
  /**
   * The sender's id on the channel. WhatsApp: the business-scoped id (US.1349…), its parent (US.ENT.…) or the …@lid, but never
   * …@s.whatsapp.net, which is a phone number. Telegram: the numeric id, from.id. Slack: team and user, as T…:U…; in an
   * Enterprise Grid also E… and W…. An id of a group, channel, bot or anonymous administrator is invalid: it is no single person's.
   */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /**
   * The sender's phone number. On WhatsApp and Telegram digits without a + are read as international, as the channel sends them. Older
   * ways of writing a country's numbers are understood.
   */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** One piece of a displayed text. It never cuts a visible character, such as an accented letter or an emoji, in two. */
export type TextSegment = {
  __typename?: 'TextSegment';
  /** Whether the search was found in this piece: show it highlighted. */
  matched: Scalars['Boolean']['output'];
  /** The piece, as it is displayed. */
  text: Scalars['String']['output'];
};

/** The block to lift. */
export type UnblockSenderInput = {
  /** The id of the block. */
  id: Scalars['ID']['input'];
};

/** The result of unblockSender. */
export type UnblockSenderPayload = {
  __typename?: 'UnblockSenderPayload';
  /** The id of the block that was lifted; null when `userErrors` says why none was. */
  deletedBlockedSenderId?: Maybe<Scalars['ID']['output']>;
  /** Why the block was not lifted; empty when it was. */
  userErrors: Array<UserError>;
};

/** The identity to unlink from its user. */
export type UnlinkChannelIdentityInput = {
  /** The identity's id in this service: `ChannelIdentity.id`, not `externalId`. */
  id: Scalars['ID']['input'];
};

/** The result of unlinkChannelIdentity. */
export type UnlinkChannelIdentityPayload = {
  __typename?: 'UnlinkChannelIdentityPayload';
  /** The user who had the id; null when `userErrors` says why nothing was unlinked. */
  user?: Maybe<User>;
  /** Why nothing was unlinked; empty when the id was unlinked. */
  userErrors: Array<UserError>;
};

/** A change of an environment. What is omitted stays as it is. */
export type UpdateEnvironmentInput = {
  /** The id of the environment to change. */
  id: Scalars['ID']['input'];
  /** The new name, 1 to 100 characters, unique in the project. Null or blank is NAME_REQUIRED. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether unknown senders may register themselves from now on. Null keeps the present value. */
  selfRegistration?: InputMaybe<SelfRegistrationMode>;
  /** What the environment is for from now on. Null keeps the present type. */
  type?: InputMaybe<EnvironmentType>;
};

/** The result of updateEnvironment. */
export type UpdateEnvironmentPayload = {
  __typename?: 'UpdateEnvironmentPayload';
  /** The environment after the change; null when `userErrors` says why it was not changed. */
  environment?: Maybe<Environment>;
  /** What to correct before the environment can be changed; empty when it was changed. */
  userErrors: Array<UserError>;
};

/** A change of a project. What is omitted stays as it is. */
export type UpdateProjectInput = {
  /** The id of the project to change. */
  id: Scalars['ID']['input'];
  /** Whether to note who is denied where self-registration is CLOSED. False deletes what was noted. Null keeps the present value. */
  keepsDeniedAttempts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new name, 1 to 100 characters. Omit it to keep the present one; null or blank is NAME_REQUIRED. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The name of the assistant's bot on Telegram, with or without @ or as a link to t.me. Null or blank clears it. */
  telegramBot?: InputMaybe<Scalars['String']['input']>;
  /** The assistant's phone number on WhatsApp, in international format. Null or blank clears it. */
  whatsAppNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a member. What is omitted stays as it is. */
export type UpdateProjectMemberInput = {
  /** The id of the member to change. */
  id: Scalars['ID']['input'];
  /** The person's new name, 1 to 100 characters. Null or blank is NAME_REQUIRED. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The new role: ADMINISTRATOR, MEMBER or VIEWER. Null is ROLE_REQUIRED, GATEWAY is ROLE_NOT_ALLOWED. */
  role?: InputMaybe<Role>;
};

/** The result of updateProjectMember. */
export type UpdateProjectMemberPayload = {
  __typename?: 'UpdateProjectMemberPayload';
  /** The member after the change; null when `userErrors` says why it was not changed. */
  projectMember?: Maybe<ProjectMember>;
  /** What to correct before the member can be changed; empty when the member was changed. */
  userErrors: Array<UserError>;
};

/** The result of updateProject. */
export type UpdateProjectPayload = {
  __typename?: 'UpdateProjectPayload';
  /** The project after the change; null when `userErrors` says why it was not changed. */
  project?: Maybe<Project>;
  /** What to correct before the project can be changed; empty when it was changed. */
  userErrors: Array<UserError>;
};

/** A change of a user. What is omitted stays as it is. */
export type UpdateUserInput = {
  /** Until when the user may talk in some of their environments; environments that are not listed keep their time. Of two for one, the last counts. */
  accessExpiries?: InputMaybe<Array<AccessExpiryInput>>;
  /** True: nothing is written; `userErrors` and `unlinkedIdentities` say what would happen, and `user` is as it is now. */
  dryRun?: Scalars['Boolean']['input'];
  /** The new e-mail address, at most 254 characters. Null or blank clears it. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** All environments in which the user may talk from now on, at least one. Those that are not in the list are taken from the user. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * The `version` of the user that the caller read. If the user was changed since, nothing is written and the answer is VERSION_CONFLICT.
   * When omitted, the last change wins.
   */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The new first name, 1 to 100 characters. Null or blank is FIRST_NAME_REQUIRED. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The id of the user to change. */
  id: Scalars['ID']['input'];
  /** The new last name, 1 to 100 characters. Null or blank is LAST_NAME_REQUIRED. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The new middle name, at most 100 characters. Null or blank clears it. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** The new phone number in international format, such as +1 555-123-4567, with 10 to 15 digits. Who has one cannot be left without. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** The result of updateUser. */
export type UpdateUserPayload = {
  __typename?: 'UpdateUserPayload';
  /**
   * The channel identities that the user lost with the change: those that were linked by the phone number or by the e-mail address that was
   * changed. Empty when there were none.
   */
  unlinkedIdentities: Array<ChannelIdentity>;
  /** The user after the change; null when `userErrors` says why it was not changed. */
  user?: Maybe<User>;
  /** Everything to correct before the user can be changed, in the order of the form; empty when the change was taken. */
  userErrors: Array<UserError>;
};

/** Users to give environments to or to take them from: either `ids`, or a `selection` with its `expectedCount`. */
export type UpdateUsersInput = {
  /**
   * Environments to give to each of the users: for ever, unless all that `removeEnvironmentIds` takes from the user has an end. Without any here and in
   * `removeEnvironmentIds`: BAD_USER_INPUT.
   */
  addEnvironmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * With `ids`: only those of them who are still in this selection when they are locked; the others are SKIPPED. For a selection of more than 1,000
   * users, sent in several requests.
   */
  among?: InputMaybe<UserSelection>;
  /** True: nothing is written; the answer says what would be. */
  dryRun?: Scalars['Boolean']['input'];
  /** How many users the caller saw in the selection. If it has another number of users now, nothing is written: COUNT_CHANGED. */
  expectedCount?: InputMaybe<Scalars['Int']['input']>;
  /** The ids of the users, 1 to 1,000. An id that is given twice counts once. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The id of the project. */
  projectId: Scalars['ID']['input'];
  /** Environments to take from each of the users. The same environment in both lists is BAD_USER_INPUT. */
  removeEnvironmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The users of a list, instead of their ids. */
  selection?: InputMaybe<UserSelection>;
};

/** The result of updateUsers. */
export type UpdateUsersPayload = {
  __typename?: 'UpdateUsersPayload';
  /** How many users had each outcome. */
  counts: RowCounts;
  /** One result for each user, in the order of the ids or of the list; empty when the whole request was refused. */
  results: Array<UserRowResult>;
  /** Why the whole request was refused; empty when the users were judged one by one. */
  userErrors: Array<UserError>;
};

/** A person who may talk to the assistant. A user has one profile in a project, and may talk in the environments they were given. */
export type User = Node & {
  __typename?: 'User';
  /** The environments of the user, as in `environments`, each with when the user was seen there and how long they may talk there. */
  access: Array<EnvironmentAccess>;
  /** Who changed what about this user, newest first. */
  auditEvents: AuditEventConnection;
  /** The ids by which the channels know this person, in the order in which they were linked; at most 20. */
  channelIdentities: Array<ChannelIdentity>;
  /** When the user was added. */
  createdAt: Scalars['DateTime']['output'];
  /** How the user came here. It never changes. */
  creationSource: CreationSource;
  /** The e-mail address as it was typed; null when there is none. */
  email?: Maybe<Scalars['String']['output']>;
  /**
   * The environments in which the user may talk: at least one; development first, then staging, then production, each ordered by
   * name.
   */
  environments: Array<Environment>;
  /** The first name; null only for users who registered themselves without one. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** What to call the user, never empty: the names; without names the phone number; without that an id on a channel. */
  fullName: Scalars['String']['output'];
  /** The user's id, a UUID. */
  id: Scalars['ID']['output'];
  /** The first letters of the first and of the last name, as typed; # for a user who has neither. */
  initials: Scalars['String']['output'];
  /** The user's invitations, newest first; at most 20. Their codes are never shown again. */
  invitations: Array<Invitation>;
  /** Whether the user is kept out everywhere, since their phone number or one of their ids is blocked. */
  isBlocked: Scalars['Boolean']['output'];
  /** The last name; null only for users who registered themselves without one. */
  lastName?: Maybe<Scalars['String']['output']>;
  /**
   * When the user last wrote to the assistant and was let in, in whichever environment, to within 15 minutes; null when they never were. Only
   * checks by GATEWAY keys count, and a sighting is written some seconds later. It stays when the environment is taken from the user.
   */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** The middle name; null when there is none. */
  middleName?: Maybe<Scalars['String']['output']>;
  /** The phone number; null only for users who registered themselves without one. */
  phoneNumber?: Maybe<Scalars['String']['output']>;
  /** The project to which the user belongs. */
  project: Project;
  /** When the user was last changed; at first the same as `createdAt`. */
  updatedAt: Scalars['DateTime']['output'];
  /** Rises with every change of the user. Give it back as `expectedVersion` so that you overwrite nobody else's change. */
  version: Scalars['Int']['output'];
};


/** A person who may talk to the assistant. A user has one profile in a project, and may talk in the environments they were given. */
export type UserauditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person who may talk to the assistant. A user has one profile in a project, and may talk in the environments they were given. */
export type UserphoneNumberArgs = {
  format?: PhoneNumberFormat;
};

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The users of this page, each with its cursor and with where the search was found. */
  edges: Array<UserEdge>;
  /** The users of this page alone. */
  nodes: Array<User>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /**
   * How many users there are on all pages together. Counting takes time when very many are found: it is done only when this field is
   * selected, and no further than `upTo`.
   */
  totalCount: Scalars['Int']['output'];
};


/** A page of users. */
export type UserConnectiontotalCountArgs = {
  upTo?: InputMaybe<Scalars['Int']['input']>;
};

/** A user on a page. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** The user's place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The fields of the user in which the search was found; empty without a search. */
  matches: Array<SearchMatch>;
  /** The user. */
  node: User;
};

/** A reason why a change was refused, which a person can correct. It names the field of the form to show it beside. */
export type UserError = {
  __typename?: 'UserError';
  /** The reason, for programs to act on. */
  code: UserErrorCode;
  /**
   * The user who is in the way: the one who has the phone number, e-mail address or id already; for VERSION_CONFLICT the user as it is
   * now; for LAST_ENVIRONMENT of an environment the first user who has no other; for SELF_REGISTRATION_CLOSED the user who was
   * recognised. Null when there is no such user.
   */
  conflictingUser?: Maybe<User>;
  /**
   * The path of the field inside `input`, such as ["phoneNumber"] or ["channelIdentities", "0", "externalId"]; null when no single field
   * is to blame.
   */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** A sentence in English to show to the person. */
  message: Scalars['String']['output'];
};

/** The reason why a change was refused. */
export type UserErrorCode =
  /** The request was decided already. */
  | 'ALREADY_DECIDED'
  /** The selection has another number of users than `expectedCount`. The message tells the true one. */
  | 'COUNT_CHANGED'
  /** The text is not an e-mail address. */
  | 'EMAIL_INVALID'
  /** Another user of the project has this e-mail address. */
  | 'EMAIL_TAKEN'
  /** Environments were given for a key that cannot be bound to them: only a GATEWAY key of one project can. */
  | 'ENVIRONMENTS_NOT_ALLOWED'
  /** An environment with this id is not in the project, or the access key may not ask there. */
  | 'ENVIRONMENT_NOT_FOUND'
  /** No environment was given: a new user needs at least one. */
  | 'ENVIRONMENT_REQUIRED'
  /** The time at which the key, the invitation or the access should end is already past. */
  | 'EXPIRY_IN_PAST'
  /** An invitation can last for 30 days at most. */
  | 'EXPIRY_TOO_FAR'
  /** The first name is missing. */
  | 'FIRST_NAME_REQUIRED'
  /**
   * The phone number, the id on the channel and the e-mail address belong to two different users, or the phone number may have passed
   * to another person.
   */
  | 'IDENTITY_CONFLICT'
  /** Another user of the project has this id on the channel. */
  | 'IDENTITY_TAKEN'
  /** The code is not good. Nothing tells why. */
  | 'INVITATION_INVALID'
  /** A user would be left without any environment. */
  | 'LAST_ENVIRONMENT'
  /** The user has no phone number, and would be left without any id on a channel by which to recognise them. */
  | 'LAST_IDENTITY'
  /** The last name is missing. */
  | 'LAST_NAME_REQUIRED'
  /** The name is missing. */
  | 'NAME_REQUIRED'
  /** Another environment of the project has this name. */
  | 'NAME_TAKEN'
  /** There is no object with this id that the caller may see. */
  | 'NOT_FOUND'
  /** The phone number is blocked: lift the block first. */
  | 'PHONE_NUMBER_BLOCKED'
  /**
   * The text is not a phone number in international format with at least 10 digits. That shuts out places with shorter numbers: Andorra,
   * the Faroe Islands, Ascension, the Falklands, Greenland, New Caledonia, Norfolk Island, Saint Helena, Saint Pierre, Tokelau, Tuvalu,
   * Wallis and the Cook Islands.
   */
  | 'PHONE_NUMBER_INVALID'
  /** The request came with a phone number alone, and the user has another one: change the user's phone number instead. */
  | 'PHONE_NUMBER_MISMATCH'
  /** The phone number is missing. */
  | 'PHONE_NUMBER_REQUIRED'
  /** Another user of the project has this phone number. */
  | 'PHONE_NUMBER_TAKEN'
  /** A person cannot have the role GATEWAY, which is for access keys. */
  | 'ROLE_NOT_ALLOWED'
  /** The role is missing. */
  | 'ROLE_REQUIRED'
  /** The environment is closed to newcomers: somebody has to add the person first. */
  | 'SELF_REGISTRATION_CLOSED'
  /** The sender, or the user, is blocked. */
  | 'SENDER_BLOCKED'
  /**
   * The text is no id of one person on this channel, or nothing was given by which to recognise the sender. The message says what to
   * send.
   */
  | 'SENDER_INVALID'
  /** The text cannot be a subject of OpenID Connect: it is longer than 255 characters or not all ASCII. */
  | 'SUBJECT_INVALID'
  /** The subject of the member is missing. */
  | 'SUBJECT_REQUIRED'
  /** This person is a member of the project already. */
  | 'SUBJECT_TAKEN'
  /** The text is no name of a bot on Telegram. */
  | 'TELEGRAM_BOT_INVALID'
  /** The text has more characters than the field takes. The message tells the limit. */
  | 'TOO_LONG'
  /** The project, environment or user has as many of these as are allowed. The message tells the limit. */
  | 'TOO_MANY'
  /** The type of the environment is missing. */
  | 'TYPE_REQUIRED'
  /** The user was changed since the caller read it: read it again, then repeat the change. */
  | 'VERSION_CONFLICT';

/** Which users to answer. Every condition that is given must hold; one that is omitted or null asks for nothing. */
export type UserFilter = {
  /** Users with an id on this channel. */
  channel?: InputMaybe<Channel>;
  /** Users who came here in this way. */
  creationSource?: InputMaybe<CreationSource>;
  /** Users of at least one of these environments, at most 100 of them. An empty list finds nobody. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Users whose time in one of their environments ends before this time, or has ended. */
  expiresBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** True: users with an e-mail address. False: users without one. */
  hasEmail?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: users with a phone number. False: users without one. */
  hasPhoneNumber?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: users who are blocked. False: users who are not. */
  isBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Users who were last seen before this time, and those who were never seen and were added before it. */
  lastSeenBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** True: users who were never seen. False: users who were. */
  neverSeen?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The order of a list of users. */
export type UserOrder = {
  /** Ascending or descending. RELEVANCE takes DESC alone; ASC is BAD_USER_INPUT. */
  direction: OrderDirection;
  /** The field to order by. */
  field: UserOrderField;
};

/** A field that users can be ordered by. */
export type UserOrderField =
  /** When the user was added. */
  | 'CREATED_AT'
  /** The full name, without regard to case and accents. Users without a name come last in both directions. */
  | 'FULL_NAME'
  /** When the user was last seen. Users who were never seen come last in both directions. */
  | 'LAST_SEEN_AT'
  /**
   * First those in whom every part of the search begins something, then the others who are found; within each of these two groups, those who
   * were added last come first. Without a search it is the order by CREATED_AT. A part begins
   * * a name, or a word of one after a space;
   * * the e-mail address;
   * * the phone number, with its country code or without: of +44 7911 123456 `+44 79`, `0044 79`, `(7911) 1` and `07911 1` are beginnings, and
   *   `123456` is not. The whole number begins itself, however it is written. Neighbouring parts of digits may be one number together.
   * * an id on a channel, or the user's part of an id on Slack.
   */
  | 'RELEVANCE';

/** One user to add, or the new values of one who is here. */
export type UserRowInput = {
  /** Ids on channels that are known to be this person's; at most 20. */
  channelIdentities?: InputMaybe<Array<ChannelIdentityInput>>;
  /** The e-mail address, at most 254 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The environments of the user. When omitted or empty, those of the request. */
  environmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The first name, 1 to 100 characters. Required for a new user. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The last name, 1 to 100 characters. Required for a new user. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The middle name, at most 100 characters. */
  middleName?: InputMaybe<Scalars['String']['input']>;
  /** The phone number in international format, such as +1 555-123-4567, with 10 to 15 digits. Required for a new user. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** What became of one row, or of one user. */
export type UserRowOutcome =
  /** A new user was added. */
  | 'CREATED'
  /** The user was deleted. */
  | 'DELETED'
  /** The row is not good, or the change not allowed: `userErrors` says why. */
  | 'REFUSED'
  /**
   * Nothing was done: the row is somebody who is here already, or the same person as an earlier row; or the user was seen or changed in the moment in
   * which the selection was made, or since it was (`among`), and is not in it any more.
   */
  | 'SKIPPED'
  /** The user has everything already. */
  | 'UNCHANGED'
  /** The user was changed. */
  | 'UPDATED';

/** What became of one row, or of one user. */
export type UserRowResult = {
  __typename?: 'UserRowResult';
  /** For a row that is the same person as an earlier one: that row's index. It is SKIPPED. */
  duplicateOf?: Maybe<Scalars['Int']['output']>;
  /** The place of the row, or of the user, in the request or in the list, from 0. */
  index: Scalars['Int']['output'];
  /** What became of it. */
  outcome: UserRowOutcome;
  /** The phone number of the row as it is stored, or of the user; null when there is none or it is not good. */
  phoneNumber?: Maybe<Scalars['String']['output']>;
  /**
   * The user after the request; with `dryRun` as it is now, so null for one who would be created. Null too when the user was deleted, and for a
   * refused row that is nobody's or two people's.
   */
  user?: Maybe<User>;
  /** Why the row was REFUSED; each `field` is the path inside `input`, such as ["rows", "3", "phoneNumber"] or ["ids", "3"]. */
  userErrors: Array<UserError>;
};


/** What became of one row, or of one user. */
export type UserRowResultphoneNumberArgs = {
  format?: PhoneNumberFormat;
};

/** A field of a user that is searched. */
export type UserSearchField =
  /**
   * An id on a channel, found by its beginning; an id on Slack also by the beginning of the user's part. If several ids of the user are
   * found, this is the first.
   */
  | 'CHANNEL_IDENTITY'
  /** The e-mail address. */
  | 'EMAIL'
  /** The full name: first, middle and last name. */
  | 'FULL_NAME'
  /** The phone number: some of its digits, or the whole number in any way of writing it. */
  | 'PHONE_NUMBER';

/** The users whom `Project.users` lists with the same search and filter, in the order of that list. Without either: everybody. */
export type UserSelection = {
  /** Only the users who meet every one of these conditions. */
  filter?: InputMaybe<UserFilter>;
  /** What to look for, as in `Project.users`. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The caller of this request. A GATEWAY key may read `name role projects { id name environments { id name type selfRegistration } }`; the
 * other fields are FORBIDDEN for it.
 */
export type Viewer = {
  __typename?: 'Viewer';
  /** Whether the caller may create and delete projects: only an ADMINISTRATOR key of the whole workspace may. */
  canManageProjects: Scalars['Boolean']['output'];
  /** The name of the access key or of the person. A person who is no member of any project yet is named by their subject. */
  name: Scalars['String']['output'];
  /**
   * The projects the caller may see, oldest first: one for the key of a project, all for a key of the whole workspace, and for a person
   * those they are a member of. Empty for a person who was not added to any project yet. To a key that is bound to environments, a project
   * shows these environments alone.
   */
  projects: Array<Project>;
  /** What the caller may do. For a person in several projects it is the strongest of their roles; `Project.viewerRole` is exact. */
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
  Node:
    | ( AccessKeySource & { __typename: 'AccessKey' } )
    | ( AccessRequestSource & { __typename: 'AccessRequest' } )
    | ( AuditEventSource & { __typename: 'AuditEvent' } )
    | ( BlockedSenderSource & { __typename: 'BlockedSender' } )
    | ( ChannelIdentitySource & { __typename: 'ChannelIdentity' } )
    | ( EnvironmentSource & { __typename: 'Environment' } )
    | ( InvitationSource & { __typename: 'Invitation' } )
    | ( ProjectSource & { __typename: 'Project' } )
    | ( ProjectMemberSource & { __typename: 'ProjectMember' } )
    | ( UserSource & { __typename: 'User' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessDecision: ResolverTypeWrapper<AccessDecisionSource>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AccessExpiryInput: AccessExpiryInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessExplanation: ResolverTypeWrapper<AccessExplanationSource>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccessKey: ResolverTypeWrapper<AccessKeySource>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccessMatch: ResolverTypeWrapper<'IDENTITY' | 'PHONE_NUMBER' | 'EMAIL'>;
  AccessReason: ResolverTypeWrapper<'ALLOWED' | 'UNKNOWN_SENDER' | 'NOT_IN_ENVIRONMENT' | 'IDENTITY_CONFLICT' | 'AWAITING_APPROVAL' | 'BLOCKED' | 'EXPIRED' | 'INVALID_SENDER' | 'UNKNOWN_ENVIRONMENT'>;
  AccessRequest: ResolverTypeWrapper<AccessRequestSource>;
  AccessRequestConnection: ResolverTypeWrapper<AccessRequestConnectionSource>;
  AccessRequestEdge: ResolverTypeWrapper<AccessRequestEdgeSource>;
  AccessRequestStatus: ResolverTypeWrapper<'PENDING' | 'APPROVED' | 'DISMISSED'>;
  AccessSuggestion: ResolverTypeWrapper<'ADD_USER' | 'ADD_ENVIRONMENT' | 'UNBLOCK' | 'MERGE' | 'EXTEND' | 'APPROVE'>;
  AddProjectMemberInput: AddProjectMemberInput;
  AddProjectMemberPayload: ResolverTypeWrapper<Omit<AddProjectMemberPayload, 'projectMember' | 'userErrors'> & { projectMember?: Maybe<ResolversTypes['ProjectMember']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ApproveAccessRequestInput: ApproveAccessRequestInput;
  ApproveAccessRequestPayload: ResolverTypeWrapper<Omit<ApproveAccessRequestPayload, 'accessRequest' | 'outcome' | 'user' | 'userErrors'> & { accessRequest?: Maybe<ResolversTypes['AccessRequest']>, outcome?: Maybe<ResolversTypes['SelfRegistrationOutcome']>, user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AuditAction: ResolverTypeWrapper<'USER_CREATED' | 'USER_SELF_REGISTERED' | 'USER_UPDATED' | 'USER_DELETED' | 'USERS_EXPORTED' | 'USER_EXPORTED' | 'CHANNEL_IDENTITY_LINKED' | 'CHANNEL_IDENTITY_UNLINKED' | 'USERS_MERGED' | 'SENDER_REPLACED' | 'ACCESS_REQUEST_APPROVED' | 'ACCESS_REQUEST_DISMISSED' | 'SENDER_BLOCKED' | 'SENDER_UNBLOCKED' | 'INVITATION_CREATED' | 'INVITATION_REVOKED' | 'INVITATION_REDEEMED' | 'ENVIRONMENT_CREATED' | 'ENVIRONMENT_UPDATED' | 'ENVIRONMENT_DELETED' | 'ACCESS_KEY_CREATED' | 'ACCESS_KEY_REVOKED' | 'PROJECT_CREATED' | 'PROJECT_UPDATED' | 'PROJECT_DELETED' | 'PROJECT_MEMBER_ADDED' | 'PROJECT_MEMBER_UPDATED' | 'PROJECT_MEMBER_REMOVED'>;
  AuditEvent: ResolverTypeWrapper<AuditEventSource>;
  AuditEventConnection: ResolverTypeWrapper<AuditEventConnectionSource>;
  AuditEventEdge: ResolverTypeWrapper<AuditEventEdgeSource>;
  BlockSenderInput: BlockSenderInput;
  BlockSenderPayload: ResolverTypeWrapper<BlockSenderPayloadSource>;
  BlockedSender: ResolverTypeWrapper<BlockedSenderSource>;
  BlockedSenderConnection: ResolverTypeWrapper<BlockedSenderConnectionSource>;
  BlockedSenderEdge: ResolverTypeWrapper<BlockedSenderEdgeSource>;
  Channel: ResolverTypeWrapper<'WHATSAPP' | 'TELEGRAM' | 'SLACK'>;
  ChannelIdentity: ResolverTypeWrapper<ChannelIdentitySource>;
  ChannelIdentityInput: ChannelIdentityInput;
  CreateAccessKeyInput: CreateAccessKeyInput;
  CreateAccessKeyPayload: ResolverTypeWrapper<Omit<CreateAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversTypes['AccessKey']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateEnvironmentInput: CreateEnvironmentInput;
  CreateEnvironmentPayload: ResolverTypeWrapper<Omit<CreateEnvironmentPayload, 'environment' | 'userErrors'> & { environment?: Maybe<ResolversTypes['Environment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateInvitationInput: CreateInvitationInput;
  CreateInvitationPayload: ResolverTypeWrapper<Omit<CreateInvitationPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversTypes['Invitation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: ResolverTypeWrapper<Omit<CreateProjectPayload, 'project' | 'userErrors'> & { project?: Maybe<ResolversTypes['Project']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: ResolverTypeWrapper<Omit<CreateUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateUsersInput: CreateUsersInput;
  CreateUsersPayload: ResolverTypeWrapper<CreateUsersPayloadSource>;
  CreationSource: ResolverTypeWrapper<'INVITED' | 'SELF_REGISTERED'>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteEnvironmentInput: DeleteEnvironmentInput;
  DeleteEnvironmentPayload: ResolverTypeWrapper<Omit<DeleteEnvironmentPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectPayload: ResolverTypeWrapper<Omit<DeleteProjectPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: ResolverTypeWrapper<Omit<DeleteUserPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteUsersInput: DeleteUsersInput;
  DeleteUsersPayload: ResolverTypeWrapper<DeleteUsersPayloadSource>;
  DismissAccessRequestInput: DismissAccessRequestInput;
  DismissAccessRequestPayload: ResolverTypeWrapper<Omit<DismissAccessRequestPayload, 'accessRequest' | 'userErrors'> & { accessRequest?: Maybe<ResolversTypes['AccessRequest']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Environment: ResolverTypeWrapper<EnvironmentSource>;
  EnvironmentAccess: ResolverTypeWrapper<EnvironmentAccessSource>;
  EnvironmentDecision: ResolverTypeWrapper<EnvironmentDecisionSource>;
  EnvironmentType: ResolverTypeWrapper<'DEVELOPMENT' | 'STAGING' | 'PRODUCTION'>;
  ExistingUserPolicy: ResolverTypeWrapper<'SKIP' | 'ADD_ENVIRONMENTS' | 'UPDATE'>;
  Invitation: ResolverTypeWrapper<InvitationSource>;
  InvitationLinks: ResolverTypeWrapper<InvitationLinks>;
  InvitationOutcome: ResolverTypeWrapper<'LINKED' | 'ALREADY_LINKED'>;
  InvitationStatus: ResolverTypeWrapper<'PENDING' | 'REDEEMED' | 'REVOKED' | 'EXPIRED'>;
  LinkChannelIdentityInput: LinkChannelIdentityInput;
  LinkChannelIdentityPayload: ResolverTypeWrapper<Omit<LinkChannelIdentityPayload, 'channelIdentity' | 'user' | 'userErrors'> & { channelIdentity?: Maybe<ResolversTypes['ChannelIdentity']>, user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  LinkOrigin: ResolverTypeWrapper<'PHONE_NUMBER' | 'EMAIL' | 'REGISTRATION' | 'INVITATION' | 'OWNER'>;
  MergeUsersInput: MergeUsersInput;
  MergeUsersPayload: ResolverTypeWrapper<Omit<MergeUsersPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OrderDirection: ResolverTypeWrapper<'ASC' | 'DESC'>;
  PageInfo: ResolverTypeWrapper<PageInfoSource>;
  ParsedSender: ResolverTypeWrapper<ParsedSenderSource>;
  PhoneNumberFormat: ResolverTypeWrapper<'E164' | 'INTERNATIONAL'>;
  Project: ResolverTypeWrapper<ProjectSource>;
  ProjectMember: ResolverTypeWrapper<ProjectMemberSource>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RedeemInvitationInput: RedeemInvitationInput;
  RedeemInvitationPayload: ResolverTypeWrapper<Omit<RedeemInvitationPayload, 'outcome' | 'user' | 'userErrors'> & { outcome?: Maybe<ResolversTypes['InvitationOutcome']>, user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveProjectMemberInput: RemoveProjectMemberInput;
  RemoveProjectMemberPayload: ResolverTypeWrapper<Omit<RemoveProjectMemberPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ReplaceSenderInput: ReplaceSenderInput;
  ReplaceSenderOutcome: ResolverTypeWrapper<'REPLACED' | 'ALREADY_REPLACED' | 'UNKNOWN_SENDER'>;
  ReplaceSenderPayload: ResolverTypeWrapper<Omit<ReplaceSenderPayload, 'outcome' | 'user' | 'userErrors'> & { outcome?: Maybe<ResolversTypes['ReplaceSenderOutcome']>, user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeAccessKeyInput: RevokeAccessKeyInput;
  RevokeAccessKeyPayload: ResolverTypeWrapper<Omit<RevokeAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversTypes['AccessKey']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: ResolverTypeWrapper<Omit<RevokeInvitationPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversTypes['Invitation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Role: ResolverTypeWrapper<'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY'>;
  RowCounts: ResolverTypeWrapper<RowCounts>;
  SearchMatch: ResolverTypeWrapper<SearchMatchSource>;
  SelfRegisterUserInput: SelfRegisterUserInput;
  SelfRegisterUserPayload: ResolverTypeWrapper<SelfRegisterUserPayloadSource>;
  SelfRegistrationMode: ResolverTypeWrapper<'OPEN' | 'APPROVAL' | 'CLOSED'>;
  SelfRegistrationOutcome: ResolverTypeWrapper<'CREATED' | 'ALREADY_REGISTERED' | 'LINKED_TO_EXISTING' | 'ENVIRONMENT_ADDED' | 'REQUESTED' | 'ALREADY_REQUESTED'>;
  SenderInput: SenderInput;
  TextSegment: ResolverTypeWrapper<TextSegment>;
  UnblockSenderInput: UnblockSenderInput;
  UnblockSenderPayload: ResolverTypeWrapper<Omit<UnblockSenderPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
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
  UpdateUsersInput: UpdateUsersInput;
  UpdateUsersPayload: ResolverTypeWrapper<UpdateUsersPayloadSource>;
  User: ResolverTypeWrapper<UserSource>;
  UserConnection: ResolverTypeWrapper<UserConnectionSource>;
  UserEdge: ResolverTypeWrapper<UserEdgeSource>;
  UserError: ResolverTypeWrapper<UserErrorSource>;
  UserErrorCode: ResolverTypeWrapper<'PHONE_NUMBER_REQUIRED' | 'PHONE_NUMBER_INVALID' | 'PHONE_NUMBER_TAKEN' | 'EMAIL_INVALID' | 'EMAIL_TAKEN' | 'FIRST_NAME_REQUIRED' | 'LAST_NAME_REQUIRED' | 'ENVIRONMENT_REQUIRED' | 'LAST_ENVIRONMENT' | 'ENVIRONMENT_NOT_FOUND' | 'VERSION_CONFLICT' | 'NOT_FOUND' | 'SELF_REGISTRATION_CLOSED' | 'IDENTITY_CONFLICT' | 'IDENTITY_TAKEN' | 'LAST_IDENTITY' | 'SENDER_INVALID' | 'TOO_MANY' | 'TOO_LONG' | 'NAME_REQUIRED' | 'NAME_TAKEN' | 'TYPE_REQUIRED' | 'ROLE_REQUIRED' | 'ENVIRONMENTS_NOT_ALLOWED' | 'SUBJECT_REQUIRED' | 'SUBJECT_INVALID' | 'SUBJECT_TAKEN' | 'ROLE_NOT_ALLOWED' | 'EXPIRY_IN_PAST' | 'EXPIRY_TOO_FAR' | 'ALREADY_DECIDED' | 'PHONE_NUMBER_BLOCKED' | 'SENDER_BLOCKED' | 'PHONE_NUMBER_MISMATCH' | 'INVITATION_INVALID' | 'COUNT_CHANGED' | 'TELEGRAM_BOT_INVALID'>;
  UserFilter: UserFilter;
  UserOrder: UserOrder;
  UserOrderField: ResolverTypeWrapper<'CREATED_AT' | 'FULL_NAME' | 'LAST_SEEN_AT' | 'RELEVANCE'>;
  UserRowInput: UserRowInput;
  UserRowOutcome: ResolverTypeWrapper<'CREATED' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED' | 'DELETED' | 'REFUSED'>;
  UserRowResult: ResolverTypeWrapper<UserRowResultSource>;
  UserSearchField: ResolverTypeWrapper<'FULL_NAME' | 'EMAIL' | 'PHONE_NUMBER' | 'CHANNEL_IDENTITY'>;
  UserSelection: UserSelection;
  Viewer: ResolverTypeWrapper<ViewerSource>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessDecision: AccessDecisionSource;
  Boolean: Scalars['Boolean']['output'];
  AccessExpiryInput: AccessExpiryInput;
  ID: Scalars['ID']['output'];
  AccessExplanation: AccessExplanationSource;
  Int: Scalars['Int']['output'];
  AccessKey: AccessKeySource;
  String: Scalars['String']['output'];
  AccessRequest: AccessRequestSource;
  AccessRequestConnection: AccessRequestConnectionSource;
  AccessRequestEdge: AccessRequestEdgeSource;
  AddProjectMemberInput: AddProjectMemberInput;
  AddProjectMemberPayload: Omit<AddProjectMemberPayload, 'projectMember' | 'userErrors'> & { projectMember?: Maybe<ResolversParentTypes['ProjectMember']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ApproveAccessRequestInput: ApproveAccessRequestInput;
  ApproveAccessRequestPayload: Omit<ApproveAccessRequestPayload, 'accessRequest' | 'user' | 'userErrors'> & { accessRequest?: Maybe<ResolversParentTypes['AccessRequest']>, user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AuditEvent: AuditEventSource;
  AuditEventConnection: AuditEventConnectionSource;
  AuditEventEdge: AuditEventEdgeSource;
  BlockSenderInput: BlockSenderInput;
  BlockSenderPayload: BlockSenderPayloadSource;
  BlockedSender: BlockedSenderSource;
  BlockedSenderConnection: BlockedSenderConnectionSource;
  BlockedSenderEdge: BlockedSenderEdgeSource;
  ChannelIdentity: ChannelIdentitySource;
  ChannelIdentityInput: ChannelIdentityInput;
  CreateAccessKeyInput: CreateAccessKeyInput;
  CreateAccessKeyPayload: Omit<CreateAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversParentTypes['AccessKey']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateEnvironmentInput: CreateEnvironmentInput;
  CreateEnvironmentPayload: Omit<CreateEnvironmentPayload, 'environment' | 'userErrors'> & { environment?: Maybe<ResolversParentTypes['Environment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateInvitationInput: CreateInvitationInput;
  CreateInvitationPayload: Omit<CreateInvitationPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversParentTypes['Invitation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: Omit<CreateProjectPayload, 'project' | 'userErrors'> & { project?: Maybe<ResolversParentTypes['Project']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateUserInput: CreateUserInput;
  CreateUserPayload: Omit<CreateUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateUsersInput: CreateUsersInput;
  CreateUsersPayload: CreateUsersPayloadSource;
  DateTime: Scalars['DateTime']['output'];
  DeleteEnvironmentInput: DeleteEnvironmentInput;
  DeleteEnvironmentPayload: Omit<DeleteEnvironmentPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectPayload: Omit<DeleteProjectPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: Omit<DeleteUserPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteUsersInput: DeleteUsersInput;
  DeleteUsersPayload: DeleteUsersPayloadSource;
  DismissAccessRequestInput: DismissAccessRequestInput;
  DismissAccessRequestPayload: Omit<DismissAccessRequestPayload, 'accessRequest' | 'userErrors'> & { accessRequest?: Maybe<ResolversParentTypes['AccessRequest']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Environment: EnvironmentSource;
  EnvironmentAccess: EnvironmentAccessSource;
  EnvironmentDecision: EnvironmentDecisionSource;
  Invitation: InvitationSource;
  InvitationLinks: InvitationLinks;
  LinkChannelIdentityInput: LinkChannelIdentityInput;
  LinkChannelIdentityPayload: Omit<LinkChannelIdentityPayload, 'channelIdentity' | 'user' | 'userErrors'> & { channelIdentity?: Maybe<ResolversParentTypes['ChannelIdentity']>, user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  MergeUsersInput: MergeUsersInput;
  MergeUsersPayload: Omit<MergeUsersPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoSource;
  ParsedSender: ParsedSenderSource;
  Project: ProjectSource;
  ProjectMember: ProjectMemberSource;
  Query: Record<PropertyKey, never>;
  RedeemInvitationInput: RedeemInvitationInput;
  RedeemInvitationPayload: Omit<RedeemInvitationPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveProjectMemberInput: RemoveProjectMemberInput;
  RemoveProjectMemberPayload: Omit<RemoveProjectMemberPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ReplaceSenderInput: ReplaceSenderInput;
  ReplaceSenderPayload: Omit<ReplaceSenderPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeAccessKeyInput: RevokeAccessKeyInput;
  RevokeAccessKeyPayload: Omit<RevokeAccessKeyPayload, 'accessKey' | 'userErrors'> & { accessKey?: Maybe<ResolversParentTypes['AccessKey']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: Omit<RevokeInvitationPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversParentTypes['Invitation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RowCounts: RowCounts;
  SearchMatch: SearchMatchSource;
  SelfRegisterUserInput: SelfRegisterUserInput;
  SelfRegisterUserPayload: SelfRegisterUserPayloadSource;
  SenderInput: SenderInput;
  TextSegment: TextSegment;
  UnblockSenderInput: UnblockSenderInput;
  UnblockSenderPayload: Omit<UnblockSenderPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
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
  UpdateUsersInput: UpdateUsersInput;
  UpdateUsersPayload: UpdateUsersPayloadSource;
  User: UserSource;
  UserConnection: UserConnectionSource;
  UserEdge: UserEdgeSource;
  UserError: UserErrorSource;
  UserFilter: UserFilter;
  UserOrder: UserOrder;
  UserRowInput: UserRowInput;
  UserRowResult: UserRowResultSource;
  UserSelection: UserSelection;
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

export type AccessExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessExplanation'] = ResolversParentTypes['AccessExplanation']> = {
  decisions?: Resolver<Array<ResolversTypes['EnvironmentDecision']>, ParentType, ContextType>;
  parsedAs?: Resolver<Array<ResolversTypes['ParsedSender']>, ParentType, ContextType>;
  recentAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['AccessSuggestion']>, ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessMatchResolvers = EnumResolverSignature<{ EMAIL?: any, IDENTITY?: any, PHONE_NUMBER?: any }, ResolversTypes['AccessMatch']>;

export type AccessReasonResolvers = EnumResolverSignature<{ ALLOWED?: any, AWAITING_APPROVAL?: any, BLOCKED?: any, EXPIRED?: any, IDENTITY_CONFLICT?: any, INVALID_SENDER?: any, NOT_IN_ENVIRONMENT?: any, UNKNOWN_ENVIRONMENT?: any, UNKNOWN_SENDER?: any }, ResolversTypes['AccessReason']>;

export type AccessRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRequest'] = ResolversParentTypes['AccessRequest']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  candidates?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  environment?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstAttemptAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAttemptAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AccessRequestphoneNumberArgs, 'format'>>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AccessRequestStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessRequestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRequestConnection'] = ResolversParentTypes['AccessRequestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<AccessRequestConnectiontotalCountArgs>>;
};

export type AccessRequestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRequestEdge'] = ResolversParentTypes['AccessRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessRequest'], ParentType, ContextType>;
};

export type AccessRequestStatusResolvers = EnumResolverSignature<{ APPROVED?: any, DISMISSED?: any, PENDING?: any }, ResolversTypes['AccessRequestStatus']>;

export type AccessSuggestionResolvers = EnumResolverSignature<{ ADD_ENVIRONMENT?: any, ADD_USER?: any, APPROVE?: any, EXTEND?: any, MERGE?: any, UNBLOCK?: any }, ResolversTypes['AccessSuggestion']>;

export type AddProjectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddProjectMemberPayload'] = ResolversParentTypes['AddProjectMemberPayload']> = {
  projectMember?: Resolver<Maybe<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApproveAccessRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveAccessRequestPayload'] = ResolversParentTypes['ApproveAccessRequestPayload']> = {
  accessRequest?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['SelfRegistrationOutcome']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuditActionResolvers = EnumResolverSignature<{ ACCESS_KEY_CREATED?: any, ACCESS_KEY_REVOKED?: any, ACCESS_REQUEST_APPROVED?: any, ACCESS_REQUEST_DISMISSED?: any, CHANNEL_IDENTITY_LINKED?: any, CHANNEL_IDENTITY_UNLINKED?: any, ENVIRONMENT_CREATED?: any, ENVIRONMENT_DELETED?: any, ENVIRONMENT_UPDATED?: any, INVITATION_CREATED?: any, INVITATION_REDEEMED?: any, INVITATION_REVOKED?: any, PROJECT_CREATED?: any, PROJECT_DELETED?: any, PROJECT_MEMBER_ADDED?: any, PROJECT_MEMBER_REMOVED?: any, PROJECT_MEMBER_UPDATED?: any, PROJECT_UPDATED?: any, SENDER_BLOCKED?: any, SENDER_REPLACED?: any, SENDER_UNBLOCKED?: any, USERS_EXPORTED?: any, USERS_MERGED?: any, USER_CREATED?: any, USER_DELETED?: any, USER_EXPORTED?: any, USER_SELF_REGISTERED?: any, USER_UPDATED?: any }, ResolversTypes['AuditAction']>;

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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type BlockSenderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockSenderPayload'] = ResolversParentTypes['BlockSenderPayload']> = {
  blockedSenders?: Resolver<Array<ResolversTypes['BlockedSender']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BlockedSenderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedSender'] = ResolversParentTypes['BlockedSender']> = {
  blockedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<BlockedSenderphoneNumberArgs, 'format'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockedSenderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedSenderConnection'] = ResolversParentTypes['BlockedSenderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BlockedSenderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BlockedSender']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<BlockedSenderConnectiontotalCountArgs>>;
};

export type BlockedSenderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedSenderEdge'] = ResolversParentTypes['BlockedSenderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BlockedSender'], ParentType, ContextType>;
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

export type CreateInvitationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateInvitationPayload'] = ResolversParentTypes['CreateInvitationPayload']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType>;
  links?: Resolver<Maybe<ResolversTypes['InvitationLinks']>, ParentType, ContextType>;
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

export type CreateUsersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUsersPayload'] = ResolversParentTypes['CreateUsersPayload']> = {
  counts?: Resolver<ResolversTypes['RowCounts'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['UserRowResult']>, ParentType, ContextType>;
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

export type DeleteUsersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteUsersPayload'] = ResolversParentTypes['DeleteUsersPayload']> = {
  counts?: Resolver<ResolversTypes['RowCounts'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['UserRowResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DismissAccessRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DismissAccessRequestPayload'] = ResolversParentTypes['DismissAccessRequestPayload']> = {
  accessRequest?: Resolver<Maybe<ResolversTypes['AccessRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnvironmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Environment'] = ResolversParentTypes['Environment']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pendingAccessRequestCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selfRegistration?: Resolver<ResolversTypes['SelfRegistrationMode'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EnvironmentType'], ParentType, ContextType>;
  userCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnvironmentAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnvironmentAccess'] = ResolversParentTypes['EnvironmentAccess']> = {
  environment?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastChannel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EnvironmentDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnvironmentDecision'] = ResolversParentTypes['EnvironmentDecision']> = {
  decision?: Resolver<ResolversTypes['AccessDecision'], ParentType, ContextType>;
  environment?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['ParsedSender'], ParentType, ContextType>;
};

export type EnvironmentTypeResolvers = EnumResolverSignature<{ DEVELOPMENT?: any, PRODUCTION?: any, STAGING?: any }, ResolversTypes['EnvironmentType']>;

export type ExistingUserPolicyResolvers = EnumResolverSignature<{ ADD_ENVIRONMENTS?: any, SKIP?: any, UPDATE?: any }, ResolversTypes['ExistingUserPolicy']>;

export type InvitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  redeemedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InvitationStatus'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationLinksResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitationLinks'] = ResolversParentTypes['InvitationLinks']> = {
  telegram?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  whatsApp?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InvitationOutcomeResolvers = EnumResolverSignature<{ ALREADY_LINKED?: any, LINKED?: any }, ResolversTypes['InvitationOutcome']>;

export type InvitationStatusResolvers = EnumResolverSignature<{ EXPIRED?: any, PENDING?: any, REDEEMED?: any, REVOKED?: any }, ResolversTypes['InvitationStatus']>;

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
  approveAccessRequest?: Resolver<ResolversTypes['ApproveAccessRequestPayload'], ParentType, ContextType, RequireFields<MutationapproveAccessRequestArgs, 'input'>>;
  blockSender?: Resolver<ResolversTypes['BlockSenderPayload'], ParentType, ContextType, RequireFields<MutationblockSenderArgs, 'input'>>;
  createAccessKey?: Resolver<ResolversTypes['CreateAccessKeyPayload'], ParentType, ContextType, RequireFields<MutationcreateAccessKeyArgs, 'input'>>;
  createEnvironment?: Resolver<ResolversTypes['CreateEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationcreateEnvironmentArgs, 'input'>>;
  createInvitation?: Resolver<ResolversTypes['CreateInvitationPayload'], ParentType, ContextType, RequireFields<MutationcreateInvitationArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['CreateProjectPayload'], ParentType, ContextType, RequireFields<MutationcreateProjectArgs, 'input'>>;
  createUser?: Resolver<ResolversTypes['CreateUserPayload'], ParentType, ContextType, RequireFields<MutationcreateUserArgs, 'input'>>;
  createUsers?: Resolver<ResolversTypes['CreateUsersPayload'], ParentType, ContextType, RequireFields<MutationcreateUsersArgs, 'input'>>;
  deleteEnvironment?: Resolver<ResolversTypes['DeleteEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationdeleteEnvironmentArgs, 'input'>>;
  deleteProject?: Resolver<ResolversTypes['DeleteProjectPayload'], ParentType, ContextType, RequireFields<MutationdeleteProjectArgs, 'input'>>;
  deleteUser?: Resolver<ResolversTypes['DeleteUserPayload'], ParentType, ContextType, RequireFields<MutationdeleteUserArgs, 'input'>>;
  deleteUsers?: Resolver<ResolversTypes['DeleteUsersPayload'], ParentType, ContextType, RequireFields<MutationdeleteUsersArgs, 'input'>>;
  dismissAccessRequest?: Resolver<ResolversTypes['DismissAccessRequestPayload'], ParentType, ContextType, RequireFields<MutationdismissAccessRequestArgs, 'input'>>;
  linkChannelIdentity?: Resolver<ResolversTypes['LinkChannelIdentityPayload'], ParentType, ContextType, RequireFields<MutationlinkChannelIdentityArgs, 'input'>>;
  mergeUsers?: Resolver<ResolversTypes['MergeUsersPayload'], ParentType, ContextType, RequireFields<MutationmergeUsersArgs, 'input'>>;
  redeemInvitation?: Resolver<ResolversTypes['RedeemInvitationPayload'], ParentType, ContextType, RequireFields<MutationredeemInvitationArgs, 'input'>>;
  removeProjectMember?: Resolver<ResolversTypes['RemoveProjectMemberPayload'], ParentType, ContextType, RequireFields<MutationremoveProjectMemberArgs, 'input'>>;
  replaceSender?: Resolver<ResolversTypes['ReplaceSenderPayload'], ParentType, ContextType, RequireFields<MutationreplaceSenderArgs, 'input'>>;
  revokeAccessKey?: Resolver<ResolversTypes['RevokeAccessKeyPayload'], ParentType, ContextType, RequireFields<MutationrevokeAccessKeyArgs, 'input'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationPayload'], ParentType, ContextType, RequireFields<MutationrevokeInvitationArgs, 'input'>>;
  selfRegisterUser?: Resolver<ResolversTypes['SelfRegisterUserPayload'], ParentType, ContextType, RequireFields<MutationselfRegisterUserArgs, 'input'>>;
  unblockSender?: Resolver<ResolversTypes['UnblockSenderPayload'], ParentType, ContextType, RequireFields<MutationunblockSenderArgs, 'input'>>;
  unlinkChannelIdentity?: Resolver<ResolversTypes['UnlinkChannelIdentityPayload'], ParentType, ContextType, RequireFields<MutationunlinkChannelIdentityArgs, 'input'>>;
  updateEnvironment?: Resolver<ResolversTypes['UpdateEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationupdateEnvironmentArgs, 'input'>>;
  updateProject?: Resolver<ResolversTypes['UpdateProjectPayload'], ParentType, ContextType, RequireFields<MutationupdateProjectArgs, 'input'>>;
  updateProjectMember?: Resolver<ResolversTypes['UpdateProjectMemberPayload'], ParentType, ContextType, RequireFields<MutationupdateProjectMemberArgs, 'input'>>;
  updateUser?: Resolver<ResolversTypes['UpdateUserPayload'], ParentType, ContextType, RequireFields<MutationupdateUserArgs, 'input'>>;
  updateUsers?: Resolver<ResolversTypes['UpdateUsersPayload'], ParentType, ContextType, RequireFields<MutationupdateUsersArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'AccessKey' | 'AccessRequest' | 'AuditEvent' | 'BlockedSender' | 'ChannelIdentity' | 'Environment' | 'Invitation' | 'Project' | 'ProjectMember' | 'User', ParentType, ContextType>;
};

export type OrderDirectionResolvers = EnumResolverSignature<{ ASC?: any, DESC?: any }, ResolversTypes['OrderDirection']>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParsedSenderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParsedSender'] = ResolversParentTypes['ParsedSender']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ParsedSenderphoneNumberArgs, 'format'>>;
};

export type PhoneNumberFormatResolvers = EnumResolverSignature<{ E164?: any, INTERNATIONAL?: any }, ResolversTypes['PhoneNumberFormat']>;

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  accessKeys?: Resolver<Array<ResolversTypes['AccessKey']>, ParentType, ContextType>;
  accessRequests?: Resolver<ResolversTypes['AccessRequestConnection'], ParentType, ContextType, RequireFields<ProjectaccessRequestsArgs, 'status'>>;
  auditEvents?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<ProjectauditEventsArgs>>;
  blockedSenders?: Resolver<ResolversTypes['BlockedSenderConnection'], ParentType, ContextType, Partial<ProjectblockedSendersArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keepsDeniedAttempts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  telegramBot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<ProjectusersArgs>>;
  viewerRole?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  whatsAppNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMember'] = ResolversParentTypes['ProjectMember']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  checkAccess?: Resolver<ResolversTypes['AccessDecision'], ParentType, ContextType, RequireFields<QuerycheckAccessArgs, 'environmentId' | 'sender'>>;
  checkAccessBatch?: Resolver<Array<ResolversTypes['AccessDecision']>, ParentType, ContextType, RequireFields<QuerycheckAccessBatchArgs, 'environmentId' | 'senders'>>;
  decidedAccessRequests?: Resolver<Maybe<ResolversTypes['AccessRequestConnection']>, ParentType, ContextType, RequireFields<QuerydecidedAccessRequestsArgs, 'environmentId'>>;
  explainAccess?: Resolver<Maybe<ResolversTypes['AccessExplanation']>, ParentType, ContextType, RequireFields<QueryexplainAccessArgs, 'projectId' | 'sender'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QuerynodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QuerynodesArgs, 'ids'>>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<QueryprojectArgs, 'id'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryuserArgs, 'id'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RedeemInvitationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeemInvitationPayload'] = ResolversParentTypes['RedeemInvitationPayload']> = {
  outcome?: Resolver<Maybe<ResolversTypes['InvitationOutcome']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type RevokeInvitationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeInvitationPayload'] = ResolversParentTypes['RevokeInvitationPayload']> = {
  invitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ ADMINISTRATOR?: any, GATEWAY?: any, MEMBER?: any, VIEWER?: any }, ResolversTypes['Role']>;

export type RowCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RowCounts'] = ResolversParentTypes['RowCounts']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

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

export type SelfRegistrationModeResolvers = EnumResolverSignature<{ APPROVAL?: any, CLOSED?: any, OPEN?: any }, ResolversTypes['SelfRegistrationMode']>;

export type SelfRegistrationOutcomeResolvers = EnumResolverSignature<{ ALREADY_REGISTERED?: any, ALREADY_REQUESTED?: any, CREATED?: any, ENVIRONMENT_ADDED?: any, LINKED_TO_EXISTING?: any, REQUESTED?: any }, ResolversTypes['SelfRegistrationOutcome']>;

export type TextSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextSegment'] = ResolversParentTypes['TextSegment']> = {
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnblockSenderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockSenderPayload'] = ResolversParentTypes['UnblockSenderPayload']> = {
  deletedBlockedSenderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type UpdateUsersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateUsersPayload'] = ResolversParentTypes['UpdateUsersPayload']> = {
  counts?: Resolver<ResolversTypes['RowCounts'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['UserRowResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  access?: Resolver<Array<ResolversTypes['EnvironmentAccess']>, ParentType, ContextType>;
  auditEvents?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<UserauditEventsArgs>>;
  channelIdentities?: Resolver<Array<ResolversTypes['ChannelIdentity']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creationSource?: Resolver<ResolversTypes['CreationSource'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initials?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  invitations?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  isBlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  middleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<UserphoneNumberArgs, 'format'>>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type UserErrorCodeResolvers = EnumResolverSignature<{ ALREADY_DECIDED?: any, COUNT_CHANGED?: any, EMAIL_INVALID?: any, EMAIL_TAKEN?: any, ENVIRONMENTS_NOT_ALLOWED?: any, ENVIRONMENT_NOT_FOUND?: any, ENVIRONMENT_REQUIRED?: any, EXPIRY_IN_PAST?: any, EXPIRY_TOO_FAR?: any, FIRST_NAME_REQUIRED?: any, IDENTITY_CONFLICT?: any, IDENTITY_TAKEN?: any, INVITATION_INVALID?: any, LAST_ENVIRONMENT?: any, LAST_IDENTITY?: any, LAST_NAME_REQUIRED?: any, NAME_REQUIRED?: any, NAME_TAKEN?: any, NOT_FOUND?: any, PHONE_NUMBER_BLOCKED?: any, PHONE_NUMBER_INVALID?: any, PHONE_NUMBER_MISMATCH?: any, PHONE_NUMBER_REQUIRED?: any, PHONE_NUMBER_TAKEN?: any, ROLE_NOT_ALLOWED?: any, ROLE_REQUIRED?: any, SELF_REGISTRATION_CLOSED?: any, SENDER_BLOCKED?: any, SENDER_INVALID?: any, SUBJECT_INVALID?: any, SUBJECT_REQUIRED?: any, SUBJECT_TAKEN?: any, TELEGRAM_BOT_INVALID?: any, TOO_LONG?: any, TOO_MANY?: any, TYPE_REQUIRED?: any, VERSION_CONFLICT?: any }, ResolversTypes['UserErrorCode']>;

export type UserOrderFieldResolvers = EnumResolverSignature<{ CREATED_AT?: any, FULL_NAME?: any, LAST_SEEN_AT?: any, RELEVANCE?: any }, ResolversTypes['UserOrderField']>;

export type UserRowOutcomeResolvers = EnumResolverSignature<{ CREATED?: any, DELETED?: any, REFUSED?: any, SKIPPED?: any, UNCHANGED?: any, UPDATED?: any }, ResolversTypes['UserRowOutcome']>;

export type UserRowResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserRowResult'] = ResolversParentTypes['UserRowResult']> = {
  duplicateOf?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['UserRowOutcome'], ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<UserRowResultphoneNumberArgs, 'format'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserSearchFieldResolvers = EnumResolverSignature<{ CHANNEL_IDENTITY?: any, EMAIL?: any, FULL_NAME?: any, PHONE_NUMBER?: any }, ResolversTypes['UserSearchField']>;

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  canManageProjects?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessDecision?: AccessDecisionResolvers<ContextType>;
  AccessExplanation?: AccessExplanationResolvers<ContextType>;
  AccessKey?: AccessKeyResolvers<ContextType>;
  AccessMatch?: AccessMatchResolvers;
  AccessReason?: AccessReasonResolvers;
  AccessRequest?: AccessRequestResolvers<ContextType>;
  AccessRequestConnection?: AccessRequestConnectionResolvers<ContextType>;
  AccessRequestEdge?: AccessRequestEdgeResolvers<ContextType>;
  AccessRequestStatus?: AccessRequestStatusResolvers;
  AccessSuggestion?: AccessSuggestionResolvers;
  AddProjectMemberPayload?: AddProjectMemberPayloadResolvers<ContextType>;
  ApproveAccessRequestPayload?: ApproveAccessRequestPayloadResolvers<ContextType>;
  AuditAction?: AuditActionResolvers;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  BlockSenderPayload?: BlockSenderPayloadResolvers<ContextType>;
  BlockedSender?: BlockedSenderResolvers<ContextType>;
  BlockedSenderConnection?: BlockedSenderConnectionResolvers<ContextType>;
  BlockedSenderEdge?: BlockedSenderEdgeResolvers<ContextType>;
  Channel?: ChannelResolvers;
  ChannelIdentity?: ChannelIdentityResolvers<ContextType>;
  CreateAccessKeyPayload?: CreateAccessKeyPayloadResolvers<ContextType>;
  CreateEnvironmentPayload?: CreateEnvironmentPayloadResolvers<ContextType>;
  CreateInvitationPayload?: CreateInvitationPayloadResolvers<ContextType>;
  CreateProjectPayload?: CreateProjectPayloadResolvers<ContextType>;
  CreateUserPayload?: CreateUserPayloadResolvers<ContextType>;
  CreateUsersPayload?: CreateUsersPayloadResolvers<ContextType>;
  CreationSource?: CreationSourceResolvers;
  DateTime?: GraphQLScalarType;
  DeleteEnvironmentPayload?: DeleteEnvironmentPayloadResolvers<ContextType>;
  DeleteProjectPayload?: DeleteProjectPayloadResolvers<ContextType>;
  DeleteUserPayload?: DeleteUserPayloadResolvers<ContextType>;
  DeleteUsersPayload?: DeleteUsersPayloadResolvers<ContextType>;
  DismissAccessRequestPayload?: DismissAccessRequestPayloadResolvers<ContextType>;
  Environment?: EnvironmentResolvers<ContextType>;
  EnvironmentAccess?: EnvironmentAccessResolvers<ContextType>;
  EnvironmentDecision?: EnvironmentDecisionResolvers<ContextType>;
  EnvironmentType?: EnvironmentTypeResolvers;
  ExistingUserPolicy?: ExistingUserPolicyResolvers;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationLinks?: InvitationLinksResolvers<ContextType>;
  InvitationOutcome?: InvitationOutcomeResolvers;
  InvitationStatus?: InvitationStatusResolvers;
  LinkChannelIdentityPayload?: LinkChannelIdentityPayloadResolvers<ContextType>;
  LinkOrigin?: LinkOriginResolvers;
  MergeUsersPayload?: MergeUsersPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OrderDirection?: OrderDirectionResolvers;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParsedSender?: ParsedSenderResolvers<ContextType>;
  PhoneNumberFormat?: PhoneNumberFormatResolvers;
  Project?: ProjectResolvers<ContextType>;
  ProjectMember?: ProjectMemberResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RedeemInvitationPayload?: RedeemInvitationPayloadResolvers<ContextType>;
  RemoveProjectMemberPayload?: RemoveProjectMemberPayloadResolvers<ContextType>;
  ReplaceSenderOutcome?: ReplaceSenderOutcomeResolvers;
  ReplaceSenderPayload?: ReplaceSenderPayloadResolvers<ContextType>;
  RevokeAccessKeyPayload?: RevokeAccessKeyPayloadResolvers<ContextType>;
  RevokeInvitationPayload?: RevokeInvitationPayloadResolvers<ContextType>;
  Role?: RoleResolvers;
  RowCounts?: RowCountsResolvers<ContextType>;
  SearchMatch?: SearchMatchResolvers<ContextType>;
  SelfRegisterUserPayload?: SelfRegisterUserPayloadResolvers<ContextType>;
  SelfRegistrationMode?: SelfRegistrationModeResolvers;
  SelfRegistrationOutcome?: SelfRegistrationOutcomeResolvers;
  TextSegment?: TextSegmentResolvers<ContextType>;
  UnblockSenderPayload?: UnblockSenderPayloadResolvers<ContextType>;
  UnlinkChannelIdentityPayload?: UnlinkChannelIdentityPayloadResolvers<ContextType>;
  UpdateEnvironmentPayload?: UpdateEnvironmentPayloadResolvers<ContextType>;
  UpdateProjectMemberPayload?: UpdateProjectMemberPayloadResolvers<ContextType>;
  UpdateProjectPayload?: UpdateProjectPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  UpdateUsersPayload?: UpdateUsersPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  UserOrderField?: UserOrderFieldResolvers;
  UserRowOutcome?: UserRowOutcomeResolvers;
  UserRowResult?: UserRowResultResolvers<ContextType>;
  UserSearchField?: UserSearchFieldResolvers;
  Viewer?: ViewerResolvers<ContextType>;
};

