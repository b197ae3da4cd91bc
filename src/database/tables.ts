import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { E164Number } from 'libphonenumber-js';

/** The tables that the migrations create, in camelCase. A test compares this with the migrated database. */
export type Tables = {
  projects: ProjectTable;
  environments: EnvironmentTable;
  users: UserTable;
  userEnvironments: UserEnvironmentTable;
  channelIdentities: ChannelIdentityTable;
  accessKeys: AccessKeyTable;
  accessKeyEnvironments: AccessKeyEnvironmentTable;
  projectMembers: ProjectMemberTable;
  accessRequests: AccessRequestTable;
  blockedSenders: BlockedSenderTable;
  invitations: InvitationTable;
  auditEvents: AuditEventTable;
  idempotencyKeys: IdempotencyKeyTable;
  userRewrites: UserRewriteTable;
};

type CreatedAt = ColumnType<Date, Date | undefined, never>;
export type Channel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';
export type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';
export type EnvironmentType = 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
export type SelfRegistrationMode = 'OPEN' | 'APPROVAL' | 'CLOSED';
export type LinkOrigin = 'PHONE_NUMBER' | 'EMAIL' | 'REGISTRATION' | 'INVITATION' | 'OWNER';
export type CreationSource = 'INVITED' | 'SELF_REGISTERED';

type ProjectTable = {
  id: string;
  name: string;
  /** Whether denied attempts in CLOSED environments are noted. */
  keepsDeniedAttempts: Generated<boolean>;
  telegramBot: string | null;
  whatsAppNumber: E164Number | null;
  createdAt: CreatedAt;
  removedAt: Date | null;
};

type EnvironmentTable = {
  projectId: string;
  id: string;
  name: string;
  type: EnvironmentType;
  selfRegistration: SelfRegistrationMode;
  createdAt: CreatedAt;
  removalTransaction: string | null;
  removalAliveAt: Date | null;
  removalCheckedTo: string | null;
  removedAt: Date | null;
};

type UserTable = {
  projectId: string;
  id: string;
  phoneNumber: E164Number | null;
  phoneKey: string | null;
  email: string | null;
  emailKey: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  searchText: string;
  nameKey: string;
  creationSource: ColumnType<CreationSource, CreationSource, never>;
  createdAt: CreatedAt;
  updatedAt: Generated<Date>;
  version: Generated<number>;
  membershipsLost: ColumnType<string, never, never>;
};

type UserEnvironmentTable = { projectId: string; userId: string; environmentId: string };

type ChannelIdentityTable = {
  projectId: string;
  userId: string;
  id: Generated<string>;
  channel: Channel;
  externalId: string;
  linkedBy: Generated<LinkOrigin>;
  /** Whether it was linked together with the user's present phone number, or after it. */
  sincePhone: Generated<boolean>;
  /** When it was linked to this user. */
  createdAt: ColumnType<Date, Date | undefined, Date>;
};

type AccessKeyTable = {
  projectId: string | null;
  id: string;
  name: string;
  role: Role;
  boundToEnvironments: Generated<boolean>;
  secretHash: Buffer;
  createdAt: CreatedAt;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

type IdempotencyKeyTable = {
  projectId: string;
  keyHash: Buffer;
  inputHash: Buffer;
  userId: string | null;
  createdAt: CreatedAt;
};

type UserRewriteTable = {
  version: number;
  lastProjectId: string | null;
  lastUserId: string | null;
  finishedAt: Date | null;
};

type AccessKeyEnvironmentTable = { projectId: string; accessKeyId: string; environmentId: string };

type ProjectMemberTable = {
  projectId: string;
  id: string;
  subject: string;
  name: string;
  role: Role;
  createdAt: CreatedAt;
};

export type AccessRequestStatus = 'PENDING' | 'APPROVED' | 'DISMISSED';

/** Why a sender was not let in. */
export type DenialReason = 'UNKNOWN_SENDER' | 'NOT_IN_ENVIRONMENT' | 'IDENTITY_CONFLICT';

type AccessRequestTable = {
  projectId: string;
  id: string;
  environmentId: string;
  channel: Channel;
  phoneNumber: E164Number | null;
  phoneKey: string | null;
  externalId: string | null;
  email: string | null;
  /** Only of an address that the channel confirmed. */
  emailKey: string | null;
  firstName: string | null;
  lastName: string | null;
  searchText: string;
  reason: DenialReason;
  /** Whether the person asked to be let in; otherwise denied attempts were noted. */
  isAsked: boolean;
  attempts: number;
  firstAttemptAt: Generated<Date>;
  lastAttemptAt: Generated<Date>;
  status: Generated<AccessRequestStatus>;
  decidedAt: Date | null;
  feedPosition: string | null;
  userId: string | null;
};

type BlockedSenderTable = {
  projectId: string;
  id: string;
  phoneNumber: E164Number | null;
  phoneKey: string | null;
  channel: Channel | null;
  externalId: string | null;
  searchText: string;
  note: string | null;
  blockedBy: string;
  createdAt: CreatedAt;
};

export type InvitationStatus = 'PENDING' | 'REDEEMED' | 'REVOKED' | 'EXPIRED';

type InvitationTable = {
  projectId: string;
  id: string;
  userId: string;
  channel: Channel | null;
  codeHash: Buffer;
  createdAt: CreatedAt;
  expiresAt: Date;
  redeemedAt: Date | null;
  revokedAt: Date | null;
};

export type AuditAction =
  | 'USER_CREATED'
  | 'USER_SELF_REGISTERED'
  | 'USER_UPDATED'
  | 'USER_DELETED'
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

type AuditEventTable = {
  projectId: string | null;
  id: string;
  action: AuditAction;
  actorId: string | null;
  actorName: string;
  subjectId: string;
  relatedId: ColumnType<string | null, string | null | undefined, never>;
  changedFields: ColumnType<string[], string[] | undefined, never>;
  createdAt: CreatedAt;
};

type Removal = 'removalTransaction' | 'removalAliveAt' | 'removalCheckedTo' | 'removedAt';

/** The row types leave out columns that only statements use. A row never tells that it is removed: removed rows are not read. */
export type ProjectRow = Omit<Selectable<ProjectTable>, 'removedAt'>;
export type EnvironmentRow = Omit<Selectable<EnvironmentTable>, Removal>;
export type UserRow = Omit<Selectable<UserTable>, 'phoneKey' | 'emailKey' | 'searchText' | 'membershipsLost'>;
export type NewUser = Required<Omit<Insertable<UserTable>, 'createdAt' | 'updatedAt' | 'version' | 'membershipsLost'>>;
export type UserChanges = Partial<Omit<NewUser, 'projectId' | 'id' | 'creationSource' | 'createdAt'>>;
export type ChannelIdentityRow = Omit<Selectable<ChannelIdentityTable>, 'sincePhone'>;
export type AccessRequestRow = Omit<Selectable<AccessRequestTable>, 'searchText' | 'phoneKey' | 'isAsked'>;
export type BlockedSenderRow = Omit<Selectable<BlockedSenderTable>, 'phoneKey' | 'searchText'>;
/** An open request as an attempt finds or makes it. `firstAttemptAt` is null for a new one. */
export type OpenAccessRequest = Omit<
  Selectable<AccessRequestTable>,
  'firstAttemptAt' | 'lastAttemptAt' | 'feedPosition' | 'userId'
> & { firstAttemptAt: Date | null };
export type NewBlockedSender = Omit<Insertable<BlockedSenderTable>, 'createdAt'>;
export type InvitationRow = Omit<Selectable<InvitationTable>, 'codeHash'> & { status: InvitationStatus };
export type AccessKeyRow = Omit<Selectable<AccessKeyTable>, 'secretHash'>;
export type ProjectMemberRow = Selectable<ProjectMemberTable>;
export type IdempotencyKeyRow = Selectable<IdempotencyKeyTable>;
export type AuditEventRow = Selectable<AuditEventTable>;
