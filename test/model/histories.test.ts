import { afterAll, beforeAll, test } from '@jest/globals';
import fc from 'fast-check';
import { type Service, startService } from '../support/service.ts';
import { randomCalls } from './calls.ts';
import { live } from './live.ts';
import { type Keys, newProject, workspaceKeys } from './play.ts';

// More of them, or another seed, find more: by hand.
const HISTORIES = 60;
const PEOPLE = 5;
const CALLS = 20;
const SEED = 3;

let service: Service;
let keys: Keys;

beforeAll(async () => {
  service = await startService();
  keys = await workspaceKeys(service);
});
afterAll(() => service.close());

test('whatever was done before, each call is answered by the rules, and so is every sender after it', async () => {
  await fc.assert(
    fc.asyncProperty(randomCalls(PEOPLE, CALLS), async (calls) => {
      await live(await newProject(keys), calls);
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
}, 600_000);
