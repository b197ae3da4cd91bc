import type { Insertable, Selectable } from 'kysely';
import type {
  AccessKeyEnvironmentTable,
  AccessKeyTable,
  AccessRequestTable,
  AuditEventTable,
  BlockedSenderTable,
  ChannelIdentityTable,
  EnvironmentTable,
  IdempotencyKeyTable,
  InvitationTable,
  ProjectMemberTable,
  ProjectTable,
  SeenUserTable,
  SightingTable,
  UserEnvironmentTable,
  UserRewriteTable,
  UserTable,
} from './columns.ts';
import type { InvitationStatus } from './enums.ts';

export type * from './enums.ts';

/** The tables that the migrations create, in camelCase. A test compares this with the migrated database. */
export type Tables = {
  projects: ProjectTable;
  environments: EnvironmentTable;
  users: UserTable;
  userEnvironments: UserEnvironmentTable;
  channelIdentities: ChannelIdentityTable;
  sightings: SightingTable;
  seenUsers: SeenUserTable;
  accessKeys: AccessKeyTable;
  accessKeyEnvironments: AccessKeyEnvironmentTable;
  projectMembers: ProjectMemberTable;
  accessRequests: AccessRequestTable;
  blockedSenders: BlockedSenderTable;
  invitations: InvitationTable;
  auditEvents: AuditEventTable;
  idempotencyKeys: IdempotencyKeyTable;
  userRewrites: UserRewriteTable;
  sharedCharges: { spender: Buffer; points: string; endsAt: Date };
};

type Removal = 'removalTransaction' | 'removalAliveAt' | 'removalCheckedTo' | 'removedAt';

/** The row types leave out columns that only statements use. A row never tells that it is removed: removed rows are not read. */
export type ProjectRow = Omit<Selectable<ProjectTable>, 'removedAt'>;
export type EnvironmentRow = Omit<Selectable<EnvironmentTable>, Removal>;
export type UserRow = Omit<Selectable<UserTable>, 'phoneKey' | 'emailKey' | 'searchText' | 'membershipsLost'>;
export type NewUser = Required<Omit<Insertable<UserTable>, 'createdAt' | 'updatedAt' | 'version' | 'membershipsLost'>>;
export type UserChanges = Partial<Omit<NewUser, 'projectId' | 'id' | 'creationSource' | 'createdAt'>>;
export type ChannelIdentityRow = Selectable<ChannelIdentityTable>;
export type AccessRequestRow = Omit<Selectable<AccessRequestTable>, 'searchText' | 'phoneKey' | 'isAsked'>;
export type BlockedSenderRow = Omit<Selectable<BlockedSenderTable>, 'phoneKey' | 'searchText'>;
/** An open request as an attempt finds or makes it. `firstAttemptAt` is null for a new one. */
export type OpenAccessRequest = Omit<
  Selectable<AccessRequestTable>,
  'projectId' | 'firstAttemptAt' | 'lastAttemptAt' | 'feedPosition' | 'userId'
> & { firstAttemptAt: Date | null };
export type NewBlockedSender = Omit<Insertable<BlockedSenderTable>, 'createdAt'>;
export type InvitationRow = Omit<Selectable<InvitationTable>, 'codeHash'> & { status: InvitationStatus };
export type AccessKeyRow = Omit<Selectable<AccessKeyTable>, 'secretHash'>;
export type ProjectMemberRow = Selectable<ProjectMemberTable>;
export type IdempotencyKeyRow = Selectable<IdempotencyKeyTable>;
export type NewIdempotencyKey = Omit<Insertable<IdempotencyKeyTable>, 'createdAt'>;
export type AuditEventRow = Selectable<AuditEventTable>;
