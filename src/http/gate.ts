import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ReportFault } from '../graphql/errors/present.ts';
import type { Recorder, RequestRecord } from '../observe/request-record.ts';
import type { Endpoint } from './graphql-endpoint.ts';
import { respond } from './respond.ts';

/** Endpoints by path, in which a `*` stands for one part; `*` alone is for all other paths. */
export type Routes = Record<string, Endpoint> & { '*': Endpoint };

export type GateOptions = { record: Recorder; report: ReportFault; isDraining: () => boolean; basePath?: string };

/**
 * Returns the listener that every request passes first. It checks the target and the host, chooses the endpoint, sets headers for
 * all answers, and records the status and the time taken.
 */
export function createGate(
  routes: Routes,
  { record, report, isDraining, basePath = '' }: GateOptions,
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
    const entry: RequestRecord = {
      ...{ correlationId, method, route, status: 0, seconds: 0 },
      ...{ operation: null, codes: [], accessKeyId: null },
    };
    response.once('close', () => {
      // 499: the caller disconnected before the answer was sent.
      const status = response.headersSent ? response.statusCode : 499;
      record({ ...entry, status, seconds: (performance.now() - began) / 1000 });
    });
    secure(response, correlationId);
    if (isDraining()) response.setHeader('connection', 'close');
    // Node's own URL parsing throws on these, so no endpoint may get them.
    if (path === undefined || !hasGoodHost(request)) return respond(response, 400, 'Bad request.\n');
    const endpoint = routes[route] ?? routes['*'];
    // An error in one request must not end the process for the others.
    endpoint(request, response, entry).catch((error) => {
      report(error, correlationId);
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
// Only the origin form, in the characters that a URL may have. No `//` in front, after which a parser may expect a host.
const TARGET = /^(\/(?!\/)[\w\-.~!$&'()*+,;=:@%/]*)(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?$/;
const MAXIMUM_TARGET = 2000;

function hasGoodHost({ headers }: IncomingMessage): boolean {
  return HOST.test(headers.host ?? '');
}

function pathOf({ url = '' }: IncomingMessage): string | undefined {
  return url.length > MAXIMUM_TARGET ? undefined : TARGET.exec(url)?.[1];
}

function secure(response: ServerResponse, correlationId: string): void {
  response.setHeader('x-correlation-id', correlationId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
}
