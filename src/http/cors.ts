import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Sets the CORS headers for pages of the listed origins, and for no others. Returns true when the request was a preflight, which
 * is then answered.
 */
export function allowOrigin(origins: readonly string[], request: IncomingMessage, response: ServerResponse): boolean {
  if (origins.length === 0) return false;
  response.setHeader('vary', 'Origin');
  const origin = origins.find((allowed) => allowed === request.headers.origin);
  if (origin === undefined) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'retry-after, x-correlation-id');
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
  response
    .writeHead(204, {
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    })
    .end();
  return true;
}
