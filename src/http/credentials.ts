import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../domain/actor.ts';
import { CallerError } from '../domain/refusal.ts';
import type { RateLimiter } from './rate-limits.ts';
import type { RequestRecord } from './request-record.ts';

export type SignIn = (token: string) => Promise<Actor | { refused: string }>;
export type Identify = (request: IncomingMessage, record: Pick<RequestRecord, 'refusedToken'>) => Promise<Actor>;

// A person in many groups has a long access token.
const BEARER = /^Bearer ([\x21-\x7e]{1,16384})$/i;
const REMEMBERED = 10_000;

/**
 * Tells from the Authorization header, and from it alone, who is asking; throws UNAUTHENTICATED in one text whatever
 * is wrong with it, which only the record is told. Which kinds of credential there are is `signIn`'s to know.
 */
export function createIdentify(signIn: SignIn, limits: { requests: RateLimiter; failures: RateLimiter }): Identify {
  // Who held a token when it was last asked about. It admits nobody: it lets us turn away one who is over the limit,
  // and keep listening to good keys behind an address that sends bad ones, without asking the database.
  const holders = new LRUCache<string, string>({ max: REMEMBERED });

  return async (request, record) => {
    const token = bearerToken(request);
    if (token === undefined) {
      if (request.headers.authorization !== undefined) record.refusedToken = 'header';
      throw unauthenticated();
    }
    const digest = hash('sha256', token, 'base64');
    const holder = holders.get(digest);
    const address = request.socket.remoteAddress ?? '';
    await (holder === undefined ? limits.failures.requireSome(address) : limits.requests.requireSome(holder));
    const actor = await signIn(token);
    if ('refused' in actor) {
      record.refusedToken = actor.refused;
      holders.delete(digest);
      await limits.failures.charge(address, 1);
      throw unauthenticated();
    }
    holders.set(digest, actor.id);
    await limits.requests.charge(actor.id, 1);
    return actor;
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
