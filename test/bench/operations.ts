import type { Inputs } from './inputs.ts';

/** One of the things that are measured. */
export type Operation = {
  letter: Letter;
  title: string;
  role: 'gateway' | 'member';
  document: string;
  /** Its variables, for ever. `after` makes a contender's own cursor of a place. */
  variables(inputs: Inputs, cursors: readonly string[]): Iterator<object, never>;
  /** How many users one request creates. */
  creates?: number;
  /** Over how many connections it is asked, whatever others are asked over. */
  connections?: number;
};

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Letter = (typeof LETTERS)[number];

const USER = 'id phoneNumber email firstName middleName lastName creationSource createdAt';
const DECISION = 'allowed reason selfRegistration';
const PAGE = `query ($projectId: ID!, $first: Int!, $after: String) { project(id: $projectId) {
  users(first: $first, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ${USER} environments { id name type } } } } }`;

export const OPERATIONS: readonly Operation[] = [
  {
    letter: 'A',
    title: 'checkAccess by phone',
    role: 'gateway',
    document: `query ($environmentId: ID!, $sender: SenderInput!) {
      checkAccess(environmentId: $environmentId, sender: $sender) { ${DECISION} } }`,
    variables: function* ({ environmentId, senders }) {
      for (const sender of forEver(senders)) yield { environmentId, sender };
      throw new Error('The senders ended.');
    },
  },
  {
    letter: 'B',
    title: 'first page of 20 with environments',
    role: 'member',
    document: PAGE,
    variables: function* ({ projectId }) {
      for (;;) yield { projectId, first: 20 };
    },
  },
  {
    letter: 'C',
    title: 'search: 20 hits, counted to 1,001',
    role: 'member',
    document: `query ($projectId: ID!, $search: String!) { project(id: $projectId) {
      users(first: 20, search: $search) { totalCount(upTo: 1001) nodes { ${USER} } } } }`,
    variables: function* ({ projectId, terms }) {
      for (const search of forEver(terms)) yield { projectId, search };
      throw new Error('The terms ended.');
    },
  },
  {
    letter: 'D',
    title: 'createUser with two environments',
    role: 'member',
    document: `mutation ($input: CreateUserInput!) { createUser(input: $input) {
      user { ${USER} environments { id name type } } userErrors { message } } }`,
    creates: 1,
    variables: function* ({ projectId, newcomers }) {
      for (;;) yield { input: { projectId, ...newcomers.next().value } };
    },
  },
  {
    letter: 'E',
    title: 'a page half of all users deep',
    role: 'member',
    document: PAGE,
    variables: function* ({ projectId }, cursors) {
      for (const after of forEver(cursors)) yield { projectId, first: 20, after };
      throw new Error('The cursors ended.');
    },
  },
  {
    letter: 'F',
    title: 'checkAccessBatch of 100',
    role: 'gateway',
    document: `query ($environmentId: ID!, $senders: [SenderInput!]!) {
      checkAccessBatch(environmentId: $environmentId, senders: $senders) { ${DECISION} } }`,
    variables: function* ({ environmentId, senders }) {
      for (let at = 0; ; at = (at + 100) % (senders.length - 100))
        yield { environmentId, senders: senders.slice(at, at + 100) };
    },
  },
  {
    letter: 'G',
    title: 'createUsers of 500 rows, as an import asks',
    role: 'member',
    document: `mutation ($input: CreateUsersInput!) { createUsers(input: $input) {
      results { index outcome duplicateOf phoneNumber user { id version } userErrors { code message } }
      userErrors { code message } } }`,
    creates: 500,
    // One is read and answered while the other is written: those of one project come one after the other.
    connections: 2,
    variables: function* ({ projectId, newcomers }) {
      for (let request = 0; ; request++) {
        const rows = Array.from({ length: 500 }, () => newcomers.next().value);
        yield { input: { projectId, rows, idempotencyKey: `${process.pid} ${Date.now()} ${request}` } };
      }
    },
  },
];

function* forEver<T>(items: readonly T[]): Generator<T> {
  while (items.length > 0) yield* items;
}
