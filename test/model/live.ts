// The service and the rules side by side: the same calls, and whether they still agree.
import { made } from './calls.ts';
import { ask, type Project } from './play.ts';
import { SENDERS } from './pool.ts';
import { answer, check } from './rules.ts';
import { isSameId } from './senders.ts';
import { decisions, seen } from './sight.ts';
import { answerLine, callLine, decisionLine, difference, named, requestLine, stateLines } from './telling.ts';
import type { Call, Check, Decision, Passing, Request, State, User } from './words.ts';

/**
 * Makes the calls one after the other and looks after each whether everything can be told from the rules. Answers the state in
 * the end; undefined when the machine was too busy to tell whether a call was done.
 */
export async function live(project: Project, calls: (Call | Check | Passing)[]): Promise<State | undefined> {
  const story: string[] = [];
  let state: State | undefined = beginning(project);
  for (const call of calls) {
    try {
      state = await step(project, state, made(call, state), story);
    } catch (error) {
      throw new Error(`\n${named([...story, error].join('\n'), project)}`);
    }
    if (!state) return undefined;
  }
  return state;
}

function beginning({ development, staging, production }: Project): State {
  const environments = { [development]: 'CLOSED', [staging]: 'APPROVAL', [production]: 'OPEN' } as const;
  return { environments, users: [], requests: [], blocks: [], invitations: [] };
}

async function step(
  project: Project,
  before: State,
  call: Call | Check | Passing,
  story: string[],
): Promise<State | undefined> {
  const heard = await ask(project, call);
  if (heard.answer.errors.includes('SERVICE_UNAVAILABLE')) return undefined;
  story.push(`${callLine(call)} -> ${answerLine(heard.answer)}`);
  const { state, answer: ruled } = answer(before, call, heard.made ?? 'somebody new');
  const rules = [answerLine(ruled)];
  const service = [answerLine(heard.answer)];
  if (call.name === 'checkAccess') {
    rules.push(decisionLine(call.input, check(before, call.input)));
    service.push(decisionLine(call.input, heard.decision));
    if (state !== before) await written(project, state);
  }
  if (call.name === 'selfRegisterUser') {
    rules.push(`then ${decisionLine(call.input, decisionBeside(state, call.input))}`);
    service.push(`then ${decisionLine(call.input, heard.decision)}`);
  }
  // Of a place that is gone as well.
  const places = Object.keys({ ...before.environments, ...state.environments });
  const view = await look(project, places);
  const disagreement = difference([...rules, ...ruledLines(state, places)], [...service, ...view.lines]);
  if (disagreement) throw new Error(`\n${disagreement}`);
  return withIds(state, view.state);
}

const PATIENCE_MS = 5000;

/** An attempt that a check was is written soon after the answer. */
async function written(project: Project, state: State): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  const lines = stateLines(state);
  while (performance.now() < end && difference(lines, stateLines(await seen(project)))) {}
}

/** What checkAccess answers then, unless there is no such environment or sender. */
export function decisionBeside(state: State, input: Check['input']): Decision | null {
  const decision = check(state, input);
  return ['UNKNOWN_ENVIRONMENT', 'INVALID_SENDER'].includes(decision.reason) ? null : decision;
}

/** All that can be seen of the service: users and environments, and what it decides about each sender of the pool. */
export async function look(project: Project, places: string[]): Promise<{ state: State; lines: string[] }> {
  const [state, decided] = await Promise.all([seen(project), decisions(project, places)]);
  const lines = everybodyIn(places).map((input, at) => decisionLine(input, decided[at]));
  return { state, lines: [...stateLines(state), ...lines] };
}

/** The same as the rules have it. */
export function ruledLines(state: State, places: string[]): string[] {
  return [...stateLines(state), ...everybodyIn(places).map((input) => decisionLine(input, check(state, input)))];
}

/**
 * Registers every third of the senders in one of the places, one after the other, and looks whether all came as the rules have it:
 * it changed something for those alone who should register.
 */
export async function registerMany(project: Project, state: State, at: number): Promise<void> {
  const places = Object.keys(state.environments);
  const inputs = everybodyIn(places.slice(at % places.length).slice(0, 1));
  let now = state;
  for (const input of inputs.filter((_, index) => index % 3 === at % 3)) {
    const call = { name: 'selfRegisterUser', input } as const;
    const heard = await ask(project, call);
    if (heard.answer.errors.includes('SERVICE_UNAVAILABLE')) return;
    const { shouldRegister } = check(now, input);
    const { state: next, answer: ruled } = answer(now, call, heard.made ?? 'somebody new');
    const isChange = substance(next) !== substance(now) || next.requests.length > now.requests.length;
    const disagreement = difference([answerLine(ruled)], [answerLine(heard.answer)]);
    const story = [`It should register: ${shouldRegister}`, ...stateLines(now), callLine(call), disagreement].join(
      '\n',
    );
    if (isChange !== shouldRegister || disagreement) throw new Error(`\n${named(story, project)}`);
    now = next;
  }
  const changes = difference(stateLines(now), stateLines(await seen(project)));
  if (changes) throw new Error(`\n${named(`Registering many changed:\n${changes}`, project)}`);
}

/** All but what an attempt tells anew of somebody who waits. */
function substance(state: State): string {
  const requests = state.requests.filter(({ status }) => status === 'APPROVED');
  return stateLines({ ...state, requests }).join();
}

function everybodyIn(places: string[]): Check['input'][] {
  return places.flatMap((environmentId) => SENDERS.map((sender) => ({ environmentId, sender })));
}

/** The rules' state with the service's ids of what it made, which stay. */
function withIds({ environments, users, requests, blocks, invitations }: State, view: State): State {
  const identityIds = (user: User) =>
    user.identities.map((identity) => {
      const same = view.users.find(({ id }) => id === user.id)?.identities.find((other) => isSameId(identity, other));
      return { ...identity, id: sameId(identity, same, identity.externalId) };
    });
  const told = view.requests.map((request) => ({ id: request.id, line: requestLine(request) }));
  const known = requests.map(({ id }) => id);
  const requestId = (request: Request) => {
    const line = requestLine(request);
    const same = told.find(
      (other) =>
        other.line === line &&
        (request.id ?? other.id) === other.id &&
        !(request.id === undefined && known.includes(other.id)),
    );
    return sameId(request, same, line);
  };
  return {
    environments,
    users: users.map((user) => ({ ...user, identities: identityIds(user) })),
    requests: requests.map((request) => ({ ...request, id: requestId(request) })),
    blocks: blocks.map((block) => {
      const same = view.blocks.find(({ identifier }) => identifier === block.identifier);
      return { ...block, id: sameId(block, same, block.identifier) };
    }),
    invitations,
  };
}

function sameId({ id }: { id?: string }, same: { id?: string } | undefined, what: string): string | undefined {
  if (id && same?.id !== id) throw new Error(`${what} has another id than before`);
  return same?.id;
}
