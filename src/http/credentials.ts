import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../domain/actor.ts';
import { CallerError } from '../domain/caller-error.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import type { NetworkOf } from './client-network.ts';
import type { HoldBack } from './hold-back.ts';
import type { RateLimiter } from './rate-limits.ts';

export type FindHolder = (token: string) => Promise<Actor | { refused: string }>;
type Told = Pick<RequestRecord, 'refusedToken' | 'accessKeyId'>;
/** `onKnown` is called when it is known that the caller is nobody, before the answer is held back. */
export type Authenticate = (
  request: IncomingMessage,
  response: ServerResponse,
  record: Told,
  onKnown: () => void,
) => Promise<Actor>;

// Up to 16 KB: the access token of a person in many groups is long.
const BEARER = /^Bearer ([\x21-\x7e]{1,16384})$/i;
const REMEMBERED = 10_000;

type Holder = { id: string; accessKeyId: string | null };

/**
 * Returns a function that tells from the Authorization header alone who is asking. It throws UNAUTHENTICATED with one fixed text,
 * whatever is wrong (only `record` gets the reason), and RATE_LIMITED over a limit. `findHolder` knows the kinds of credential.
 */
export function createAuthenticate(
  findHolder: FindHolder,
  limits: { requests: RateLimiter; failures: RateLimiter },
  { networkOf, holdBack }: { networkOf: NetworkOf; holdBack: HoldBack },
): Authenticate {
  // Who held a token at its last look-up. This admits nobody: it lets us refuse a holder over the limit without a statement.
  const holders = new LRUCache<string, Holder>({ max: REMEMBERED });

  const findWithinLimit = async (token: string, record: Told) => {
    const digest = hash('sha256', token, 'base64');
    const known = holders.get(digest);
    if (known) {
      record.accessKeyId = known.accessKeyId;
      await limits.requests.refuseIfSpent(known.id);
    }
    const actor = await findHolder(token);
    // A person's id must not be logged: some providers make it from the e-mail address.
    record.accessKeyId = 'refused' in actor || actor.kind !== 'accessKey' ? null : actor.id;
    if ('refused' in actor) holders.delete(digest);
    else holders.set(digest, { id: actor.id, accessKeyId: record.accessKeyId });
    return actor;
  };

  return async (request, response, record, onKnown) => {
    const token = bearerToken(request);
    // The failure limit of the network is not checked first: bad keys of others must not shut out a good one.
    const holder = token === undefined ? { refused: 'header' } : await findWithinLimit(token, record);
    if (!('refused' in holder)) {
      await limits.requests.charge(holder.id, 1);
      return holder;
    }
    if (request.headers.authorization !== undefined) record.refusedToken = holder.refused;
    try {
      await limits.failures.charge(networkOf(request), 1);
    } catch (error) {
      onKnown();
      if (!response.headersSent) await holdBack(response);
      throw error;
    }
    throw unauthenticated();
  };
}

function bearerToken({ headers }: IncomingMessage): string | undefined {
  return BEARER.exec(headers.authorization ?? '')?.[1];
}

function unauthenticated(): CallerError {
  return new CallerError(
    'UNAUTHENTICATED',
    'A valid access key or access token is required: Authorization: Bearer <token>',
  );
}
