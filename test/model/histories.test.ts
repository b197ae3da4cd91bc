import { afterAll, beforeAll, test } from '@jest/globals';
import fc from 'fast-check';
import { type Project, type Service, startService } from '../support/service.ts';
import { made, randomCalls } from './calls.ts';
import { ask, decisions, seen } from './play.ts';
import { SENDERS } from './pool.ts';
import { answer, check } from './rules.ts';
import { isSameId } from './senders.ts';
import { answerLine, callLine, decisionLine, difference, named, stateLines } from './telling.ts';
import type { Call, State, User } from './words.ts';

// More of them, or another seed, find more: by hand.
const HISTORIES = 60;
const PEOPLE = 5;
const CALLS = 20;
const SEED = 3;

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

test('whatever was done before, each call is answered by the rules, and so is every sender after it', async () => {
  await fc.assert(fc.asyncProperty(randomCalls(PEOPLE, CALLS), live), { numRuns: HISTORIES, seed: SEED });
}, 600_000);

/** Makes the calls one after the other, and looks after each whether rules and service still agree. */
async function live(calls: Call[]): Promise<void> {
  const project = await service.project();
  const places = [project.development, project.staging, project.production];
  const story: string[] = [];
  let state = beginning(project);
  for (const call of calls) {
    try {
      const next = await step(project, state, made(call, state), story);
      // Too busy a machine does not tell whether it was done.
      if (!next) return;
      state = next;
    } catch (error) {
      throw new Error(named(['', ...story, error].join('\n'), places));
    }
  }
}

function beginning({ development, staging, production }: Project): State {
  return { environments: { [development]: 'CLOSED', [staging]: 'CLOSED', [production]: 'OPEN' }, users: [] };
}

async function step(project: Project, before: State, call: Call, story: string[]): Promise<State | undefined> {
  const heard = await ask(project, call);
  if (heard.answer.errors.includes('SERVICE_UNAVAILABLE')) return undefined;
  story.push(`${callLine(call)} -> ${answerLine(heard.answer)}`);
  const ruled = answer(before, call, heard.made ?? 'somebody new');
  // A place that is gone as well.
  const places = Object.keys({ ...before.environments, ...ruled.state.environments });
  const [view, decided] = await Promise.all([seen(project), decisions(project, places)]);
  const rules = [answerLine(ruled.answer), ...decisionBeside(call, ruled.state), ...stateLines(ruled.state)];
  const said = [answerLine(heard.answer), ...stateLines(view)];
  if (call.name === 'selfRegisterUser' && heard.decision) {
    said.push(decisionLine(call.input.environmentId, call.input.sender, heard.decision));
  }
  for (const place of places) {
    for (const [at, sender] of SENDERS.entries()) {
      rules.push(decisionLine(place, sender, check(ruled.state, place, sender)));
      said.push(decisionLine(place, sender, decided[place]?.[at]));
    }
  }
  const disagreement = difference(rules, said);
  if (disagreement) throw new Error(`\n${disagreement}`);
  return withIds(ruled.state, view);
}

/** What checkAccess answers for the sender now, unless there is no such environment or sender. */
function decisionBeside(call: Call, state: State): string[] {
  if (call.name !== 'selfRegisterUser') return [];
  const { environmentId, sender } = call.input;
  const decision = check(state, environmentId, sender);
  const isNone = ['UNKNOWN_ENVIRONMENT', 'INVALID_SENDER'].includes(decision.reason);
  return isNone ? [] : [decisionLine(environmentId, sender, decision)];
}

/** The rules' state with the service's ids of identities, which stay. */
function withIds({ environments, users }: State, view: State): State {
  const identityIds = (user: User) =>
    user.identities.map((identity) => {
      const same = view.users.find(({ id }) => id === user.id)?.identities.find((other) => isSameId(identity, other));
      if (identity.id && same?.id !== identity.id) throw new Error(`${identity.externalId} has another id than before`);
      return { ...identity, id: same?.id };
    });
  return { environments, users: users.map((user) => ({ ...user, identities: identityIds(user) })) };
}
