import { MAXIMUM_ACCESS_KEYS } from '../../domain/access-keys.ts';
import { MAXIMUM_CANDIDATES } from '../../domain/candidates.ts';
import { MAXIMUM_ENVIRONMENTS } from '../../domain/environments.ts';
import { LISTED_INVITATIONS } from '../../domain/invitations.ts';
import { MAXIMUM_MEMBERS } from '../../domain/project-members.ts';
import { MOST_READINGS } from '../../domain/values/readings.ts';
import { MAXIMUM_IDENTITIES } from '../../domain/values/sender.ts';
import { SEARCHED_FIELDS } from '../paging/search-matches.ts';

// The most objects of a list. Other lists count as USUAL: nothing bounds them, or they are nearly always empty where they could
// be long (the environments of a thousand keys). Their real length is counted in the answer (`answer-size.ts`).
export const BOUNDS = new Map([
  ['Project.environments', MAXIMUM_ENVIRONMENTS],
  ['User.environments', MAXIMUM_ENVIRONMENTS],
  ['User.access', MAXIMUM_ENVIRONMENTS],
  ['Project.accessKeys', MAXIMUM_ACCESS_KEYS],
  ['Project.members', MAXIMUM_MEMBERS],
  ['User.channelIdentities', MAXIMUM_IDENTITIES],
  ['AccessRequest.candidates', MAXIMUM_CANDIDATES],
  ['User.invitations', LISTED_INVITATIONS],
  ['AccessExplanation.parsedAs', MOST_READINGS],
  ['AccessExplanation.decisions', MAXIMUM_ENVIRONMENTS * MOST_READINGS],
  ['UserEdge.matches', SEARCHED_FIELDS.length],
  // Nearly all rows have none, and there may be a thousand rows.
  ['UserRowResult.userErrors', 2],
]);
export const USUAL = 5;
// What costs more than the objects it answers: a transaction, a count of everything, a search. The users of an environment are
// counted once, however many users it is shown on.
export const EXTRA = new Map([
  ['UserConnection.totalCount', 50],
  ['AccessRequestConnection.totalCount', 10],
  ['BlockedSenderConnection.totalCount', 10],
  ['Environment.userCount', 2],
  // As many look-ups as a batch of that many senders takes, whatever is selected of them.
  ['Query.explainAccess', MAXIMUM_ENVIRONMENTS * MOST_READINGS],
]);
export const SEARCH = 20;
export const MUTATION = 10;
export const INTROSPECTION = 1000;
