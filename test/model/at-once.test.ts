import { beforeAll, test } from '@jest/globals';
import fc from 'fast-check';
import { closeLateRequests } from '../../src/domain/close-requests.ts';
import { cases } from '../support/cases.ts';
import { useService } from '../support/use-service.ts';
import { blockOnlyWhatIsGiven } from './blocks.ts';
import { made, randomCallers, randomCalls } from './calls.ts';
import { type Deed, type Explanation, explain } from './explain.ts';
import { decisionBeside, live, look, ruledLines } from './live.ts';
import { ask, type Heard, type Keys, newProject, type Project, workspaceKeys } from './play.ts';
import { answer, check } from './rules.ts';
import { answerLine, callLine, decisionLine, difference, named, stateLines } from './telling.ts';
import type { Answer, Call, Check, Decision, State } from './words.ts';

// More of them find more: by hand.
const ROUNDS = cases(10, 1);
const PEOPLE = 6;
const CALLERS = 8;
const CALLS = 3;

const service = useService();
let keys: Keys;

beforeAll(async () => {
  keys = await workspaceKeys(service);
});

test('what several callers do at once is answered as if one had come after the other', async () => {
  const round = fc.asyncProperty(randomCalls(PEOPLE, 3), randomCallers(CALLERS, CALLS), async (calls, callers) => {
    const project = await newProject(keys);
    const state = await live(project, calls);
    if (state) await atOnce(project, state, callers);
  });
  // Another try would be another race, so there is nothing to shrink.
  await fc.assert(round, { ...ROUNDS, endOnFailure: true });
}, 600_000);

type Done = { call: Call | Check; heard: Heard; begin: number; end: number; caller: number };

/** Lets the callers loose, and looks for an order of their calls that explains all answers and what is there in the end. */
async function atOnce(project: Project, before: State, callers: (Call | Check)[][]): Promise<void> {
  const done: Done[] = [];
  // A gateway's check is an attempt, too, which is written at another moment.
  const asViewer = { ...project, checking: project.viewer };
  const act = async (calls: (Call | Check)[], caller: number) => {
    for (const each of calls) {
      const call = made(each, before);
      const begin = performance.now();
      const heard = await ask(asViewer, call);
      done.push({ call, heard, begin, end: performance.now(), caller: caller + 1 });
    }
  };
  await Promise.all(callers.map(act));

  const environmentIds = done.flatMap(({ call, heard }) =>
    call.name === 'createEnvironment' ? (heard.made ?? []) : [],
  );
  const places = [...Object.keys(before.environments), ...environmentIds];
  // As a job does it: who asks and is let in at the same moment may be seen by neither of the two.
  await closeLateRequests(service.db);
  const view = await look(project, places);
  const heardOf = done.flatMap(({ heard }) => heard.made?.split(' ') ?? []);
  const unheard = view.state.users.map(({ id }) => id).filter((id) => !heardOf.includes(id));
  const deeds = done.flatMap((each) => deedsOf(each, unheard));
  const isTheEnd = (state: State) => difference(ruledLines(state, places), view.lines) === '';
  const explanation = explain(before, deeds, isTheEnd);
  if (!explanation.isComplete) {
    const missing = difference(ruledLines(explanation.state, places), view.lines);
    throw new Error(named(report(before, done, deeds, explanation, missing), project));
  }
}

function deedsOf({ call, heard, begin, end }: Done, unheard: string[]): Deed<State>[] {
  const times = { begin, end };
  if (call.name === 'checkAccess') return [decisionDeed(call.input, heard, times, check)];
  const line = (answer: Answer) => `${callLine(call)} -> ${answerLine(answer)}`;
  const said = line(heard.answer);
  const ruled = (state: State) => {
    if (!heard.answer.errors.includes('SERVICE_UNAVAILABLE')) {
      const { answer: ruling, state: next } = answer(state, call, heard.made ?? 'somebody new');
      const rulings = [{ line: line(ruling), state: next }];
      if (call.name !== 'blockSender' || call.input.userId) return rulings;
      const alone = blockOnlyWhatIsGiven(state, call.input);
      return [...rulings, { line: line(alone.answer), state: alone.state }];
    }
    // Perhaps it was done, and nobody was told whom it made.
    const states = [
      state,
      ...['somebody new', ...unheard, unheard.join(' ')].map((fresh) => answer(state, call, fresh).state),
    ];
    return states.map((state) => ({ line: said, state }));
  };
  const deed = { ...times, said, ruled };
  if (call.name !== 'selfRegisterUser') return [deed];
  // The decision beside it is what a check answers after it.
  return [deed, { ...decisionDeed(call.input, heard, times, decisionBeside), after: deed }];
}

type Times = { begin: number; end: number };

function decisionDeed(input: Check['input'], heard: Heard, times: Times, rule: typeof decisionBeside): Deed<State> {
  // The user is read after the decision, and may be gone by then.
  const isGone = heard.decision?.matchedBy && heard.decision.user === null;
  const shown = (decision: Decision | null) => (decision && isGone ? { ...decision, user: null } : decision);
  const line = (decision: Decision | null) => `decision on ${decisionLine(input, shown(decision))}`;
  return { ...times, said: line(heard.decision), ruled: (state) => [{ line: line(rule(state, input)), state }] };
}

/** What was there before, what everybody did, and how far the rules can follow. */
function report(before: State, done: Done[], deeds: Deed<State>[], { order, state }: Explanation<State>, rest: string) {
  const start = Math.min(...done.map(({ begin }) => begin));
  const times = ({ begin, end }: Times) => `${Math.round(begin - start)}-${Math.round(end - start)} ms`;
  const pending = deeds.filter((deed) => !order.includes(deed));
  return [
    'No order of these calls explains the answers. Before:',
    ...stateLines(before),
    'Then at once:',
    ...done
      .toSorted((a, b) => a.begin - b.begin)
      .map(
        ({ caller, call, heard, ...when }) =>
          `caller ${caller}, ${times(when)}: ${callLine(call)} -> ${answerLine(heard.answer)}`,
      ),
    'The longest that the rules can follow:',
    ...order.map(({ said }) => said),
    ...(pending.length > 0 ? ['After this no other fits:'] : ['After this the service is in another state:', rest]),
    ...pending.map((deed) =>
      difference(
        deed.ruled(state).map(({ line }) => line),
        [deed.said],
      ),
    ),
  ].join('\n');
}
