/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** A messaging app over which the assistant talks. */
export type Channel =
  /** Slack. */
  | 'SLACK'
  /** Telegram. */
  | 'TELEGRAM'
  /** WhatsApp. */
  | 'WHATSAPP';

/** What redeemInvitation did. */
export type InvitationOutcome =
  /** The sender's id was the user's already; nothing was changed, and a code that was unused still works. */
  | 'ALREADY_LINKED'
  /** The sender's id was linked to the user. The code is used up. */
  | 'LINKED';

/** A code, and who sent it. */
export type RedeemInvitationInput = {
  /** The code, exactly as it was sent. */
  code: string;
  /** The environment in which the code arrived. */
  environmentId: string;
  /** Who sent the code: the id on the channel is needed. */
  sender: SenderInput;
};

/** A change of a person's phone number or id on a channel. */
export type ReplaceSenderInput = {
  /**
   * The sender after the change: the new phone number, the new id, or both. On another channel than `previous`, or the same as `previous`,
   * it is BAD_USER_INPUT.
   */
  current: SenderInput;
  /** The environment in which the channel told of the change. */
  environmentId: string;
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

/** A person who wrote to the assistant. The names and the address are used only for a new user: they never change one who is known. */
export type SelfRegisterUserInput = {
  /** The e-mail address for the new user's profile, if the channel tells it. It recognises nobody; `sender.email` does. */
  email?: string | null | undefined;
  /** The environment in which the person wrote. */
  environmentId: string;
  /** The first name, if the channel tells it. One of more than 100 characters is cut. */
  firstName?: string | null | undefined;
  /** The last name, if the channel tells it. One of more than 100 characters is cut. */
  lastName?: string | null | undefined;
  /** The middle name, if the channel tells it. One of more than 100 characters is cut. */
  middleName?: string | null | undefined;
  /** Who the person is on the channel: the same as in the check. */
  sender: SenderInput;
};

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

export type GatewayUserFragment = { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null };

export type GatewayDecisionFragment = { allowed: boolean, reason: AccessReason, matchedBy: AccessMatch | null, shouldRegister: boolean, user: { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null } | null };

export type GatewayCheckQueryVariables = Exact<{
  environmentId: string;
  senders: Array<SenderInput> | SenderInput;
}>;


export type GatewayCheckQuery = { checkAccessBatch: Array<{ allowed: boolean, reason: AccessReason, matchedBy: AccessMatch | null, shouldRegister: boolean, user: { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null } | null }> };

export type GatewayRegisterMutationVariables = Exact<{
  input: SelfRegisterUserInput;
}>;


export type GatewayRegisterMutation = { selfRegisterUser: { outcome: SelfRegistrationOutcome | null, decision: { allowed: boolean, reason: AccessReason, matchedBy: AccessMatch | null, shouldRegister: boolean, user: { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode }> } };

export type GatewayReplaceMutationVariables = Exact<{
  input: ReplaceSenderInput;
}>;


export type GatewayReplaceMutation = { replaceSender: { outcome: ReplaceSenderOutcome | null, user: { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null } | null, userErrors: Array<{ code: UserErrorCode }> } };

export type GatewayRedeemMutationVariables = Exact<{
  input: RedeemInvitationInput;
}>;


export type GatewayRedeemMutation = { redeemInvitation: { outcome: InvitationOutcome | null, user: { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null } | null, userErrors: Array<{ code: UserErrorCode }> } };

export type GatewayApprovalsQueryVariables = Exact<{
  environmentId: string;
  after?: string | null | undefined;
}>;


export type GatewayApprovalsQuery = { decidedAccessRequests: { nodes: Array<{ channel: Channel, lastAttemptAt: string, user: { id: string, fullName: string, firstName: string | null, lastName: string | null, phoneNumber: string | null, email: string | null, channelIdentities: Array<{ channel: Channel, externalId: string }> } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };
