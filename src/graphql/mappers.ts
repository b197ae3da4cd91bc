import type { SearchCondition } from '../database/search-conditions.ts';
import type { AccessRow } from '../database/sightings.ts';
import type {
  AccessKeyRow,
  AccessRequestRow,
  AuditEventRow,
  BlockedSenderRow,
  ChannelIdentityRow,
  EnvironmentRow,
  InvitationRow,
  ProjectMemberRow,
  ProjectRow,
  UserRow,
} from '../database/tables.ts';
import type { AccessDecision } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { AccessExplanation } from '../domain/explain-access.ts';
import type { Problem } from '../domain/refusal.ts';
import type { ManyResults, RowResult } from '../domain/row-results.ts';
import type { SelfRegisterUserInput, SelfRegistrationOutcome } from '../domain/self-registration.ts';
import type { UpdatedUser } from '../domain/users.ts';
import type { UserSearchField } from './generated/types.ts';
import type { AccessRequestConnection } from './paging/access-request-pages.ts';
import type { AuditEventConnection } from './paging/audit-event-pages.ts';
import type { BlockedSenderConnection } from './paging/blocked-sender-pages.ts';
import type { Place } from './paging/cursor.ts';
import type { UserConnection } from './paging/user-pages.ts';

/** The results are missing when the whole request was refused. */
type ManyPayload = Partial<ManyResults> & { userErrors: Problem[] };

// What the resolvers of each type receive: the database's own rows wherever there are some.
export type AccessDecisionSource = AccessDecision;
export type AccessExplanationSource = AccessExplanation;
export type AccessKeySource = AccessKeyRow;
export type AccessRequestSource = AccessRequestRow;
export type AccessRequestConnectionSource = AccessRequestConnection;
export type AccessRequestEdgeSource = AccessRequestConnection['edges'][number];
export type AuditEventSource = AuditEventRow;
export type AuditEventEdgeSource = AuditEventConnection['edges'][number];
export type AuditEventConnectionSource = AuditEventConnection;
export type BlockedSenderSource = BlockedSenderRow;
export type BlockedSenderConnectionSource = BlockedSenderConnection;
export type BlockedSenderEdgeSource = BlockedSenderConnection['edges'][number];
export type BlockSenderPayloadSource = { blockedSenders?: BlockedSenderRow[]; userErrors: Problem[] };
export type ChannelIdentitySource = ChannelIdentityRow;
export type CreateUsersPayloadSource = ManyPayload;
export type DeleteUsersPayloadSource = ManyPayload;
export type EnvironmentSource = EnvironmentRow;
export type EnvironmentAccessSource = Omit<AccessRow, 'userId' | 'environmentId'> & { environment: EnvironmentRow };
export type EnvironmentDecisionSource = AccessExplanation['decisions'][number];
export type InvitationSource = InvitationRow;
// Functions and places, not values: to know whether there is more costs a statement, and a cursor costs a hash, so both wait
// until they are selected.
export type PageInfoSource = {
  start: Place | undefined;
  end: Place | undefined;
  isThereMore: (side: 'before' | 'after') => boolean | Promise<boolean>;
};
export type ParsedSenderSource = AccessExplanation['parsedAs'][number];
export type ProjectMemberSource = ProjectMemberRow;
export type ProjectSource = ProjectRow;
export type SearchMatchSource = {
  user: UserRow;
  identities: ChannelIdentityRow[];
  field: UserSearchField;
  search: readonly SearchCondition[];
};
/** `input` is kept also when the registration was refused, because `decision` is about the same sender. */
export type SelfRegisterUserPayloadSource = {
  user?: UserRow | null;
  outcome?: SelfRegistrationOutcome;
  input: SelfRegisterUserInput;
  userErrors: Problem[];
};
export type UpdateUserPayloadSource = Partial<UpdatedUser> & { userErrors: Problem[] };
export type UpdateUsersPayloadSource = ManyPayload;
export type UserSource = UserRow;
export type UserConnectionSource = UserConnection;
export type UserEdgeSource = UserConnection['edges'][number];
export type UserErrorSource = Problem;
export type UserRowResultSource = RowResult;
export type ViewerSource = Actor;
