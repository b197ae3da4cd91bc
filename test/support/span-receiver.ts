import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

type ReceivedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: object }[];
};
export type SpanReceiver = {
  url: string;
  headers: IncomingHttpHeaders[];
  bodies: string[];
  spans(): ReceivedSpan[];
  resources(): Record<string, unknown>[];
  close(): void;
};

/** What takes traces as OTLP over HTTP in JSON, as a collector does. */
export async function startSpanReceiver(): Promise<SpanReceiver> {
  const headers: IncomingHttpHeaders[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/v1/traces') {
      headers.push(request.headers);
      bodies.push(body);
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const resourceSpans = () => bodies.flatMap((body) => JSON.parse(body).resourceSpans);
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    headers,
    bodies,
    spans: () =>
      resourceSpans().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }: { spans: ReceivedSpan[] }) => spans)),
    resources: () =>
      resourceSpans().map(({ resource }) =>
        Object.fromEntries(
          resource.attributes.map(({ key, value }: ReceivedSpan['attributes'][0]) => [key, Object.values(value)[0]]),
        ),
      ),
    close: () => void server.close().closeAllConnections(),
  };
}
