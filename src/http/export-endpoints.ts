import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { userFile } from '../contact-files/user-file.ts';
import type { Actor } from '../domain/actor.ts';
import { CallerError } from '../domain/caller-error.ts';
import type { Exports } from '../graphql/exports.ts';
import type { Endpoint } from './endpoint.ts';
import { type ErrorResponse, errorResponse } from './graphql-response.ts';
import type { RateLimiter } from './rate-limits.ts';
import { respond } from './respond.ts';
import { createRestEndpoint, type RestParts } from './rest-endpoint.ts';
import { urlParameters } from './url-parameters.ts';

type Parts = RestParts & { exports: Exports; costs: RateLimiter };

// Of one caller, of each kind. Each export reads by one statement at a time.
const MOST_AT_ONCE = 2;
/** To look at so many users costs as much as to export one. */
const WALKED_FOR_ONE = 50;

/** GET /projects/<id>/users.csv: the users as a file, read as fast as the caller takes it. */
export function createUsersExport({ exports, costs, ...parts }: Parts): Endpoint {
  const inTurn = createTurns(costs);
  return createRestEndpoint(parts, 'GET', ({ actor, request, response }) =>
    inTurn(actor, async () => {
      const found = await exports.users(actor, idIn(request), parametersOf(request));
      if (!found) return notFound('project');
      // The caller was told that it takes too long.
      if (response.headersSent) return undefined;
      response.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': attachment(`${found.project.name} users.csv`),
      });
      // An error in the middle destroys the connection: the file must not look whole.
      await pipeline(Readable.from(userFile(charged(found.pages, costs, actor)), { highWaterMark: 1 }), response);
      return undefined;
    }),
  );
}

/** GET /users/<id>.json: all that is kept of one person. */
export function createPersonExport({ exports, costs, ...parts }: Parts): Endpoint {
  const inTurn = createTurns(costs);
  return createRestEndpoint(parts, 'GET', ({ actor, request, response }) =>
    inTurn(actor, async () => {
      const id = idIn(request);
      const person = await exports.person(actor, id);
      if (!person) return notFound('user');
      await costs.charge(actor.id, 1 + person.auditEvents.length).catch(() => {});
      respond(response, 200, `${JSON.stringify(person, null, 2)}\n`, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': attachment(`user ${id}.json`),
      });
      return undefined;
    }),
  );
}

/** Refuses whoever spent too much, or has too many exports under way: each notes an event, and holds a connection. */
function createTurns(costs: RateLimiter) {
  const underWay = new Map<string, number>();
  return async <T>({ id }: Actor, work: () => Promise<T>): Promise<T> => {
    await costs.refuseIfSpent(id);
    const running = underWay.get(id) ?? 0;
    if (running >= MOST_AT_ONCE) throw new CallerError('RATE_LIMITED', `At most ${MOST_AT_ONCE} exports at once.`, 10);
    underWay.set(id, running + 1);
    try {
      return await work();
    } finally {
      const left = (underWay.get(id) ?? 1) - 1;
      if (left > 0) underWay.set(id, left);
      else underWay.delete(id);
    }
  };
}

/** Charges what is exported when it is read: an export is not broken off, but whoever spent too much must wait with the next request. */
async function* charged<Page extends { users: number; walked: number }>(
  pages: AsyncIterable<Page>,
  costs: RateLimiter,
  { id }: Actor,
) {
  for await (const page of pages) {
    await costs.charge(id, page.users + Math.ceil((page.walked - page.users) / WALKED_FOR_ONE)).catch(() => {});
    yield page;
  }
}

function idIn({ url = '' }: IncomingMessage): string {
  return /^\/\w+\/([^/?]*?)(\.json)?(\/|\?|$)/.exec(url)?.[1] ?? '';
}

function parametersOf(request: IncomingMessage): URLSearchParams {
  const parameters = urlParameters(request);
  if (!parameters) throw new CallerError('BAD_USER_INPUT', 'The parameters are not UTF-8.');
  return parameters;
}

function attachment(name: string): string {
  const ascii = name.normalize('NFKD').replace(/[^\w .-]/g, '');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function notFound(noun: string): ErrorResponse {
  return errorResponse(404, 'NOT_FOUND', `There is no such ${noun}.`);
}
