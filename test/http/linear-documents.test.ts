import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Heavy, post, SHAPES } from '../support/heavy-documents.ts';
import { type Service, startService } from '../support/service.ts';

// Twice, and a little for what the limits leave: thirty things are compared each with each.
const TWICE = 2.5;
const TRIES = 3;
const COUNTED = /node_modules\/(graphql|graphql-yoga|@envelop|@graphql-tools)\/|\/src\//;

const session = new Session();
let service: Service;
let key: string;
let sent = 0;

beforeAll(async () => {
  service = await startService();
  key = await service.secretFor('ADMINISTRATOR');
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
});
afterAll(async () => {
  session.disconnect();
  await service.close();
});

test.each(SHAPES.map((shape) => [shape.name, shape] as const))(
  'twice as much takes twice the work: %s',
  async (_name, { full, make, half = Math.floor(full / 2) }) => {
    const tries: number[] = [];
    while (tries.length < TRIES) {
      const [less, more] = [await countCalls(make(half)), await countCalls(make(full))];
      if (more < TWICE * less) return;
      tries.push(more / less);
    }
    expect(tries).toEqual([]);
  },
);

/** How often functions of the service and of graphql-js are called to answer a document that was not seen before. */
async function countCalls({ query, variables }: Heavy): Promise<number> {
  sent += 1;
  await post(service.url, key, { query: `${query} #${sent}`, variables });
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const functions = result.filter(({ url }) => COUNTED.test(url)).flatMap((script) => script.functions);
  return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}
