import { beforeAll, test } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../support/cases.ts';
import { useService } from '../support/use-service.ts';
import { randomCalls } from './calls.ts';
import { live, registerMany } from './live.ts';
import { type Keys, newProject, workspaceKeys } from './play.ts';

// More of them find more: by hand.
const HISTORIES = cases(10, 3);
const PEOPLE = 5;
const CALLS = 20;

const service = useService();
let keys: Keys;

beforeAll(async () => {
  keys = await workspaceKeys(service);
});

test('whatever was done before, each call is answered by the rules, and so is every sender after it; registering changes something for those alone who should', async () => {
  await fc.assert(
    fc.asyncProperty(randomCalls(PEOPLE, CALLS), fc.nat(9), async (calls, place) => {
      const project = await newProject(keys);
      const state = await live(project, calls);
      if (state) await registerMany(project, state, place);
    }),
    HISTORIES,
  );
}, 600_000);
