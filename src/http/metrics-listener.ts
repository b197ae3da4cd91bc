import { createServer, type Server } from 'node:http';
import { Registry } from 'prom-client';
import { respond } from './respond.ts';

/** Creates the metrics server, for a port of its own that must not be public. It does not listen yet. */
export function createMetricsListener(read: () => Promise<string>): Server {
  return createServer(async (request, response) => {
    if (request.url !== '/metrics') return respond(response, 404, 'Not found.\n');
    // If a process ends while it is asked, its part is missing and the sum fails.
    const text = await read().catch(() => undefined);
    if (text === undefined) return respond(response, 503, 'Not all processes answer just now.\n');
    respond(response, 200, text, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE });
  });
}
