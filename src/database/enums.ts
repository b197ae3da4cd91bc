// The enums of the database, and InvitationStatus, which is told from times.

export type Channel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';

export type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';

export type EnvironmentType = 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';

export type SelfRegistrationMode = 'OPEN' | 'APPROVAL' | 'CLOSED';

export type LinkOrigin = 'PHONE_NUMBER' | 'EMAIL' | 'REGISTRATION' | 'INVITATION' | 'OWNER';

export type CreationSource = 'INVITED' | 'SELF_REGISTERED';

export type AccessRequestStatus = 'PENDING' | 'APPROVED' | 'DISMISSED';

/** Why a sender was not let in. */
export type DenialReason = 'UNKNOWN_SENDER' | 'NOT_IN_ENVIRONMENT' | 'IDENTITY_CONFLICT';

export type InvitationStatus = 'PENDING' | 'REDEEMED' | 'REVOKED' | 'EXPIRED';

export type AuditAction =
  | 'USER_CREATED'
  | 'USER_SELF_REGISTERED'
  | 'USER_UPDATED'
  | 'USER_DELETED'
  | 'USERS_EXPORTED'
  | 'USER_EXPORTED'
  | 'CHANNEL_IDENTITY_LINKED'
  | 'CHANNEL_IDENTITY_UNLINKED'
  | 'USERS_MERGED'
  | 'SENDER_REPLACED'
  | 'ACCESS_REQUEST_APPROVED'
  | 'ACCESS_REQUEST_DISMISSED'
  | 'SENDER_BLOCKED'
  | 'SENDER_UNBLOCKED'
  | 'INVITATION_CREATED'
  | 'INVITATION_REVOKED'
  | 'INVITATION_REDEEMED'
  | 'ENVIRONMENT_CREATED'
  | 'ENVIRONMENT_UPDATED'
  | 'ENVIRONMENT_DELETED'
  | 'ACCESS_KEY_CREATED'
  | 'ACCESS_KEY_REVOKED'
  | 'PROJECT_CREATED'
  | 'PROJECT_UPDATED'
  | 'PROJECT_DELETED'
  | 'PROJECT_MEMBER_ADDED'
  | 'PROJECT_MEMBER_UPDATED'
  | 'PROJECT_MEMBER_REMOVED';
