import { v7 as uuid } from 'uuid';
import type { AttemptKeys } from '../database/access-attempts.ts';
import type { DenialReason, OpenAccessRequest } from '../database/tables.ts';
import { joinRequests } from './joined-requests.ts';
import { keysOf } from './recognition.ts';
import { searchText } from './values/search-text.ts';
import type { Sender } from './values/sender.ts';

/** Somebody who wrote and was not let in, `count` times. */
export type Attempt = {
  /**
   * ASKED: the sender asked to be let in, which makes a request. DENIED: a check said no, which makes one while the project keeps
   * denied attempts. AWAITED: a check of somebody with a request, which only counts.
   */
  kind: 'ASKED' | 'DENIED' | 'AWAITED';
  environmentId: string;
  sender: Sender;
  /** What the check would say without a request. */
  reason: DenialReason;
  count: number;
  profile?: { firstName: string | null; lastName: string | null; email: string | null };
};

/** NEW: it made a request. ASKED_FIRST: the request was only noted until now. FULL: the environment takes no more. */
export type Noted = 'NEW' | 'ASKED_FIRST' | 'KNOWN' | 'FULL' | 'IGNORED';

type Draft = { request: OpenAccessRequest; isNew: boolean };

/**
 * The requests while attempts are noted on them, found by phone number or id. A sender in conflict is not one person: their request has
 * exactly the identifiers that they gave, is found by all of them together, and is joined with others only once they are one person.
 */
export function createDrafts(existing: readonly OpenAccessRequest[]) {
  const byKey = new Map<string, Draft>();
  const touched = new Set<Draft>();
  const joined: OpenAccessRequest[] = [];
  const put = (draft: Draft) => {
    for (const key of keysIn(draft.request)) byKey.set(key, draft);
  };
  const find = (attempt: Attempt): Draft[] => {
    const keys = attemptKeys(attempt);
    const found = [...new Set([wholeKey(keys), ...personKeys(keys)].flatMap((key) => byKey.get(key) ?? []))];
    return isConflict(keys) ? found.filter(({ request }) => wholeKey(request) === wholeKey(keys)).slice(0, 1) : found;
  };
  for (const request of existing) put({ request, isNew: false });

  return {
    has: (attempt: Attempt) => find(attempt).length > 0,
    /** The requests that were joined with others: to be deleted before those are written. */
    joined,
    /** The requests to write, in this order: what one in conflict leaves may be another's. */
    listTouched: () =>
      Array.from(touched, ({ request }) => request).sort((a, b) => Number(isConflict(b)) - Number(isConflict(a))),
    take(attempt: Attempt): Noted {
      // One that is in the database is kept before a new one.
      const [found, ...others] = find(attempt).sort((a, b) => Number(a.isNew) - Number(b.isNew));
      // The request that awaited was found to be a sender's in conflict.
      if (!found && attempt.kind === 'AWAITED') return 'IGNORED';
      const kept = found ?? { request: newRequest(attempt), isNew: true };
      const wasAsked = [kept, ...others].some(({ request }) => request.isAsked);
      const noted = kept.isNew ? 'NEW' : attempt.kind === 'ASKED' && !wasAsked ? 'ASKED_FIRST' : 'KNOWN';
      for (const other of others) {
        touched.delete(other);
        if (!other.isNew) joined.push(other.request);
        kept.request = joinRequests(kept.request, other.request);
        // Whatever led to the other leads here.
        for (const [key, draft] of byKey) if (draft === other) byKey.set(key, kept);
      }
      // Whoever is found by what led to a sender in conflict is somebody else.
      if (isConflict(kept.request) !== isConflict(attempt)) {
        for (const [key, draft] of byKey) if (draft === kept) byKey.delete(key);
      }
      kept.request = withAttempt(kept.request, attempt);
      touched.add(kept);
      put(kept);
      return noted;
    },
  };
}

type Keys = AttemptKeys & { reason: DenialReason };

export function attemptKeys({ environmentId, sender, reason }: Attempt): Keys {
  return { environmentId, ...keysOf(sender), reason };
}

/** By which the requests of one environment are found. */
export function keysIn(keys: Keys): string[] {
  return isConflict(keys) ? [wholeKey(keys)] : personKeys(keys);
}

function isConflict({ reason }: { reason: DenialReason }): boolean {
  return reason === 'IDENTITY_CONFLICT';
}

function wholeKey({ environmentId, channel, externalId, phoneKey, emailKey }: AttemptKeys): string {
  return JSON.stringify([environmentId, channel, externalId, phoneKey, emailKey]);
}

function personKeys({ environmentId, phoneKey, channel, externalId }: AttemptKeys): string[] {
  return [
    ...(externalId === null ? [] : [`${environmentId} ${channel} ${externalId}`]),
    ...(phoneKey === null ? [] : [`${environmentId} ${phoneKey}`]),
  ];
}

function newRequest({ environmentId, sender, reason }: Attempt): OpenAccessRequest {
  return {
    id: uuid(),
    environmentId,
    channel: sender.channel,
    phoneNumber: null,
    phoneKey: null,
    externalId: null,
    email: null,
    emailKey: null,
    firstName: null,
    lastName: null,
    searchText: '',
    reason,
    isAsked: false,
    attempts: 0,
    firstAttemptAt: null,
    status: 'PENDING',
    decidedAt: null,
  };
}

/** What the last attempt tells counts; what it does not tell stays. */
function withAttempt(request: OpenAccessRequest, attempt: Attempt): OpenAccessRequest {
  const { sender, profile, reason, kind, count } = attempt;
  const { phoneKey, emailKey } = keysOf(sender);
  const next: OpenAccessRequest = {
    ...request,
    ...(sender.externalId !== null && { channel: sender.channel, externalId: sender.externalId }),
    ...(request.externalId === null && { channel: sender.channel }),
    ...(sender.phoneNumber !== null && { phoneNumber: sender.phoneNumber, phoneKey }),
    email: sender.email ?? (request.emailKey === null ? profile?.email : null) ?? request.email,
    emailKey: emailKey ?? request.emailKey,
    firstName: profile?.firstName ?? request.firstName,
    lastName: profile?.lastName ?? request.lastName,
    reason,
    isAsked: request.isAsked || kind === 'ASKED',
    attempts: request.attempts + count,
  };
  const { channel, externalId } = next;
  const channelIdentities = externalId === null ? [] : [{ channel, externalId }];
  return { ...next, searchText: searchText({ ...next, middleName: null, channelIdentities }) };
}
