import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Endpoint } from './endpoint.ts';

// What clients send beside the access key: Apollo, Hive and others tell which app asks, OpenTelemetry and Sentry in which trace.
const HEADERS = [
  ...['authorization', 'content-type', 'traceparent', 'tracestate', 'baggage', 'sentry-trace'],
  ...['apollographql-client-name', 'apollographql-client-version', 'apollo-require-preflight', 'graphql-preflight'],
  ...['graphql-client-name', 'graphql-client-version', 'x-graphql-client-name', 'x-graphql-client-version'],
  ...['x-apollo-operation-id', 'x-apollo-operation-name', 'x-request-id'],
].join(', ');

/**
 * The endpoint, which pages of the listed origins may call too, by these methods. In `https://*.example.com` the star is one label of a
 * host: neither example.com itself nor a.b.example.com.
 */
export function allowOrigins(origins: readonly string[], methods: string, endpoint: Endpoint): Endpoint {
  const isPreflight = createCors(origins, methods);
  return async (request, response, record) => {
    if (!isPreflight(request, response)) await endpoint(request, response, record);
  };
}

type Cors = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Sets the CORS headers for the listed origins. Returns true when the request was a preflight, which is then answered. */
function createCors(origins: readonly string[], methods: string): Cors {
  const fits = origins.map(matcher);
  return (request, response) => {
    if (fits.length === 0) return false;
    response.appendHeader('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !fits.some((fit) => fit(origin))) return false;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader(
      'access-control-expose-headers',
      'retry-after, x-correlation-id, traceparent, content-disposition',
    );
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
    response
      .writeHead(204, {
        'access-control-allow-methods': methods,
        'access-control-allow-headers': HEADERS,
        'access-control-max-age': '600',
      })
      .end();
    return true;
  };
}

const LABEL = /^[a-z\d_-]{1,63}$/;

function matcher(listed: string): (origin: string) => boolean {
  const [before = '', after] = listed.split('*');
  if (after === undefined) return (origin) => origin === listed;
  return (origin) =>
    origin.startsWith(before) && origin.endsWith(after) && LABEL.test(origin.slice(before.length, -after.length));
}
