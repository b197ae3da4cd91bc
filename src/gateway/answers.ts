import type {
  AccessMatch,
  AccessReason,
  GatewayApprovalsQuery,
  GatewayUserFragment,
  InvitationOutcome,
  ReplaceSenderOutcome,
  SelfRegistrationOutcome,
  UserErrorCode,
} from './generated/operations.ts';

/**
 * Why there is no answer about anybody. UNAVAILABLE: the service gave none in time, so ask again later about the same message, for its sender
 * may well be let in. The others are to be mended by the operator: the key is not good, its role may not ask, or not in this environment.
 */
export type NoAnswer = 'UNAVAILABLE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'UNKNOWN_ENVIRONMENT';

const NO_ANSWERS = new Set<string | null>([
  'UNAVAILABLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNKNOWN_ENVIRONMENT',
] satisfies NoAnswer[]);

export function isNoAnswer(reason: string | null): boolean {
  return NO_ANSWERS.has(reason);
}

/** Newer services may tell more reasons; all but ALLOWED mean no. */
export type Reason = AccessReason | NoAnswer | (string & {});

export type User = GatewayUserFragment;

/** The last decision about a sender. */
export type Admission = {
  /** Whether the sender may talk to the assistant. Let nobody talk for whom this is false. */
  allowed: boolean;
  reason: Reason;
  /** Who was recognised, also when they may not talk; else null. */
  user: User | null;
  /** What registering did; null when nothing was to be registered, or the service refused it or gave no answer. */
  outcome: SelfRegistrationOutcome | null;
};

/** What a check alone answers. */
export type Check = Omit<Admission, 'outcome'> & {
  matchedBy: AccessMatch | null;
  /** Whether `admit` would also register this sender, which may turn a no into a yes. */
  shouldRegister: boolean;
};

/** Why nothing was done. */
export type Refusal = 'INVALID_SENDER' | UserErrorCode | NoAnswer | (string & {});

/** What came of a changed number or id: the outcome, or the reason why there is none. */
export type Replacement = { outcome: ReplaceSenderOutcome | null; reason: Refusal | null; user: User | null };

/** What came of a code: the outcome, or the reason why there is none. */
export type Redemption = { outcome: InvitationOutcome | null; reason: Refusal | null; user: User | null };

/** Somebody whom the owner let in. */
export type Approval = NonNullable<GatewayApprovalsQuery['decidedAccessRequests']>['nodes'][number];

export type ApprovalPage = {
  /** Oldest first, at most 100. */
  approvals: Approval[];
  /** Pass it as `after` the next time. Without an answer it is the one that was given. */
  endCursor: string | null;
  /** Whether there are more to be asked for at once. */
  hasNextPage: boolean;
  /** Null for an answer; BAD_USER_INPUT for a cursor that is none. */
  reason: NoAnswer | 'BAD_USER_INPUT' | null;
};
