import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { RequestRecord } from '../../src/observe/request-record.ts';
import { CREATE_USER } from '../support/documents.ts';
import { type Service, startService } from '../support/service.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

let service: Service;
const records: RequestRecord[] = [];
const reported: unknown[] = [];

beforeAll(async () => {
  service = await startService(undefined, {
    record: (record) => records.push(record),
    report: (_error, where) => reported.push(where),
  });
});
afterAll(() => service.close());

/** What is answered and recorded. An array is sent as several headers. */
async function ask(traceparent?: string | string[], path = '/health') {
  records.splice(0);
  const headers = [traceparent ?? []].flat().map((value): [string, string] => ['traceparent', value]);
  const response = await fetch(new URL(path, service.url), { headers });
  await response.text();
  const answered = response.headers.get('traceparent') ?? '';
  const [version, traceId, spanId, flags] = answered.split('-');
  const correlationId = response.headers.get('x-correlation-id') ?? '';
  return { version, traceId, spanId, flags, correlationId, recorded: records[0]?.traceId };
}

describe('a trace is gone on with', () => {
  test.each([
    ['of version 00', `00-${TRACE}-${SPAN}-00`, '00'],
    ['that is sampled', `00-${TRACE}-${SPAN}-01`, '01'],
    ['with flags that nobody knows yet, which are not passed on', `00-${TRACE}-${SPAN}-ff`, '01'],
    ['of a later version', `01-${TRACE}-${SPAN}-00`, '00'],
    ['of a later version with more behind', `cc-${TRACE}-${SPAN}-01-what-the-future-will-be-like`, '01'],
  ])('%s', async (_what, traceparent, flags) => {
    const { spanId, correlationId, ...rest } = await ask(traceparent);
    expect(rest).toEqual({ version: '00', traceId: TRACE, flags, recorded: TRACE });
    expect(spanId).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
    expect(spanId).not.toBe(SPAN);
    expect(correlationId.replaceAll('-', '')).not.toBe(TRACE);
  });
});

describe('a new trace, whose id is the correlation id without dashes, begins where the header is', () => {
  test.each<[string, string | string[] | undefined]>([
    ['missing', undefined],
    ['empty', ''],
    ['of version ff', `ff-${TRACE}-${SPAN}-00`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${SPAN}-00`],
    ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-00`],
    ['in upper case', `00-${TRACE.toUpperCase()}-${SPAN}-00`],
    ['too short a trace', `00-${TRACE.slice(1)}-${SPAN}-00`],
    ['too long a span', `00-${TRACE}-${SPAN}0-00`],
    ['no hexadecimal number', `00-${TRACE.replace('4', 'g')}-${SPAN}-00`],
    ['without flags', `00-${TRACE}-${SPAN}`],
    ['longer than version 00 allows', `00-${TRACE}-${SPAN}-00-more`],
    ['of a later version with more behind but no dash', `01-${TRACE}-${SPAN}-00more`],
    ['two', [`00-${TRACE}-${SPAN}-00`, `00-${TRACE}-${SPAN}-00`]],
    ['something else', `${"'; drop table users; --".repeat(300)}`],
  ])('%s', async (_what, traceparent) => {
    const { traceId, correlationId, recorded, flags, spanId } = await ask(traceparent);
    expect([traceId, recorded]).toEqual(Array(2).fill(correlationId.replaceAll('-', '')));
    expect([flags, spanId]).toEqual(['00', expect.stringMatching(/^(?!0{16})[0-9a-f]{16}$/)]);
  });
});

test('whatever is answered has it: refusals, a page, what is not there', async () => {
  for (const path of ['/graphql', '/', '/nowhere', '/ready', '/users/x.json']) {
    expect(await ask(`00-${TRACE}-${SPAN}-01`, path)).toMatchObject({ traceId: TRACE, recorded: TRACE, flags: '01' });
  }
});

test('a fault is reported with the trace and the correlation id of its request', async () => {
  await sql`create function meddle() returns trigger language plpgsql as $$ begin raise exception 'injected' using errcode = 'XX000'; end $$`.execute(
    service.owner,
  );
  await sql`create trigger users__meddle before insert on users for each row execute function meddle()`.execute(
    service.owner,
  );
  const project = await service.project();
  const response = await fetch(service.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await service.secretFor('MEMBER', project.id)}`,
      traceparent: `00-${TRACE}-${SPAN}-01`,
    },
    body: JSON.stringify({ query: CREATE_USER, variables: { input: project.form() } }),
  });
  const [error] = (await response.json()).errors;
  expect(reported).toEqual([
    expect.objectContaining({ correlationId: error.extensions.correlationId, traceId: TRACE }),
  ]);
});
