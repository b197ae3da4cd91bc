import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createDatabase } from '../support/database.ts';
import { type Line, openLine } from '../support/line.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';
import { type SpanReceiver, startSpanReceiver } from '../support/span-receiver.ts';

// Tells on standard output of each file of OpenTelemetry that is loaded, but for its interface, which prom-client loads.
const TELL_LOADED = `data:text/javascript,import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  if (url.includes('opentelemetry') && !url.includes('opentelemetry/api/')) console.log('loaded ' + url);
  return next(url, context);
} });`;

let service: ServiceProcess;
let receiver: SpanReceiver | undefined;
let lines: Line[] = [];

afterEach(async () => {
  for (const line of lines.splice(0)) line.hangUp();
  service.child.kill('SIGKILL');
  await service.exit();
  receiver?.close();
});

async function createKey(DATABASE_URL: string): Promise<string> {
  const db = connect(DATABASE_URL);
  const { secret } = await createAccessKey({ actor: OPERATOR, db }, { name: 'Gateway', role: 'VIEWER' });
  await db.destroy();
  return secret;
}

async function ask(key: string): Promise<Response> {
  return fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  });
}

test('without an endpoint nothing of OpenTelemetry is loaded, whatever else is set of it', async () => {
  const environment = { OTEL_SERVICE_NAME: 'users', OTEL_TRACES_SAMPLER: 'always_on' };
  service = await startProcess({ DATABASE_URL: await createDatabase(), ...environment }, ['--import', TELL_LOADED]);
  expect((await fetch(new URL('/ready', service.url))).status).toBe(200);
  expect(service.output()).not.toContain('loaded');
});

test('several processes send their traces to the endpoint, with its headers and the name of the service, what is left at the end', async () => {
  receiver = await startSpanReceiver();
  const DATABASE_URL = await createDatabase();
  const key = await createKey(DATABASE_URL);
  service = await startProcess(
    {
      DATABASE_URL,
      WEB_CONCURRENCY: '2',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=abc',
      OTEL_SERVICE_NAME: 'users-of-tests',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    },
    ['--import', TELL_LOADED],
  );
  expect(service.output()).toContain('loaded');
  lines = [await openLine(service.url), await openLine(service.url)];
  for (const line of lines) expect(await line.ask('/graphql', key)).toBe(400);
  const traced = await ask(key);
  service.child.kill('SIGTERM');
  expect(await service.exit()).toBe(0);

  const spans = receiver.spans();
  expect(spans.filter(({ name }) => name === 'GET /graphql')).toHaveLength(2);
  const [, traceId, spanId] = traced.headers.get('traceparent')?.split('-') ?? [];
  const ours = spans.filter((span) => span.traceId === traceId);
  expect(ours.find((span) => span.spanId === spanId)?.name).toBe('POST /graphql');
  expect(ours.find(({ name }) => name === 'Query.viewer')?.parentSpanId).toBe(spanId);
  expect(receiver.resources().length).toBeGreaterThanOrEqual(2);
  for (const resource of receiver.resources()) {
    expect(resource).toMatchObject({ 'service.name': 'users-of-tests', 'deployment.environment.name': 'test' });
  }
  for (const headers of receiver.headers) expect(headers['x-collector-key']).toBe('abc');
  expect(receiver.bodies.join()).not.toContain(key.slice(-43));
});

test('a collector that hangs or is away harms neither requests nor the end, and the log says that traces are lost', async () => {
  const hanging = createServer(() => {}).listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  const address = hanging.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const DATABASE_URL = await createDatabase();
  const key = await createKey(DATABASE_URL);
  service = await startProcess({
    DATABASE_URL,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_TIMEOUT: '500',
    // Instead of 5 s after the first span.
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(key)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  await service.wrote('traces are lost');
  expect((await ask(key)).status).toBe(200);
  service.child.kill('SIGTERM');
  expect(await service.exit()).toBe(0);
  hanging.close();
});

test('settings that cannot be are refused, a line each', () => {
  const settings = {
    LOG_LEVEL: 'verbose',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
    OTEL_TRACES_SAMPLER: 'sometimes',
    OTEL_TRACES_SAMPLER_ARG: '2',
  };
  const lines = Object.keys(settings).map((name) => `${name} must be .*`);
  expect(() => readConfig(settings)).toThrow(new RegExp(`^${lines.join('\n')}$`));
});
