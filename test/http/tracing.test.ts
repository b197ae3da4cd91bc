import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { sql } from 'kysely';
import { connect, connectForShortReads, type Db, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createTracing } from '../../src/observe/open-telemetry.ts';
import { createDatabase } from '../support/database.ts';
import { CHECK_ACCESS, CREATE_USER } from '../support/documents.ts';
import { sendToEnd } from '../support/raw-http.ts';
import { caller, type Project, type Service, startService } from '../support/service.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
// As many as are accepted ahead on one connection.
const TOGETHER = 16;
const SECRETS = ['Kanarienvogel', 'kanarie@vogel.example', '4915199887766', 'umk_', 'geheim'];

const exporter = new InMemorySpanExporter();
const tracing = createTracing(
  { sampler: 'parentbased_always_on', ratio: 1 },
  (error) => console.error(error),
  new SimpleSpanProcessor({ exporter }),
);
let service: Service;
let project: Project;
let connections: { db: Db; shortReads: Db };
let member: string;
let gateway: string;

beforeAll(async () => {
  const database = await createDatabase();
  const traced = { role: SERVER_ROLE, tracer: tracing.statements };
  connections = { db: connect(database, traced), shortReads: connectForShortReads(database, traced) as Db };
  service = await startService(undefined, { connections, tracing, report: () => {} }, database);
  project = await service.project();
  member = await service.secretFor('MEMBER', project.id);
  gateway = await service.secretFor('GATEWAY', project.id);
});
afterAll(async () => {
  await service.close();
  await Promise.all([connections.db.destroy(), connections.shortReads.destroy()]);
  await tracing.stop();
});
beforeEach(() => exporter.reset());

async function post(key: string, query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { answer: await response.json(), response };
}

/** The spans of a trace, once that of the request, which ends last, is there. */
async function spansOf(traceId: string | undefined): Promise<ReadableSpan[]> {
  for (;;) {
    const found = exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
    if (found.some((span) => /^(GET|POST) /.test(span.name))) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const traceOf = (response: Response) => response.headers.get('traceparent')?.split('-') ?? [];
const byName = (spans: ReadableSpan[], name: string | RegExp) => spans.filter((span) => span.name.match(name));
const parentOf = (span: ReadableSpan | undefined) => span?.parentSpanContext?.spanId;

test('a request of a sampled trace has spans of itself, its root fields and their statements, one below the other', async () => {
  const input = project.form({
    firstName: 'Kanarienvogel',
    email: 'kanarie@vogel.example',
    phoneNumber: '+4915199887766',
  });
  const document = CREATE_USER.replace('mutation', 'mutation Add');
  const { answer, response } = await post(member, document, { input }, { traceparent: `00-${TRACE}-${SPAN}-01` });
  expect(answer.data.createUser.userErrors).toEqual([]);

  const spans = await spansOf(TRACE);
  const [request] = byName(spans, 'POST /graphql');
  const [field] = byName(spans, 'Mutation.createUser');
  const [insert] = byName(spans, /^INSERT/);
  const [keys] = byName(spans, /^SELECT access_keys/);
  expect([request, field, insert, keys].map(parentOf)).toEqual([
    SPAN,
    request?.spanContext().spanId,
    field?.spanContext().spanId,
    request?.spanContext().spanId,
  ]);
  expect(traceOf(response)).toEqual(['00', TRACE, request?.spanContext().spanId, '01']);
  expect(request?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'url.scheme': 'http',
    'http.response.status_code': 200,
    'graphql.operation.type': 'mutation',
    'graphql.operation.name': 'Add',
    'users_management.correlation_id': response.headers.get('x-correlation-id'),
  });
  expect(insert?.attributes).toMatchObject({ 'db.system.name': 'postgresql', 'db.operation.name': 'INSERT' });
  expect(insert?.attributes['db.query.text']).toMatch(/\$1/);
  const all = JSON.stringify(
    spans.map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
  );
  for (const secret of [...SECRETS, member.slice(-43), project.id, project.development])
    expect(all).not.toContain(secret);
});

test('one of a trace that is not sampled has none, and without a trace a new one is begun', async () => {
  const [, traceId] = traceOf(
    (await post(member, '{ viewer { name } }', {}, { traceparent: `00-${TRACE}-${SPAN}-00` })).response,
  );
  const { response } = await post(member, '{ viewer { name } }', {});
  const [, begun, spanId, flags] = traceOf(response);
  const spans = await spansOf(begun);
  expect(traceId).toBe(TRACE);
  expect(exporter.getFinishedSpans()).toEqual(spans);
  const [request] = byName(spans, 'POST /graphql');
  expect([parentOf(request), request?.spanContext().spanId, flags]).toEqual([undefined, spanId, '01']);
});

test('a statement for many requests is below the first, and linked to each of the others', async () => {
  const sender = { channel: 'TELEGRAM', externalId: '4242' };
  const body = JSON.stringify({ query: CHECK_ACCESS, variables: { environmentId: project.production, sender } });
  const traceIds = Array.from({ length: TOGETHER }, () => randomUUID().replaceAll('-', ''));
  // In one packet, so that they arrive at once however busy the machine is.
  const requests = traceIds.map((traceId, index) =>
    [
      'POST /graphql HTTP/1.1',
      'host: localhost',
      `connection: ${index === TOGETHER - 1 ? 'close' : 'keep-alive'}`,
      `authorization: Bearer ${gateway}`,
      `traceparent: 00-${traceId}-${SPAN}-01`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
  const answers = await sendToEnd(service.url, requests.join(''));
  expect(answers.match(/UNKNOWN_SENDER/g)).toHaveLength(TOGETHER);
  const traces = await Promise.all(traceIds.map(spansOf));
  const spans = traces.flat();
  expect(byName(spans, 'POST /graphql')).toHaveLength(TOGETHER);
  expect(byName(spans, 'Query.checkAccess')).toHaveLength(TOGETHER);

  // Of each kind of look-up, each request is answered by exactly one statement: below it, or linked to it.
  const kinds = new Set(byName(spans, /^SELECT/).map(({ attributes }) => attributes['db.query.text']));
  expect(kinds.size).toBeGreaterThanOrEqual(2);
  for (const kind of kinds) {
    const statements = spans.filter(({ attributes }) => attributes['db.query.text'] === kind);
    const answered = statements.flatMap((span) => [
      span.spanContext().traceId,
      ...span.links.map(({ context }) => context.traceId),
    ]);
    expect(answered.toSorted()).toEqual(
      byName(spans, 'POST /graphql')
        .map((span) => span.spanContext().traceId)
        .toSorted(),
    );
    expect(statements.length).toBeLessThan(TOGETHER);
    for (const statement of statements) {
      const parent = spans.find((span) => span.spanContext().spanId === parentOf(statement));
      expect(parent?.spanContext().traceId).toBe(statement.spanContext().traceId);
    }
  }
});

test('what fails is marked by its kind, without a message, which may quote a value', async () => {
  await sql`create function meddle() returns trigger language plpgsql as $$ begin raise exception 'geheim' using errcode = 'XX000'; end $$`.execute(
    service.owner,
  );
  await sql`create trigger users__meddle before insert on users for each row execute function meddle()`.execute(
    service.owner,
  );
  const { response } = await post(member, CREATE_USER, { input: project.form() });
  const spans = await spansOf(traceOf(response)[1]);
  const failed = spans.filter(({ status }) => status.code === 2);
  expect(failed.map(({ name, attributes }) => [name, attributes['error.type']])).toEqual([
    [expect.stringMatching('INSERT'), 'XX000'],
    ['Mutation.createUser', 'XX000'],
    ['POST /graphql', 'INTERNAL_SERVER_ERROR'],
  ]);
  expect(JSON.stringify(failed.map(({ attributes, status, events }) => [attributes, status, events]))).not.toContain(
    'geheim',
  );
  await sql`drop function meddle cascade`.execute(service.owner);
});

test('neither probes nor what is done for no request has spans', async () => {
  for (const path of ['/health', '/ready']) await fetch(new URL(path, service.url));
  const { response } = await post(member, '{ viewer { name } }', {});
  const spans = await spansOf(traceOf(response)[1]);
  expect(exporter.getFinishedSpans()).toEqual(spans);
  expect((await caller(service.url, member)('{ viewer { name } }')).data).toBeTruthy();
});
