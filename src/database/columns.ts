import type { ColumnType, Generated } from 'kysely';
import type { E164Number } from 'libphonenumber-js';
import type {
  AccessRequestStatus,
  AuditAction,
  Channel,
  CreationSource,
  DenialReason,
  EnvironmentType,
  LinkOrigin,
  Role,
  SelfRegistrationMode,
} from './enums.ts';

// The columns of each table, in camelCase.

type CreatedAt = ColumnType<Date, Date | undefined, never>;

export type ProjectTable = {
  id: string;
  name: string;
  /** Whether denied attempts in CLOSED environments are noted. */
  keepsDeniedAttempts: Generated<boolean>;
  telegramBot: string | null;
  whatsAppNumber: E164Number | null;
  createdAt: CreatedAt;
  removedAt: Date | null;
};

export type EnvironmentTable = {
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

export type UserTable = {
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

export type UserEnvironmentTable = {
  projectId: string;
  userId: string;
  environmentId: string;
  /** Until when the user may talk there; null: for ever. */
  expiresAt: Date | null;
};

export type SightingTable = {
  projectId: string;
  environmentId: string;
  userId: string;
  seenAt: Date;
  channel: Channel;
};

/** Of users who were seen at all: when they were last seen, in whichever environment. */
export type SeenUserTable = { projectId: string; userId: string; seenAt: Date };

export type ChannelIdentityTable = {
  projectId: string;
  userId: string;
  id: Generated<string>;
  channel: Channel;
  externalId: string;
  linkedBy: Generated<LinkOrigin>;
  /** Whether it was linked together with the user's present phone number, or after it; null when it came before a number of its own. */
  sincePhone: Generated<boolean | null>;
  /** When it was linked to this user. */
  createdAt: ColumnType<Date, Date | undefined, Date>;
};

export type AccessKeyTable = {
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

export type IdempotencyKeyTable = {
  projectId: string;
  keyHash: Buffer;
  inputHash: Buffer;
  /** Stays when the user is deleted. */
  userId: string | null;
  /** What became of each row of a request with many, as JSON. */
  results: string | null;
  createdAt: CreatedAt;
};

export type UserRewriteTable = {
  version: number;
  lastProjectId: string | null;
  lastUserId: string | null;
  finishedAt: Date | null;
};

export type AccessKeyEnvironmentTable = { projectId: string; accessKeyId: string; environmentId: string };

export type ProjectMemberTable = {
  projectId: string;
  id: string;
  subject: string;
  name: string;
  role: Role;
  createdAt: CreatedAt;
};

export type AccessRequestTable = {
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
  /** Stays when the user is deleted. */
  userId: string | null;
};

export type BlockedSenderTable = {
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

export type InvitationTable = {
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

export type AuditEventTable = {
  /** WORKSPACE (audit-events.ts) where it is of no project. */
  projectId: string;
  id: string;
  action: AuditAction;
  actorId: string | null;
  actorName: string;
  subjectId: string;
  relatedId: ColumnType<string | null, string | null | undefined, never>;
  changedFields: ColumnType<string[], string[] | undefined, never>;
  createdAt: CreatedAt;
};
