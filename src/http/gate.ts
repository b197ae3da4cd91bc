import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Faults } from '../graphql/errors/caller-errors.ts';
import type { Recorder, RequestRecord } from '../observe/request-record.ts';
import type { Tracing } from '../observe/tracing.ts';
import type { Endpoint } from './endpoint.ts';
import { respond } from './respond.ts';
import { continueTrace, readTraceparent, writeTraceparent } from './traceparent.ts';

/** Endpoints by path, in which a `*` stands for one part; `*` alone is for all other paths. */
export type Routes = Record<string, Endpoint> & { '*': Endpoint };

export type GateOptions = {
  record: Recorder;
  faults: Faults;
  isLastOn: (request: IncomingMessage) => boolean;
  basePath?: string;
  tracing?: Tracing | undefined;
};

/**
 * Returns the listener that every request passes first. It checks the target and the host, chooses the endpoint, sets headers for
 * all answers, and records the status and the time taken.
 */
export function createGate(
  routes: Routes,
  { record, faults, isLastOn, tracing, basePath = '' }: GateOptions,
): RequestListener {
  const patterns = Object.keys(routes)
    .filter((route) => /.\*/.test(route))
    .map((route) => ({ route, pattern: new RegExp(`^${route.replaceAll('.', '\\.').replace('*', '[^/]+')}$`) }));
  const routeOf = (path: string) => {
    if (Object.hasOwn(routes, path)) return path;
    return patterns.find(({ pattern }) => pattern.test(path))?.route ?? '*';
  };
  return (request, response) => {
    const began = performance.now();
    request.url = withoutBase(request.url ?? '', basePath);
    const path = pathOf(request);
    const route = path === undefined ? '*' : routeOf(path);
    const correlationId = randomUUID();
    const { method = '' } = request;
    const from = readTraceparent(request.headers.traceparent);
    const span = tracing?.begin({ method, route, from, state: request.headers.tracestate });
    const trace = span ?? continueTrace(from, correlationId);
    const entry: RequestRecord = {
      ...{ correlationId, traceId: trace.traceId, method, route, status: 0, seconds: 0 },
      ...{ operation: null, codes: [], accessKeyId: null },
    };
    response.once('close', () => {
      // 499: the caller disconnected before the answer was sent.
      const status = response.headersSent ? response.statusCode : 499;
      const complete = { ...entry, status, seconds: (performance.now() - began) / 1000 };
      record(complete);
      span?.end(complete);
    });
    secure(response, correlationId);
    response.setHeader('traceparent', writeTraceparent(trace));
    if (isLastOn(request)) response.setHeader('connection', 'close');
    // Node's own URL parsing throws on these, so no endpoint may get them.
    if (path === undefined || !hasGoodHost(request)) return respond(response, 400, 'Bad request.\n');
    const endpoint = routes[route] ?? routes['*'];
    // An error in one request must not end the process for the others.
    const answer = () => endpoint(request, response, entry);
    (span ? span.run(answer) : answer()).catch((error) => {
      faults.report(error, entry);
      respond(response, 500, 'Internal server error.\n');
    });
  };
}

/**
 * The target below the base path. One that does not begin with it stays as it is: some proxies take the path off before they pass a
 * request on, and probes that ask the service itself need not know of it.
 */
function withoutBase(target: string, basePath: string): string {
  if (basePath === '' || !target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : target;
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
// Only the origin form, in the characters that a URL may have, and in its query those too that browsers leave as they are. No `//` in
// front, after which a parser may expect a host.
const TARGET = /^(\/(?!\/)[\w\-.~!$&'()*+,;=:@%/]*)(?:\?[\w\-.~!$&'()*+,;=:@%/?[\]{}|\\^`]*)?$/;
// The length of a query is the endpoints' affair; node itself takes no head over 32 kB.
const MAXIMUM_PATH = 2000;

function hasGoodHost({ headers }: IncomingMessage): boolean {
  return HOST.test(headers.host ?? '');
}

function pathOf({ url = '' }: IncomingMessage): string | undefined {
  const path = TARGET.exec(url)?.[1];
  return path && path.length > MAXIMUM_PATH ? undefined : path;
}

function secure(response: ServerResponse, correlationId: string): void {
  response.setHeader('x-correlation-id', correlationId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
}
