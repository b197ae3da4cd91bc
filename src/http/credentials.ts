import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../domain/actor.ts';
import { CallerError } from '../domain/caller-error.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import type { NetworkOf } from './client-network.ts';
import type { HoldBack } from './hold-back.ts';
import type { RateLimiter } from './rate-limits.ts';

export type SignIn = (token: string) => Promise<Actor | { refused: string }>;
export type Identify = (
  request: IncomingMessage,
  response: ServerResponse,
  record: Pick<RequestRecord, 'refusedToken'>,
) => Promise<Actor>;

// A person in many groups has a long access token.
const BEARER = /^Bearer ([\x21-\x7e]{1,16384})$/i;
const REMEMBERED = 10_000;

/**
 * Tells from the Authorization header, and from it alone, who is asking; throws UNAUTHENTICATED in one text whatever
 * is wrong with it, which only the record is told. Which kinds of credential there are is `signIn`'s to know.
 */
export function createIdentify(
  signIn: SignIn,
  limits: { requests: RateLimiter; failures: RateLimiter },
  { networkOf, holdBack }: { networkOf: NetworkOf; holdBack: HoldBack },
): Identify {
  // Who held a token when it was last asked about. It admits nobody: it lets us turn away one who is over the limit
  // without asking the database.
  const holders = new LRUCache<string, string>({ max: REMEMBERED });

  const findHolder = async (token: string) => {
    const digest = hash('sha256', token, 'base64');
    const known = holders.get(digest);
    if (known !== undefined) await limits.requests.requireSome(known);
    const actor = await signIn(token);
    if ('refused' in actor) holders.delete(digest);
    else holders.set(digest, actor.id);
    return actor;
  };

  return async (request, response, record) => {
    const token = bearerToken(request);
    // Looked up whatever else came from the same network: nobody is shut out by the bad keys of others.
    const holder = token === undefined ? { refused: 'header' } : await findHolder(token);
    if (!('refused' in holder)) {
      await limits.requests.charge(holder.id, 1);
      return holder;
    }
    if (request.headers.authorization !== undefined) record.refusedToken = holder.refused;
    try {
      await limits.failures.charge(networkOf(request), 1);
    } catch (error) {
      await holdBack(response);
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
