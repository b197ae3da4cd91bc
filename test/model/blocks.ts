// Who is never let in.
import { identifiersOf, identifiersOfUser, isAnyBlocked, isUserBlocked, recognise } from './recognise.ts';
import { attempt, find, refuseIf } from './refusals.ts';
import { senderOfRequest } from './requests.ts';
import { type Sender, senderErrors, senderOf } from './senders.ts';
import type { Answer, Inputs, Some, State } from './words.ts';

export const blocking: Some<'blockSender' | 'unblockSender'> = {
  blockSender(state, input) {
    refuseIf(Object.keys(input).length !== 1 && 'BAD_USER_INPUT');
    block(state, whom(state, input));
    return undefined;
  },

  unblockSender(state, { id }) {
    refuseIf(!state.blocks.some((block) => block.id === id) && 'NOT_FOUND');
    state.blocks = state.blocks.filter((block) => block.id !== id);
    return undefined;
  },
};

/**
 * Open: who gets an identifier in the moment in which it is blocked is kept out by it, as any user is of whom one is blocked; but
 * neither of the two sees the other, so their other ones get no blocks of their own.
 */
export function blockOnlyWhatIsGiven(state: State, input: Inputs['blockSender']): { state: State; answer: Answer } {
  return attempt(state, (draft) => {
    block(draft, whom({ ...draft, users: [] }, input));
    return undefined;
  });
}

function whom(state: State, { userId, sender, accessRequestId }: Inputs['blockSender']): string[] {
  if (userId) return identifiersOfUser(find(state.users, userId));
  if (sender) {
    refuseIf(...senderErrors(sender));
    return identifiersBehind(state, senderOf(sender));
  }
  const request = state.requests.find(({ id }) => id === accessRequestId);
  refuseIf(!request && 'NOT_FOUND');
  refuseIf(request?.status === 'APPROVED' && 'ALREADY_DECIDED');
  if (!request) return [];
  const knocked = senderOfRequest(request);
  // In a conflict the number is of somebody who did not knock.
  const { conflict } = recognise(state.users, knocked);
  return identifiersBehind(state, conflict ? { ...knocked, number: undefined } : knocked, knocked);
}

/** What is given, and if it is recognised as somebody, all that is theirs. */
function identifiersBehind({ users }: State, given: Sender, sender = given): string[] {
  const { user } = recognise(users, sender);
  return [...identifiersOf([given.number], [given.id]), ...(user ? identifiersOfUser(user) : [])];
}

/** Twice is once. */
export function block(state: State, identifiers: string[]): void {
  for (const identifier of identifiers) {
    if (!isAnyBlocked(state, [identifier])) state.blocks.push({ identifier });
  }
}

/** What somebody who is blocked got is blocked, too, and a request of whoever is blocked now is dismissed. */
export function followBlocks(before: State, draft: State): void {
  for (const user of draft.users) {
    const former = before.users.find(({ id }) => id === user.id);
    const had = former ? identifiersOfUser(former) : [];
    const got = identifiersOfUser(user).filter((identifier) => !had.includes(identifier));
    if (isUserBlocked(draft, user) || isAnyBlocked(before, had)) block(draft, got);
  }
  for (const request of draft.requests.filter(({ status }) => status === 'PENDING')) {
    const { number, id } = senderOfRequest(request);
    if (isAnyBlocked(draft, identifiersOf([number], [id]))) request.status = 'DISMISSED';
  }
}
