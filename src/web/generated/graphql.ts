/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Until when a user may talk in an environment. */
export type AccessExpiryInput = {
  /** The id of an environment that the user has after this change, else ENVIRONMENT_NOT_FOUND. */
  environmentId: string | number;
  /** Until when the user may talk there, in the future, else EXPIRY_IN_PAST; null: for ever. Omitted: unchanged. */
  expiresAt?: string | null | undefined;
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
  name?: string | null | undefined;
  /** The id of the project. */
  projectId: string | number;
  /** What the person may do: ADMINISTRATOR, MEMBER or VIEWER. Required; GATEWAY is ROLE_NOT_ALLOWED. */
  role?: Role | null | undefined;
  /** The `sub` claim of the person's access tokens: at most 255 ASCII characters, compared exactly. Required. */
  subject?: string | null | undefined;
};

/** The request to approve, and who the person is. */
export type ApproveAccessRequestInput = {
  /**
   * A new user's e-mail address. Omitted: the one that they gave when registering, if no other user has it; null or blank: none.
   * Known users keep theirs.
   */
  email?: string | null | undefined;
  /** Further environments that the user shall have, beside the one of the request and those they have already. */
  environmentIds?: Array<string | number> | null | undefined;
  /** A new user's first name, at most 100 characters. Omitted: the one in the request; null or blank: none. Known users keep theirs. */
  firstName?: string | null | undefined;
  /** The id of the request. */
  id: string | number;
  /** A new user's last name, at most 100 characters. Omitted: the one in the request; null or blank: none. Known users keep theirs. */
  lastName?: string | null | undefined;
  /** A new user's middle name, at most 100 characters. Known users keep theirs. */
  middleName?: string | null | undefined;
  /** The user who the person is. Omitted or null: whom the check recognises, or else a new user. */
  userId?: string | number | null | undefined;
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

/** Whom to block: exactly one of a user, a sender and a request. */
export type BlockSenderInput = {
  /**
   * The request whose sender to block. It is dismissed. In an IDENTITY_CONFLICT the sender's id alone is blocked: the phone number is of a user who may
   * be somebody else.
   */
  accessRequestId?: string | number | null | undefined;
  /** Why, for the owner's own memory, at most 500 characters. The blocked person never sees it. */
  note?: string | null | undefined;
  /** The id of the project. */
  projectId: string | number;
  /** The sender to block, by phone number, id, or both. A user who is recognised by it is blocked whole. */
  sender?: SenderInput | null | undefined;
  /** The user to block. */
  userId?: string | number | null | undefined;
};

/** A messaging app over which the assistant talks. */
export type Channel =
  /** Slack. */
  | 'SLACK'
  /** Telegram. */
  | 'TELEGRAM'
  /** WhatsApp. */
  | 'WHATSAPP';

/** An id on a channel, for a new user. */
export type ChannelIdentityInput = {
  /** The channel that gave the id. */
  channel: Channel;
  /**
   * The id: WhatsApp's business-scoped id, Telegram's numeric id, or Slack's TEAM:USER. Required; a text that is no such id is
   * SENDER_INVALID.
   */
  externalId?: string | null | undefined;
};

/** A new access key. */
export type CreateAccessKeyInput = {
  /** The environments of the project in which a GATEWAY key may ask. Omitted or empty, it may ask in all of them, future ones too. */
  environmentIds?: Array<string | number> | null | undefined;
  /** When the key stops working by itself, a time in the future. Omitted or null, it never does. */
  expiresAt?: string | null | undefined;
  /** What the key is for, 1 to 100 characters. Required. */
  name?: string | null | undefined;
  /** The id of the project the key is for. Omitted or null, the key is for the whole workspace. */
  projectId?: string | number | null | undefined;
  /** What the holder of the key may do. Required. */
  role?: Role | null | undefined;
};

/** A new environment. */
export type CreateEnvironmentInput = {
  /** The environment's name, 1 to 100 characters, unique in the project. Required. */
  name?: string | null | undefined;
  /** The id of the project. */
  projectId: string | number;
  /** Whether unknown senders may register themselves; CLOSED when omitted. */
  selfRegistration?: SelfRegistrationMode | null | undefined;
  /** What the environment is for. Required. */
  type?: EnvironmentType | null | undefined;
};

/** A new invitation. */
export type CreateInvitationInput = {
  /** The channel on which the code shall work. Omitted or null, it works on all. */
  channel?: Channel | null | undefined;
  /** When the code shall stop working: in the future, at most 30 days from now. Omitted or null, in 7 days. */
  expiresAt?: string | null | undefined;
  /** The user to invite. */
  userId: string | number;
};

/** A new project. */
export type CreateProjectInput = {
  /** The project's name, 1 to 100 characters. Required. */
  name?: string | null | undefined;
};

/** A new user. A required field that is missing is answered in `userErrors`, not as an error of GraphQL. */
export type CreateUserInput = {
  /** Ids on channels that are known to be this person's; at most 20. */
  channelIdentities?: Array<ChannelIdentityInput> | null | undefined;
  /** True: nothing is written; `userErrors` says what would be refused, and `user` is null. */
  dryRun?: boolean;
  /** The e-mail address, at most 254 characters. Blank or omitted means none. */
  email?: string | null | undefined;
  /** The environments in which the user may talk to the assistant. At least one is required. */
  environmentIds?: Array<string | number> | null | undefined;
  /** The first name, 1 to 100 characters. Required. */
  firstName?: string | null | undefined;
  /**
   * Makes it safe to send the request again when its answer was lost: a random text of 8 to 200 characters, such as a UUID, a new one for
   * each user to create. For 24 hours the same key of the same caller answers the user it created, as that user is now, and creates nothing.
   * The key with another input is BAD_USER_INPUT; once the user was deleted, NOT_FOUND. A refusal is not remembered: correct the input
   * and send it again with the same key.
   */
  idempotencyKey?: string | null | undefined;
  /** The last name, 1 to 100 characters. Required. */
  lastName?: string | null | undefined;
  /** The middle name, at most 100 characters. Blank or omitted means none. */
  middleName?: string | null | undefined;
  /** The phone number in international format, such as +1 555-123-4567, with 10 to 15 digits. Required. */
  phoneNumber?: string | null | undefined;
  /** The id of the project. */
  projectId: string | number;
};

/**
 * Users to add. Rows that are the same person are found by phone number, id on a channel or e-mail address, or because they are the same user: the
 * first of them that is not refused counts, and the later ones are SKIPPED. A row is somebody's who is here already by phone number, else by id, else
 * by e-mail address; one that is two people's is REFUSED, with the other one as `conflictingUser`.
 */
export type CreateUsersInput = {
  /** True: nothing is written; the answer says what would be. */
  dryRun?: boolean;
  /** The environments of the rows that name none themselves. */
  environmentIds?: Array<string | number> | null | undefined;
  /**
   * Makes it safe to send the request again when its answer was lost: a random text of 8 to 200 characters, such as a UUID. For 24 hours the
   * same key of the same caller gives the same answer, with the users as they are then, and writes nothing. The key with another input is
   * BAD_USER_INPUT. A dry run ignores it.
   */
  idempotencyKey?: string | null | undefined;
  /** What to do with a row that is somebody who is here already. */
  ifExisting?: ExistingUserPolicy;
  /** The id of the project. */
  projectId: string | number;
  /** The users, 1 to 500; another number is BAD_USER_INPUT. A page or command sends a longer list in several requests. */
  rows: Array<UserRowInput>;
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
  id: string | number;
};

/** The project to delete. */
export type DeleteProjectInput = {
  /** The id of the project to delete. */
  id: string | number;
};

/** The user to delete. */
export type DeleteUserInput = {
  /** The id of the user to delete. */
  id: string | number;
};

/** Users to delete: either `ids`, or a `selection` with its `expectedCount`. */
export type DeleteUsersInput = {
  /**
   * With `ids`: only those of them who are still in this selection when they are locked; the others are SKIPPED. For a selection of more than 1,000
   * users, sent in several requests.
   */
  among?: UserSelection | null | undefined;
  /** True: nothing is deleted; the answer says what would be. */
  dryRun?: boolean;
  /** How many users the caller saw in the selection. If it has another number of users now, nothing is deleted: COUNT_CHANGED. */
  expectedCount?: number | null | undefined;
  /** The ids of the users, 1 to 1,000. An id that is given twice counts once. */
  ids?: Array<string | number> | null | undefined;
  /** The id of the project. */
  projectId: string | number;
  /** The users of a list, instead of their ids. */
  selection?: UserSelection | null | undefined;
};

/** The request to dismiss. */
export type DismissAccessRequestInput = {
  /** The id of the request. */
  id: string | number;
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
  externalId?: string | null | undefined;
  /** The id of the user. */
  userId: string | number;
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
  expectedVersion?: number | null | undefined;
  /** The id of the user to keep. */
  id: string | number;
  /** The id of the user to merge into the other and to delete. The same id as the kept user's is BAD_USER_INPUT. */
  mergedId: string | number;
};

/** The direction of an order. */
export type OrderDirection =
  /** Ascending: oldest first, or A before Z. */
  | 'ASC'
  /** Descending: newest first, or Z before A. */
  | 'DESC';

/** The member to remove from the project. */
export type RemoveProjectMemberInput = {
  /** The id of the member to remove. */
  id: string | number;
};

/** What replaceSender did. */
export type ReplaceSenderOutcome =
  /** The user had the new phone number or id already; nothing was changed. */
  | 'ALREADY_REPLACED'
  /** The user has the new phone number or id now. An old id stays linked, beside the new one. */
  | 'REPLACED'
  /** Nobody in this project was this sender; nothing was changed. */
  | 'UNKNOWN_SENDER';

/** The access key to revoke. */
export type RevokeAccessKeyInput = {
  /** The id of the key to revoke. */
  id: string | number;
};

/** The invitation to revoke. */
export type RevokeInvitationInput = {
  /** The id of the invitation. */
  id: string | number;
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
  email?: string | null | undefined;
  /**
   * The sender's id on the channel. WhatsApp: the business-scoped id (US.1349…), its parent (US.ENT.…) or the …@lid, but never
   * …@s.whatsapp.net, which is a phone number. Telegram: the numeric id, from.id. Slack: team and user, as T…:U…; in an
   * Enterprise Grid also E… and W…. An id of a group, channel, bot or anonymous administrator is invalid: it is no single person's.
   */
  externalId?: string | null | undefined;
  /**
   * The sender's phone number. On WhatsApp and Telegram digits without a + are read as international, as the channel sends them. Older
   * ways of writing a country's numbers are understood.
   */
  phoneNumber?: string | null | undefined;
};

/** The block to lift. */
export type UnblockSenderInput = {
  /** The id of the block. */
  id: string | number;
};

/** The identity to unlink from its user. */
export type UnlinkChannelIdentityInput = {
  /** The identity's id in this service: `ChannelIdentity.id`, not `externalId`. */
  id: string | number;
};

/** A change of an environment. What is omitted stays as it is. */
export type UpdateEnvironmentInput = {
  /** The id of the environment to change. */
  id: string | number;
  /** The new name, 1 to 100 characters, unique in the project. Null or blank is NAME_REQUIRED. */
  name?: string | null | undefined;
  /** Whether unknown senders may register themselves from now on. Null keeps the present value. */
  selfRegistration?: SelfRegistrationMode | null | undefined;
  /** What the environment is for from now on. Null keeps the present type. */
  type?: EnvironmentType | null | undefined;
};

/** A change of a project. What is omitted stays as it is. */
export type UpdateProjectInput = {
  /** The id of the project to change. */
  id: string | number;
  /** Whether to note who is denied where self-registration is CLOSED. False deletes what was noted. Null keeps the present value. */
  keepsDeniedAttempts?: boolean | null | undefined;
  /** The new name, 1 to 100 characters. Omit it to keep the present one; null or blank is NAME_REQUIRED. */
  name?: string | null | undefined;
  /** The name of the assistant's bot on Telegram, with or without @ or as a link to t.me. Null or blank clears it. */
  telegramBot?: string | null | undefined;
  /** The assistant's phone number on WhatsApp, in international format. Null or blank clears it. */
  whatsAppNumber?: string | null | undefined;
};

/** A change of a member. What is omitted stays as it is. */
export type UpdateProjectMemberInput = {
  /** The id of the member to change. */
  id: string | number;
  /** The person's new name, 1 to 100 characters. Null or blank is NAME_REQUIRED. */
  name?: string | null | undefined;
  /** The new role: ADMINISTRATOR, MEMBER or VIEWER. Null is ROLE_REQUIRED, GATEWAY is ROLE_NOT_ALLOWED. */
  role?: Role | null | undefined;
};

/** A change of a user. What is omitted stays as it is. */
export type UpdateUserInput = {
  /** Until when the user may talk in some of their environments; environments that are not listed keep their time. Of two for one, the last counts. */
  accessExpiries?: Array<AccessExpiryInput> | null | undefined;
  /** True: nothing is written; `userErrors` and `unlinkedIdentities` say what would happen, and `user` is as it is now. */
  dryRun?: boolean;
  /** The new e-mail address, at most 254 characters. Null or blank clears it. */
  email?: string | null | undefined;
  /** All environments in which the user may talk from now on, at least one. Those that are not in the list are taken from the user. */
  environmentIds?: Array<string | number> | null | undefined;
  /**
   * The `version` of the user that the caller read. If the user was changed since, nothing is written and the answer is VERSION_CONFLICT.
   * When omitted, the last change wins.
   */
  expectedVersion?: number | null | undefined;
  /** The new first name, 1 to 100 characters. Null or blank is FIRST_NAME_REQUIRED. */
  firstName?: string | null | undefined;
  /** The id of the user to change. */
  id: string | number;
  /** The new last name, 1 to 100 characters. Null or blank is LAST_NAME_REQUIRED. */
  lastName?: string | null | undefined;
  /** The new middle name, at most 100 characters. Null or blank clears it. */
  middleName?: string | null | undefined;
  /** The new phone number in international format, such as +1 555-123-4567, with 10 to 15 digits. Who has one cannot be left without. */
  phoneNumber?: string | null | undefined;
};

/** Users to give environments to or to take them from: either `ids`, or a `selection` with its `expectedCount`. */
export type UpdateUsersInput = {
  /**
   * Environments to give to each of the users: for ever, unless all that `removeEnvironmentIds` takes from the user has an end. Without any here and in
   * `removeEnvironmentIds`: BAD_USER_INPUT.
   */
  addEnvironmentIds?: Array<string | number> | null | undefined;
  /**
   * With `ids`: only those of them who are still in this selection when they are locked; the others are SKIPPED. For a selection of more than 1,000
   * users, sent in several requests.
   */
  among?: UserSelection | null | undefined;
  /** True: nothing is written; the answer says what would be. */
  dryRun?: boolean;
  /** How many users the caller saw in the selection. If it has another number of users now, nothing is written: COUNT_CHANGED. */
  expectedCount?: number | null | undefined;
  /** The ids of the users, 1 to 1,000. An id that is given twice counts once. */
  ids?: Array<string | number> | null | undefined;
  /** The id of the project. */
  projectId: string | number;
  /** Environments to take from each of the users. The same environment in both lists is BAD_USER_INPUT. */
  removeEnvironmentIds?: Array<string | number> | null | undefined;
  /** The users of a list, instead of their ids. */
  selection?: UserSelection | null | undefined;
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
  channel?: Channel | null | undefined;
  /** Users who came here in this way. */
  creationSource?: CreationSource | null | undefined;
  /** Users of at least one of these environments, at most 100 of them. An empty list finds nobody. */
  environmentIds?: Array<string | number> | null | undefined;
  /** Users whose time in one of their environments ends before this time, or has ended. */
  expiresBefore?: string | null | undefined;
  /** True: users with an e-mail address. False: users without one. */
  hasEmail?: boolean | null | undefined;
  /** True: users with a phone number. False: users without one. */
  hasPhoneNumber?: boolean | null | undefined;
  /** True: users who are blocked. False: users who are not. */
  isBlocked?: boolean | null | undefined;
  /** Users who were last seen before this time, and those who were never seen and were added before it. */
  lastSeenBefore?: string | null | undefined;
  /** True: users who were never seen. False: users who were. */
  neverSeen?: boolean | null | undefined;
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
  channelIdentities?: Array<ChannelIdentityInput> | null | undefined;
  /** The e-mail address, at most 254 characters. */
  email?: string | null | undefined;
  /** The environments of the user. When omitted or empty, those of the request. */
  environmentIds?: Array<string | number> | null | undefined;
  /** The first name, 1 to 100 characters. Required for a new user. */
  firstName?: string | null | undefined;
  /** The last name, 1 to 100 characters. Required for a new user. */
  lastName?: string | null | undefined;
  /** The middle name, at most 100 characters. */
  middleName?: string | null | undefined;
  /** The phone number in international format, such as +1 555-123-4567, with 10 to 15 digits. Required for a new user. */
  phoneNumber?: string | null | undefined;
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
  filter?: UserFilter | null | undefined;
  /** What to look for, as in `Project.users`. */
  search?: string | null | undefined;
};

export type AccessKeysQueryVariables = Exact<{
  projectId: string | number;
}>;


export type AccessKeysQuery = { project: { id: string, accessKeys: Array<{ id: string, name: string, role: Role, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, isOwn: boolean, environments: Array<{ id: string, name: string, type: EnvironmentType }> }> } | null };

export type CreateAccessKeyMutationVariables = Exact<{
  input: CreateAccessKeyInput;
}>;


export type CreateAccessKeyMutation = { answer: { saved: string | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type RevokeAccessKeyMutationVariables = Exact<{
  input: RevokeAccessKeyInput;
}>;


export type RevokeAccessKeyMutation = { revokeAccessKey: { accessKey: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type BlockedSendersQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type BlockedSendersQuery = { project: { id: string, blockedSenders: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, channel: Channel | null, phoneNumber: string | null, externalId: string | null, note: string | null, blockedBy: string, createdAt: string, user: { id: string, fullName: string } | null }> } } | null };

export type BlockSenderMutationVariables = Exact<{
  input: BlockSenderInput;
}>;


export type BlockSenderMutation = { answer: { saved: Array<{ id: string }>, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type UnblockSenderMutationVariables = Exact<{
  input: UnblockSenderInput;
}>;


export type UnblockSenderMutation = { unblockSender: { deletedBlockedSenderId: string | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type BulkRowFragment = { outcome: UserRowOutcome, user: { id: string, fullName: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> };

export type UpdateUsersMutationVariables = Exact<{
  input: UpdateUsersInput;
}>;


export type UpdateUsersMutation = { answer: { results: Array<{ outcome: UserRowOutcome, user: { id: string, fullName: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type DeleteUsersMutationVariables = Exact<{
  input: DeleteUsersInput;
}>;


export type DeleteUsersMutation = { answer: { results: Array<{ outcome: UserRowOutcome, user: { id: string, fullName: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type UserIdsQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type UserIdsQuery = { project: { id: string, users: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, environments: Array<{ id: string }> }> } } | null };

export type EnvironmentsQueryVariables = Exact<{
  projectId: string | number;
}>;


export type EnvironmentsQuery = { project: { id: string, environments: Array<{ id: string, name: string, type: EnvironmentType, selfRegistration: SelfRegistrationMode, userCount: number }> } | null };

export type EnvironmentChoicesQueryVariables = Exact<{
  projectId: string | number;
}>;


export type EnvironmentChoicesQuery = { project: { id: string, environments: Array<{ id: string, name: string, type: EnvironmentType, selfRegistration: SelfRegistrationMode }> } | null };

export type CreateEnvironmentMutationVariables = Exact<{
  input: CreateEnvironmentInput;
}>;


export type CreateEnvironmentMutation = { answer: { saved: { id: string, name: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type UpdateEnvironmentMutationVariables = Exact<{
  input: UpdateEnvironmentInput;
}>;


export type UpdateEnvironmentMutation = { answer: { saved: { id: string, name: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type DeleteEnvironmentMutationVariables = Exact<{
  input: DeleteEnvironmentInput;
}>;


export type DeleteEnvironmentMutation = { deleteEnvironment: { deletedEnvironmentId: string | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type MyProjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProjectsQuery = { viewer: { name: string, role: Role, projects: Array<{ id: string, name: string, environments: Array<{ id: string, name: string, type: EnvironmentType, selfRegistration: SelfRegistrationMode, userCount: number }> }> } };

export type AddUserMutationVariables = Exact<{
  projectId: string | number;
  environmentId: string | number;
}>;


export type AddUserMutation = { createUser: { user: { id: string, fullName: string, phoneNumber: string | null, creationSource: CreationSource, environments: Array<{ name: string }> } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode, conflictingUser: { id: string, fullName: string } | null }> } };

export type SearchUsersQueryVariables = Exact<{
  projectId: string | number;
  search: string;
  after?: string | null | undefined;
}>;


export type SearchUsersQuery = { project: { users: { totalCount: number, edges: Array<{ node: { id: string, fullName: string, email: string | null, phoneNumber: string | null, environments: Array<{ name: string }> }, matches: Array<{ field: UserSearchField, segments: Array<{ text: string, matched: boolean }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type LimitAccessMutationVariables = Exact<{
  userId: string | number;
  environmentId: string | number;
  inAMonth: string;
}>;


export type LimitAccessMutation = { updateUser: { user: { id: string, fullName: string, access: Array<{ expiresAt: string | null, environment: { name: string } }> } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type LastSeenQueryVariables = Exact<{
  projectId: string | number;
  inAMonth: string;
}>;


export type LastSeenQuery = { project: { users: { nodes: Array<{ id: string, fullName: string, access: Array<{ lastSeenAt: string | null, lastChannel: Channel | null, expiresAt: string | null, environment: { name: string } }> }> } } | null };

export type AddManyMutationVariables = Exact<{
  projectId: string | number;
  environmentId: string | number;
}>;


export type AddManyMutation = { createUsers: { counts: { created: number, updated: number, unchanged: number, refused: number }, results: Array<{ index: number, outcome: UserRowOutcome, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> }>, userErrors: Array<{ message: string, code: UserErrorCode }> } };

export type ChangeManyMutationVariables = Exact<{
  projectId: string | number;
  environmentId: string | number;
  search: string;
}>;


export type ChangeManyMutation = { updateUsers: { counts: { updated: number, unchanged: number, refused: number }, results: Array<{ outcome: UserRowOutcome, user: { id: string, fullName: string } | null }>, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type MergeMutationVariables = Exact<{
  userId: string | number;
  otherUserId: string | number;
}>;


export type MergeMutation = { mergeUsers: { deletedUserId: string | null, user: { id: string, fullName: string, channelIdentities: Array<{ channel: Channel, externalId: string }> } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type ExplainQueryVariables = Exact<{
  projectId: string | number;
  sender: string;
}>;


export type ExplainQuery = { explainAccess: { recentAttempts: number, suggestion: AccessSuggestion | null, decisions: Array<{ environment: { name: string }, sender: { channel: Channel }, decision: { allowed: boolean, reason: AccessReason, matchedBy: AccessMatch | null, user: { id: string, fullName: string } | null } }> } | null };

export type RequestsQueryVariables = Exact<{
  projectId: string | number;
}>;


export type RequestsQuery = { project: { accessRequests: { totalCount: number, nodes: Array<{ id: string, channel: Channel, firstName: string | null, lastName: string | null, phoneNumber: string | null, externalId: string | null, reason: AccessReason, attempts: number, lastAttemptAt: string, environment: { name: string }, candidates: Array<{ id: string, fullName: string }> }> }, blockedSenders: { nodes: Array<{ id: string, phoneNumber: string | null, channel: Channel | null, externalId: string | null, note: string | null }> } } | null };

export type ApproveMutationVariables = Exact<{
  requestId: string | number;
}>;


export type ApproveMutation = { approveAccessRequest: { outcome: SelfRegistrationOutcome | null, user: { id: string, fullName: string, environments: Array<{ name: string }> } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type BlockMutationVariables = Exact<{
  projectId: string | number;
}>;


export type BlockMutation = { blockSender: { blockedSenders: Array<{ id: string, channel: Channel | null, externalId: string | null, phoneNumber: string | null }>, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type InviteMutationVariables = Exact<{
  userId: string | number;
}>;


export type InviteMutation = { createInvitation: { code: string | null, invitation: { id: string, expiresAt: string, status: InvitationStatus } | null, links: { telegram: string | null, whatsApp: string | null } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type AddGatewayKeyMutationVariables = Exact<{
  projectId: string | number;
}>;


export type AddGatewayKeyMutation = { createAccessKey: { secret: string | null, accessKey: { id: string, name: string, role: Role } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type NodesQueryVariables = Exact<{
  projectId: string | number;
  environmentId: string | number;
  userId: string | number;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'AccessKey', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'BlockedSender', id: string }
    | { __typename: 'ChannelIdentity', id: string }
    | { __typename: 'Environment', name: string, id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Project', id: string }
    | { __typename: 'ProjectMember', id: string }
    | { __typename: 'User', fullName: string, id: string }
   | null> };

export type MyselfQueryVariables = Exact<{ [key: string]: never; }>;


export type MyselfQuery = { viewer: { name: string, role: Role, projects: Array<{ id: string, name: string, environments: Array<{ id: string, name: string, type: EnvironmentType, selfRegistration: SelfRegistrationMode }> }> } };

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

export type ApprovedQueryVariables = Exact<{
  environmentId: string | number;
  after?: string | null | undefined;
}>;


export type ApprovedQuery = { decidedAccessRequests: { nodes: Array<{ channel: Channel, lastAttemptAt: string, user: { id: string, phoneNumber: string | null, channelIdentities: Array<{ channel: Channel, externalId: string }> } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type RedeemMutationVariables = Exact<{
  environmentId: string | number;
}>;


export type RedeemMutation = { redeemInvitation: { outcome: InvitationOutcome | null, user: { id: string, fullName: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: UserErrorCode }> } };

export type HistoryEventFragment = { id: string, action: AuditAction, actorName: string, subjectId: string, changedFields: Array<string>, createdAt: string, user: { id: string, fullName: string } | null };

export type HistoryQueryVariables = Exact<{
  projectId: string | number;
  userId?: string | number | null | undefined;
  actions?: Array<AuditAction> | AuditAction | null | undefined;
  actorId?: string | number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type HistoryQuery = { project: { id: string, auditEvents: { pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, action: AuditAction, actorName: string, subjectId: string, changedFields: Array<string>, createdAt: string, user: { id: string, fullName: string } | null }> } } | null };

export type UserHistoryQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type UserHistoryQuery = { user: { id: string, auditEvents: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, action: AuditAction, actorName: string, subjectId: string, changedFields: Array<string>, createdAt: string, user: { id: string, fullName: string } | null }> } } | null };

export type HistoryNamesQueryVariables = Exact<{
  projectId: string | number;
}>;


export type HistoryNamesQuery = { project: { id: string, environments: Array<{ id: string, name: string }>, accessKeys: Array<{ id: string, name: string }>, members: Array<{ id: string, name: string }> } | null };

export type ImportUsersMutationVariables = Exact<{
  input: CreateUsersInput;
}>;


export type ImportUsersMutation = { answer: { results: Array<{ index: number, outcome: UserRowOutcome, duplicateOf: number | null, phoneNumber: string | null, user: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type UndoImportMutationVariables = Exact<{
  input: DeleteUsersInput;
}>;


export type UndoImportMutation = { answer: { results: Array<{ outcome: UserRowOutcome, user: { id: string, version: number, fullName: string } | null }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type UserInvitationsQueryVariables = Exact<{
  userId: string | number;
}>;


export type UserInvitationsQuery = { user: { id: string, invitations: Array<{ id: string, channel: Channel | null, status: InvitationStatus, createdAt: string, expiresAt: string, redeemedAt: string | null }> } | null };

export type CreateInvitationMutationVariables = Exact<{
  input: CreateInvitationInput;
}>;


export type CreateInvitationMutation = { answer: { code: string | null, saved: { id: string, channel: Channel | null, expiresAt: string } | null, links: { telegram: string | null, whatsApp: string | null } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { invitation: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type MembersQueryVariables = Exact<{
  projectId: string | number;
}>;


export type MembersQuery = { project: { id: string, members: Array<{ id: string, subject: string, name: string, role: Role, createdAt: string }> } | null };

export type AddMemberMutationVariables = Exact<{
  input: AddProjectMemberInput;
}>;


export type AddMemberMutation = { answer: { saved: { name: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateProjectMemberInput;
}>;


export type UpdateMemberMutation = { answer: { saved: { name: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveProjectMemberInput;
}>;


export type RemoveMemberMutation = { removeProjectMember: { removedProjectMemberId: string | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type FindUsersQueryVariables = Exact<{
  projectId: string | number;
  search: string;
}>;


export type FindUsersQuery = { project: { id: string, users: { nodes: Array<{ id: string, fullName: string, phoneNumber: string | null, email: string | null }> } } | null };

export type FormErrorFragment = { field: Array<string> | null, code: UserErrorCode, message: string };

export type ProjectSettingsQueryVariables = Exact<{
  id: string | number;
}>;


export type ProjectSettingsQuery = { project: { id: string, telegramBot: string | null, whatsAppNumber: string | null, keepsDeniedAttempts: boolean } | null };

export type UpdateProjectMutationVariables = Exact<{
  input: UpdateProjectInput;
}>;


export type UpdateProjectMutation = { answer: { saved: { id: string, name: string, telegramBot: string | null, whatsAppNumber: string | null, keepsDeniedAttempts: boolean } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type ProjectCountsQueryVariables = Exact<{
  upTo: number;
}>;


export type ProjectCountsQuery = { viewer: { projects: Array<{ id: string, users: { totalCount: number } }> } };

export type ProjectUserCountQueryVariables = Exact<{
  projectId: string | number;
}>;


export type ProjectUserCountQuery = { project: { id: string, users: { totalCount: number } } | null };

export type FirstStepsQueryVariables = Exact<{
  projectId: string | number;
  upTo: number;
}>;


export type FirstStepsQuery = { project: { id: string, users: { totalCount: number }, environments: Array<{ type: EnvironmentType, selfRegistration: SelfRegistrationMode }>, accessKeys: Array<{ role: Role, isOwn: boolean, lastUsedAt: string | null, revokedAt: string | null }>, members: Array<{ id: string }> } | null };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { answer: { saved: { id: string, name: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string }> } };

export type DeleteProjectMutationVariables = Exact<{
  input: DeleteProjectInput;
}>;


export type DeleteProjectMutation = { deleteProject: { deletedProjectId: string | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type AccessRequestsQueryVariables = Exact<{
  projectId: string | number;
  status?: AccessRequestStatus | null | undefined;
  environmentIds?: Array<string | number> | string | number | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AccessRequestsQuery = { project: { id: string, accessRequests: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, channel: Channel, phoneNumber: string | null, externalId: string | null, email: string | null, firstName: string | null, lastName: string | null, reason: AccessReason, attempts: number, firstAttemptAt: string, lastAttemptAt: string, environment: { id: string, name: string, type: EnvironmentType }, candidates: Array<{ id: string, fullName: string, phoneNumber: string | null, email: string | null }> }> } } | null };

export type KnownPersonFragment = { id: string, fullName: string, phoneNumber: string | null, email: string | null };

export type PendingCountQueryVariables = Exact<{
  projectId: string | number;
}>;


export type PendingCountQuery = { project: { id: string, environments: Array<{ id: string, pendingAccessRequestCount: number }> } | null };

export type PeopleQueryVariables = Exact<{
  projectId: string | number;
  search: string;
}>;


export type PeopleQuery = { project: { id: string, users: { nodes: Array<{ id: string, fullName: string, phoneNumber: string | null, email: string | null }> } } | null };

export type ApproveAccessRequestMutationVariables = Exact<{
  input: ApproveAccessRequestInput;
}>;


export type ApproveAccessRequestMutation = { answer: { outcome: SelfRegistrationOutcome | null, saved: { id: string, fullName: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type DismissAccessRequestMutationVariables = Exact<{
  input: DismissAccessRequestInput;
}>;


export type DismissAccessRequestMutation = { dismissAccessRequest: { userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type ParsedAsFragment = { channel: Channel, phoneNumber: string | null, externalId: string | null, email: string | null };

export type ExplainAccessQueryVariables = Exact<{
  projectId: string | number;
  sender: string;
}>;


export type ExplainAccessQuery = { explainAccess: { recentAttempts: number, suggestion: AccessSuggestion | null, parsedAs: Array<{ channel: Channel, phoneNumber: string | null, externalId: string | null, email: string | null }>, decisions: Array<{ environment: { id: string, name: string, type: EnvironmentType }, sender: { channel: Channel, phoneNumber: string | null, externalId: string | null, email: string | null }, decision: { allowed: boolean, reason: AccessReason, matchedBy: AccessMatch | null, selfRegistration: SelfRegistrationMode, user: { id: string, fullName: string } | null } }> } | null };

export type LinkAccountMutationVariables = Exact<{
  input: LinkChannelIdentityInput;
}>;


export type LinkAccountMutation = { answer: { saved: { id: string, channel: Channel, externalId: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type UnlinkAccountMutationVariables = Exact<{
  input: UnlinkChannelIdentityInput;
}>;


export type UnlinkAccountMutation = { unlinkChannelIdentity: { userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type UserToEditFragment = { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> };

export type UserToEditQueryVariables = Exact<{
  id: string | number;
}>;


export type UserToEditQuery = { user: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null };

export type UserDetailsFragment = { id: string, version: number, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, isBlocked: boolean, email: string | null, phoneNumber: string | null, createdAt: string, updatedAt: string, lastSeenAt: string | null, environments: Array<{ id: string, name: string, type: EnvironmentType }>, access: Array<{ lastSeenAt: string | null, lastChannel: Channel | null, expiresAt: string | null, environment: { id: string, name: string, type: EnvironmentType } }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedAt: string, linkedBy: LinkOrigin }> };

export type UserDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type UserDetailsQuery = { user: { id: string, version: number, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, isBlocked: boolean, email: string | null, phoneNumber: string | null, createdAt: string, updatedAt: string, lastSeenAt: string | null, project: { id: string }, environments: Array<{ id: string, name: string, type: EnvironmentType }>, access: Array<{ lastSeenAt: string | null, lastChannel: Channel | null, expiresAt: string | null, environment: { id: string, name: string, type: EnvironmentType } }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedAt: string, linkedBy: LinkOrigin }> } | null };

export type UserFormErrorFragment = { field: Array<string> | null, code: UserErrorCode, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { answer: { saved: { id: string, fullName: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { answer: { saved: { id: string, fullName: string } | null, userErrors: Array<{ field: Array<string> | null, code: UserErrorCode, message: string, conflictingUser: { id: string, version: number, fullName: string, phoneNumber: string | null, email: string | null, firstName: string | null, middleName: string | null, lastName: string | null, environments: Array<{ id: string, name: string }>, channelIdentities: Array<{ id: string, channel: Channel, externalId: string, linkedBy: LinkOrigin }> } | null }> } };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { deleteUser: { deletedUserId: string | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type MergeUsersMutationVariables = Exact<{
  input: MergeUsersInput;
}>;


export type MergeUsersMutation = { mergeUsers: { user: { id: string, fullName: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type UsersQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  orderBy?: UserOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withEnds: boolean;
}>;


export type UsersQuery = { project: { id: string, users: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ node: { id: string, fullName: string, firstName: string | null, middleName: string | null, lastName: string | null, initials: string, creationSource: CreationSource, isBlocked: boolean, email: string | null, phoneNumber: string | null, createdAt: string, lastSeenAt: string | null, channelIdentities: Array<{ id: string, channel: Channel, externalId: string }>, environments: Array<{ id: string, name: string, type: EnvironmentType }>, access?: Array<{ expiresAt: string | null, environment: { id: string, name: string } }> }, matches: Array<{ field: UserSearchField, segments: Array<{ text: string, matched: boolean }> }> }> } } | null };

export type UserCountQueryVariables = Exact<{
  projectId: string | number;
  search?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  upTo?: number | null | undefined;
}>;


export type UserCountQuery = { project: { id: string, users: { totalCount: number } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role, canManageProjects: boolean, projects: Array<{ id: string, name: string, viewerRole: Role }> } };

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
export const BulkRowFragmentDoc = new TypedDocumentString(`
    fragment BulkRow on UserRowResult {
  outcome
  user {
    id
    fullName
  }
  userErrors {
    code
    message
  }
}
    `, {"fragmentName":"BulkRow"}) as unknown as TypedDocumentString<BulkRowFragment, unknown>;
export const HistoryEventFragmentDoc = new TypedDocumentString(`
    fragment HistoryEvent on AuditEvent {
  id
  action
  actorName
  subjectId
  changedFields
  createdAt
  user {
    id
    fullName
  }
}
    `, {"fragmentName":"HistoryEvent"}) as unknown as TypedDocumentString<HistoryEventFragment, unknown>;
export const KnownPersonFragmentDoc = new TypedDocumentString(`
    fragment KnownPerson on User {
  id
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
}
    `, {"fragmentName":"KnownPerson"}) as unknown as TypedDocumentString<KnownPersonFragment, unknown>;
export const ParsedAsFragmentDoc = new TypedDocumentString(`
    fragment ParsedAs on ParsedSender {
  channel
  phoneNumber(format: INTERNATIONAL)
  externalId
  email
}
    `, {"fragmentName":"ParsedAs"}) as unknown as TypedDocumentString<ParsedAsFragment, unknown>;
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
  isBlocked
  email
  phoneNumber(format: INTERNATIONAL)
  createdAt
  updatedAt
  lastSeenAt
  environments {
    id
    name
    type
  }
  access {
    environment {
      id
      name
      type
    }
    lastSeenAt
    lastChannel
    expiresAt
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
  code
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
  conflictingUser {
    ...UserToEdit
  }
}
    fragment FormError on UserError {
  field
  code
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
  code
  message
}`) as unknown as TypedDocumentString<CreateAccessKeyMutation, CreateAccessKeyMutationVariables>;
export const RevokeAccessKeyDocument = new TypedDocumentString(`
    mutation RevokeAccessKey($input: RevokeAccessKeyInput!) {
  revokeAccessKey(input: $input) {
    accessKey {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeAccessKeyMutation, RevokeAccessKeyMutationVariables>;
export const BlockedSendersDocument = new TypedDocumentString(`
    query BlockedSenders($projectId: ID!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {
  project(id: $projectId) {
    id
    blockedSenders(
      search: $search
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
      nodes {
        id
        channel
        phoneNumber(format: INTERNATIONAL)
        externalId
        note
        blockedBy
        createdAt
        user {
          id
          fullName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BlockedSendersQuery, BlockedSendersQueryVariables>;
export const BlockSenderDocument = new TypedDocumentString(`
    mutation BlockSender($input: BlockSenderInput!) {
  answer: blockSender(input: $input) {
    saved: blockedSenders {
      id
    }
    userErrors {
      ...FormError
    }
  }
}
    fragment FormError on UserError {
  field
  code
  message
}`) as unknown as TypedDocumentString<BlockSenderMutation, BlockSenderMutationVariables>;
export const UnblockSenderDocument = new TypedDocumentString(`
    mutation UnblockSender($input: UnblockSenderInput!) {
  unblockSender(input: $input) {
    deletedBlockedSenderId
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UnblockSenderMutation, UnblockSenderMutationVariables>;
export const UpdateUsersDocument = new TypedDocumentString(`
    mutation UpdateUsers($input: UpdateUsersInput!) {
  answer: updateUsers(input: $input) {
    results {
      ...BulkRow
    }
    userErrors {
      code
      message
    }
  }
}
    fragment BulkRow on UserRowResult {
  outcome
  user {
    id
    fullName
  }
  userErrors {
    code
    message
  }
}`) as unknown as TypedDocumentString<UpdateUsersMutation, UpdateUsersMutationVariables>;
export const DeleteUsersDocument = new TypedDocumentString(`
    mutation DeleteUsers($input: DeleteUsersInput!) {
  answer: deleteUsers(input: $input) {
    results {
      ...BulkRow
    }
    userErrors {
      code
      message
    }
  }
}
    fragment BulkRow on UserRowResult {
  outcome
  user {
    id
    fullName
  }
  userErrors {
    code
    message
  }
}`) as unknown as TypedDocumentString<DeleteUsersMutation, DeleteUsersMutationVariables>;
export const UserIdsDocument = new TypedDocumentString(`
    query UserIds($projectId: ID!, $search: String, $filter: UserFilter, $after: String) {
  project(id: $projectId) {
    id
    users(
      search: $search
      filter: $filter
      orderBy: {field: CREATED_AT, direction: ASC}
      first: 100
      after: $after
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        environments {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UserIdsQuery, UserIdsQueryVariables>;
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
      selfRegistration
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
  code
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
  code
  message
}`) as unknown as TypedDocumentString<UpdateEnvironmentMutation, UpdateEnvironmentMutationVariables>;
export const DeleteEnvironmentDocument = new TypedDocumentString(`
    mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {
  deleteEnvironment(input: $input) {
    deletedEnvironmentId
    userErrors {
      code
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
    query SearchUsers($projectId: ID!, $search: String!, $after: String) {
  project(id: $projectId) {
    users(
      first: 20
      after: $after
      search: $search
      orderBy: {field: RELEVANCE, direction: DESC}
    ) {
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
export const LimitAccessDocument = new TypedDocumentString(`
    mutation LimitAccess($userId: ID!, $environmentId: ID!, $inAMonth: DateTime!) {
  updateUser(
    input: {id: $userId, accessExpiries: [{environmentId: $environmentId, expiresAt: $inAMonth}]}
  ) {
    user {
      id
      fullName
      access {
        environment {
          name
        }
        expiresAt
      }
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LimitAccessMutation, LimitAccessMutationVariables>;
export const LastSeenDocument = new TypedDocumentString(`
    query LastSeen($projectId: ID!, $inAMonth: DateTime!) {
  project(id: $projectId) {
    users(
      first: 20
      filter: {expiresBefore: $inAMonth}
      orderBy: {field: LAST_SEEN_AT, direction: DESC}
    ) {
      nodes {
        id
        fullName
        access {
          environment {
            name
          }
          lastSeenAt
          lastChannel
          expiresAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LastSeenQuery, LastSeenQueryVariables>;
export const AddManyDocument = new TypedDocumentString(`
    mutation AddMany($projectId: ID!, $environmentId: ID!) {
  createUsers(
    input: {projectId: $projectId, environmentIds: [$environmentId], ifExisting: ADD_ENVIRONMENTS, dryRun: true, rows: [{phoneNumber: "+1 555-123-4567", firstName: "Ana", lastName: "Lima"}, {phoneNumber: "+44 7911 123456", firstName: "Grace", lastName: "Hopper"}, {phoneNumber: "12", firstName: "Too short"}]}
  ) {
    counts {
      created
      updated
      unchanged
      refused
    }
    results {
      index
      outcome
      userErrors {
        field
        message
        code
      }
    }
    userErrors {
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AddManyMutation, AddManyMutationVariables>;
export const ChangeManyDocument = new TypedDocumentString(`
    mutation ChangeMany($projectId: ID!, $environmentId: ID!, $search: String!) {
  updateUsers(
    input: {projectId: $projectId, selection: {search: $search}, expectedCount: 1, addEnvironmentIds: [$environmentId], dryRun: true}
  ) {
    counts {
      updated
      unchanged
      refused
    }
    results {
      outcome
      user {
        id
        fullName
      }
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeManyMutation, ChangeManyMutationVariables>;
export const MergeDocument = new TypedDocumentString(`
    mutation Merge($userId: ID!, $otherUserId: ID!) {
  mergeUsers(input: {id: $userId, mergedId: $otherUserId}) {
    user {
      id
      fullName
      channelIdentities {
        channel
        externalId
      }
    }
    deletedUserId
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<MergeMutation, MergeMutationVariables>;
export const ExplainDocument = new TypedDocumentString(`
    query Explain($projectId: ID!, $sender: String!) {
  explainAccess(projectId: $projectId, sender: $sender) {
    decisions {
      environment {
        name
      }
      sender {
        channel
      }
      decision {
        allowed
        reason
        matchedBy
        user {
          id
          fullName
        }
      }
    }
    recentAttempts
    suggestion
  }
}
    `) as unknown as TypedDocumentString<ExplainQuery, ExplainQueryVariables>;
export const RequestsDocument = new TypedDocumentString(`
    query Requests($projectId: ID!) {
  project(id: $projectId) {
    accessRequests(first: 10) {
      totalCount
      nodes {
        id
        environment {
          name
        }
        channel
        firstName
        lastName
        phoneNumber(format: INTERNATIONAL)
        externalId
        reason
        attempts
        lastAttemptAt
        candidates {
          id
          fullName
        }
      }
    }
    blockedSenders(first: 10) {
      nodes {
        id
        phoneNumber(format: INTERNATIONAL)
        channel
        externalId
        note
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequestsQuery, RequestsQueryVariables>;
export const ApproveDocument = new TypedDocumentString(`
    mutation Approve($requestId: ID!) {
  approveAccessRequest(input: {id: $requestId}) {
    outcome
    user {
      id
      fullName
      environments {
        name
      }
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveMutation, ApproveMutationVariables>;
export const BlockDocument = new TypedDocumentString(`
    mutation Block($projectId: ID!) {
  blockSender(
    input: {projectId: $projectId, sender: {channel: TELEGRAM, externalId: "700100199"}, note: "An example: nobody has this id"}
  ) {
    blockedSenders {
      id
      channel
      externalId
      phoneNumber
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<BlockMutation, BlockMutationVariables>;
export const InviteDocument = new TypedDocumentString(`
    mutation Invite($userId: ID!) {
  createInvitation(input: {userId: $userId}) {
    invitation {
      id
      expiresAt
      status
    }
    code
    links {
      telegram
      whatsApp
    }
    userErrors {
      field
      message
      code
    }
  }
}
    `) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;
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
export const NodesDocument = new TypedDocumentString(`
    query Nodes($projectId: ID!, $environmentId: ID!, $userId: ID!) {
  nodes(ids: [$projectId, $environmentId, $userId]) {
    __typename
    id
    ... on Environment {
      name
    }
    ... on User {
      fullName
    }
  }
}
    `) as unknown as TypedDocumentString<NodesQuery, NodesQueryVariables>;
export const MyselfDocument = new TypedDocumentString(`
    query Myself {
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
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyselfQuery, MyselfQueryVariables>;
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
    senders: [{channel: WHATSAPP, phoneNumber: "15551234567"}, {channel: TELEGRAM, externalId: "123456789"}, {channel: SLACK, externalId: "T0123:U0456"}]
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
export const ApprovedDocument = new TypedDocumentString(`
    query Approved($environmentId: ID!, $after: String) {
  decidedAccessRequests(environmentId: $environmentId, first: 20, after: $after) {
    nodes {
      channel
      lastAttemptAt
      user {
        id
        phoneNumber
        channelIdentities {
          channel
          externalId
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<ApprovedQuery, ApprovedQueryVariables>;
export const RedeemDocument = new TypedDocumentString(`
    mutation Redeem($environmentId: ID!) {
  redeemInvitation(
    input: {environmentId: $environmentId, sender: {channel: TELEGRAM, externalId: "700100101"}, code: "um-AAAAAAAAAAAAAAAAAAAAAA"}
  ) {
    outcome
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
    `) as unknown as TypedDocumentString<RedeemMutation, RedeemMutationVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($projectId: ID!, $userId: ID, $actions: [AuditAction!], $actorId: ID, $first: Int, $after: String, $last: Int, $before: String) {
  project(id: $projectId) {
    id
    auditEvents(
      userId: $userId
      actions: $actions
      actorId: $actorId
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...HistoryEvent
      }
    }
  }
}
    fragment HistoryEvent on AuditEvent {
  id
  action
  actorName
  subjectId
  changedFields
  createdAt
  user {
    id
    fullName
  }
}`) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const UserHistoryDocument = new TypedDocumentString(`
    query UserHistory($id: ID!, $after: String) {
  user(id: $id) {
    id
    auditEvents(first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...HistoryEvent
      }
    }
  }
}
    fragment HistoryEvent on AuditEvent {
  id
  action
  actorName
  subjectId
  changedFields
  createdAt
  user {
    id
    fullName
  }
}`) as unknown as TypedDocumentString<UserHistoryQuery, UserHistoryQueryVariables>;
export const HistoryNamesDocument = new TypedDocumentString(`
    query HistoryNames($projectId: ID!) {
  project(id: $projectId) {
    id
    environments {
      id
      name
    }
    accessKeys {
      id
      name
    }
    members {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryNamesQuery, HistoryNamesQueryVariables>;
export const ImportUsersDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ImportUsersMutation, ImportUsersMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const UserInvitationsDocument = new TypedDocumentString(`
    query UserInvitations($userId: ID!) {
  user(id: $userId) {
    id
    invitations {
      id
      channel
      status
      createdAt
      expiresAt
      redeemedAt
    }
  }
}
    `) as unknown as TypedDocumentString<UserInvitationsQuery, UserInvitationsQueryVariables>;
export const CreateInvitationDocument = new TypedDocumentString(`
    mutation CreateInvitation($input: CreateInvitationInput!) {
  answer: createInvitation(input: $input) {
    saved: invitation {
      id
      channel
      expiresAt
    }
    code
    links {
      telegram
      whatsApp
    }
    userErrors {
      ...FormError
    }
  }
}
    fragment FormError on UserError {
  field
  code
  message
}`) as unknown as TypedDocumentString<CreateInvitationMutation, CreateInvitationMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    invitation {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
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
  code
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
  code
  message
}`) as unknown as TypedDocumentString<UpdateMemberMutation, UpdateMemberMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveProjectMemberInput!) {
  removeProjectMember(input: $input) {
    removedProjectMemberId
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const FindUsersDocument = new TypedDocumentString(`
    query FindUsers($projectId: ID!, $search: String!) {
  project(id: $projectId) {
    id
    users(search: $search, orderBy: {field: RELEVANCE, direction: DESC}, first: 5) {
      nodes {
        id
        fullName
        phoneNumber(format: INTERNATIONAL)
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindUsersQuery, FindUsersQueryVariables>;
export const ProjectSettingsDocument = new TypedDocumentString(`
    query ProjectSettings($id: ID!) {
  project(id: $id) {
    id
    telegramBot
    whatsAppNumber
    keepsDeniedAttempts
  }
}
    `) as unknown as TypedDocumentString<ProjectSettingsQuery, ProjectSettingsQueryVariables>;
export const UpdateProjectDocument = new TypedDocumentString(`
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
    fragment FormError on UserError {
  field
  code
  message
}`) as unknown as TypedDocumentString<UpdateProjectMutation, UpdateProjectMutationVariables>;
export const ProjectCountsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ProjectCountsQuery, ProjectCountsQueryVariables>;
export const ProjectUserCountDocument = new TypedDocumentString(`
    query ProjectUserCount($projectId: ID!) {
  project(id: $projectId) {
    id
    users(first: 1) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectUserCountQuery, ProjectUserCountQueryVariables>;
export const FirstStepsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const CreateProjectDocument = new TypedDocumentString(`
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
    fragment FormError on UserError {
  field
  code
  message
}`) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const DeleteProjectDocument = new TypedDocumentString(`
    mutation DeleteProject($input: DeleteProjectInput!) {
  deleteProject(input: $input) {
    deletedProjectId
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteProjectMutation, DeleteProjectMutationVariables>;
export const AccessRequestsDocument = new TypedDocumentString(`
    query AccessRequests($projectId: ID!, $status: AccessRequestStatus, $environmentIds: [ID!], $search: String, $first: Int, $after: String, $last: Int, $before: String) {
  project(id: $projectId) {
    id
    accessRequests(
      status: $status
      environmentIds: $environmentIds
      search: $search
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
      nodes {
        id
        environment {
          id
          name
          type
        }
        channel
        phoneNumber(format: INTERNATIONAL)
        externalId
        email
        firstName
        lastName
        reason
        attempts
        firstAttemptAt
        lastAttemptAt
        candidates {
          ...KnownPerson
        }
      }
    }
  }
}
    fragment KnownPerson on User {
  id
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
}`) as unknown as TypedDocumentString<AccessRequestsQuery, AccessRequestsQueryVariables>;
export const PendingCountDocument = new TypedDocumentString(`
    query PendingCount($projectId: ID!) {
  project(id: $projectId) {
    id
    environments {
      id
      pendingAccessRequestCount
    }
  }
}
    `) as unknown as TypedDocumentString<PendingCountQuery, PendingCountQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($projectId: ID!, $search: String!) {
  project(id: $projectId) {
    id
    users(search: $search, orderBy: {field: RELEVANCE, direction: DESC}, first: 5) {
      nodes {
        ...KnownPerson
      }
    }
  }
}
    fragment KnownPerson on User {
  id
  fullName
  phoneNumber(format: INTERNATIONAL)
  email
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const ApproveAccessRequestDocument = new TypedDocumentString(`
    mutation ApproveAccessRequest($input: ApproveAccessRequestInput!) {
  answer: approveAccessRequest(input: $input) {
    outcome
    saved: user {
      id
      fullName
    }
    userErrors {
      ...UserFormError
    }
  }
}
    fragment FormError on UserError {
  field
  code
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
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<ApproveAccessRequestMutation, ApproveAccessRequestMutationVariables>;
export const DismissAccessRequestDocument = new TypedDocumentString(`
    mutation DismissAccessRequest($input: DismissAccessRequestInput!) {
  dismissAccessRequest(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DismissAccessRequestMutation, DismissAccessRequestMutationVariables>;
export const ExplainAccessDocument = new TypedDocumentString(`
    query ExplainAccess($projectId: ID!, $sender: String!) {
  explainAccess(projectId: $projectId, sender: $sender) {
    parsedAs {
      ...ParsedAs
    }
    recentAttempts
    suggestion
    decisions {
      environment {
        id
        name
        type
      }
      sender {
        ...ParsedAs
      }
      decision {
        allowed
        reason
        matchedBy
        selfRegistration
        user {
          id
          fullName
        }
      }
    }
  }
}
    fragment ParsedAs on ParsedSender {
  channel
  phoneNumber(format: INTERNATIONAL)
  externalId
  email
}`) as unknown as TypedDocumentString<ExplainAccessQuery, ExplainAccessQueryVariables>;
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
  code
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
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<LinkAccountMutation, LinkAccountMutationVariables>;
export const UnlinkAccountDocument = new TypedDocumentString(`
    mutation UnlinkAccount($input: UnlinkChannelIdentityInput!) {
  unlinkChannelIdentity(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UnlinkAccountMutation, UnlinkAccountMutationVariables>;
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
  isBlocked
  email
  phoneNumber(format: INTERNATIONAL)
  createdAt
  updatedAt
  lastSeenAt
  environments {
    id
    name
    type
  }
  access {
    environment {
      id
      name
      type
    }
    lastSeenAt
    lastChannel
    expiresAt
  }
  channelIdentities {
    id
    channel
    externalId
    linkedAt
    linkedBy
  }
}`) as unknown as TypedDocumentString<UserDetailsQuery, UserDetailsQueryVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!) {
  answer: createUser(input: $input) {
    saved: user {
      id
      fullName
    }
    userErrors {
      ...UserFormError
    }
  }
}
    fragment FormError on UserError {
  field
  code
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
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($input: UpdateUserInput!) {
  answer: updateUser(input: $input) {
    saved: user {
      id
      fullName
    }
    userErrors {
      ...UserFormError
    }
  }
}
    fragment FormError on UserError {
  field
  code
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
  conflictingUser {
    ...UserToEdit
  }
}`) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const DeleteUserDocument = new TypedDocumentString(`
    mutation DeleteUser($input: DeleteUserInput!) {
  deleteUser(input: $input) {
    deletedUserId
    userErrors {
      code
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
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergeUsersMutation, MergeUsersMutationVariables>;
export const UsersDocument = new TypedDocumentString(`
    query Users($projectId: ID!, $search: String, $filter: UserFilter, $orderBy: UserOrder, $first: Int, $after: String, $last: Int, $before: String, $withEnds: Boolean!) {
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
          isBlocked
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
          access @include(if: $withEnds) {
            environment {
              id
              name
            }
            expiresAt
          }
          createdAt
          lastSeenAt
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
    query UserCount($projectId: ID!, $search: String, $filter: UserFilter, $upTo: Int) {
  project(id: $projectId) {
    id
    users(search: $search, filter: $filter, first: 1) {
      totalCount(upTo: $upTo)
    }
  }
}
    `) as unknown as TypedDocumentString<UserCountQuery, UserCountQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    role
    canManageProjects
    projects {
      id
      name
      viewerRole
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;