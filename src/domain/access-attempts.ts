import { v7 as uuid } from 'uuid';
import {
  type AttemptKeys,
  countRequests,
  deleteRequests,
  holdKeepingProjects,
  lockDoor,
  lockOpenRequests,
  saveRequests,
} from '../database/access-attempts.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { DenialReason, OpenAccessRequest } from '../database/tables.ts';
import { joinRequests } from './joined-requests.ts';
import { keysOf } from './recognition.ts';
import { searchText } from './values/search-text.ts';
import type { Sender } from './values/sender.ts';

/** The most requests that wait in one environment. */
export const MAXIMUM_PENDING = 1000;
/** The most new requests in a minute, for one environment. */
const MOST_A_MINUTE = 60;

/** Somebody who wrote and was not let in, `count` times. */
export type Attempt = {
  /**
   * ASKED: the sender asked to be let in, which makes a request. DENIED: a check said no, which makes one while the project keeps
   * denied attempts. AWAITED: a check of somebody with a request, which only counts.
   */
  kind: 'ASKED' | 'DENIED' | 'AWAITED';
  projectId: string;
  environmentId: string;
  sender: Sender;
  /** What the check would say without a request. */
  reason: DenialReason;
  count: number;
  profile?: { firstName: string | null; lastName: string | null; email: string | null };
};

/** NEW: it made a request. ASKED_FIRST: the request was only noted until now. FULL: the environment takes no more. */
export type Noted = 'NEW' | 'ASKED_FIRST' | 'KNOWN' | 'FULL' | 'IGNORED';

/**
 * Notes attempts on the requests of their senders: one request per sender and environment, two of them joined when a phone number and
 * an id turn out to be one person's. Returns what became of each attempt.
 */
export async function noteAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<Noted[]> {
  const denied = attempts.filter(({ kind }) => kind === 'DENIED');
  const keeping = await holdKeepingProjects(tx, [...new Set(denied.map(({ projectId }) => projectId))].sort());
  const isKept = ({ kind, projectId }: Attempt) => kind !== 'DENIED' || keeping.includes(projectId);
  const kept = attempts.filter(isKept);
  const drafts = createDrafts(await lockOpenRequests(tx, kept.map(attemptKeys)));
  const results = attempts.map((attempt) => (isKept(attempt) ? drafts.take(attempt) : undefined));
  const full = await findFull(tx, drafts.list());
  await deleteRequests(tx, drafts.joined);
  await saveRequests(
    tx,
    drafts.list().flatMap(({ request, isTouched }) => (isTouched && !full.has(request.id) ? request : [])),
  );
  return results.map((result) => {
    if (result === undefined) return 'IGNORED';
    return full.has(result.draft.request.id) ? 'FULL' : result.noted;
  });
}

function attemptKeys({ projectId, environmentId, sender }: Attempt): AttemptKeys {
  const { channel, externalId, phoneKey } = keysOf(sender);
  return { projectId, environmentId, channel, externalId, phoneKey };
}

type Draft = { request: OpenAccessRequest; isNew: boolean; isTouched: boolean };

/** The requests while attempts are noted on them, found by phone number and by id. */
function createDrafts(existing: readonly OpenAccessRequest[]) {
  const byKey = new Map<string, Draft>();
  const joined: OpenAccessRequest[] = [];
  const all = new Set<Draft>();
  const put = (draft: Draft) => {
    all.add(draft);
    for (const key of keysIn(draft.request)) byKey.set(key, draft);
  };
  for (const request of existing) put({ request, isNew: false, isTouched: false });

  return {
    joined,
    list: () => [...all],
    take(attempt: Attempt): { draft: Draft; noted: Noted } | undefined {
      const found = keysIn(attemptKeys(attempt)).flatMap((key) => byKey.get(key) ?? []);
      const [draft, other] = [...new Set(found)].sort((a, b) => Number(a.isNew) - Number(b.isNew));
      if (!draft && attempt.kind === 'AWAITED') return undefined;
      const kept = draft ?? { request: newRequest(attempt), isNew: true, isTouched: true };
      const wasAsked = kept.request.isAsked || other?.request.isAsked;
      const noted = kept.isNew ? 'NEW' : attempt.kind === 'ASKED' && !wasAsked ? 'ASKED_FIRST' : 'KNOWN';
      if (other) {
        all.delete(other);
        if (!other.isNew) joined.push(other.request);
        kept.request = joinRequests(kept.request, other.request);
      }
      kept.request = withAttempt(kept.request, attempt);
      kept.isTouched = true;
      put(kept);
      return { draft: kept, noted };
    },
  };
}

function keysIn({ environmentId, phoneKey, channel, externalId }: Omit<AttemptKeys, 'projectId'>): string[] {
  return [
    ...(externalId === null ? [] : [`${environmentId} ${channel} ${externalId}`]),
    ...(phoneKey === null ? [] : [`${environmentId} ${phoneKey}`]),
  ];
}

function newRequest({ projectId, environmentId, sender, reason }: Attempt): OpenAccessRequest {
  return {
    projectId,
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

/** The ids of new requests for which their environment has no room. The first ones get what room there is. */
async function findFull(tx: Tx, drafts: readonly Draft[]): Promise<Set<string>> {
  const fresh = drafts.filter(({ isNew }) => isNew).map(({ request }) => request);
  const full = new Set<string>();
  for (const [, requests] of [...Map.groupBy(fresh, (request) => request.environmentId)].sort()) {
    const [first] = requests;
    if (!first) continue;
    for (const { id } of requests.slice(await roomUnderLock(tx, first))) full.add(id);
  }
  return full;
}

type InEnvironment = Pick<OpenAccessRequest, 'projectId' | 'environmentId'>;

// Counted before the lock as well: in a flood nobody waits for it in vain.
async function roomUnderLock(tx: Tx, environment: InEnvironment): Promise<number> {
  if ((await roomIn(tx, environment)) === 0) return 0;
  await lockDoor(tx, environment);
  return roomIn(tx, environment);
}

async function roomIn(tx: Tx, environment: InEnvironment): Promise<number> {
  const count = await countRequests(tx, environment);
  return Math.max(0, Math.min(MAXIMUM_PENDING - count.pending, MOST_A_MINUTE - count.new));
}
