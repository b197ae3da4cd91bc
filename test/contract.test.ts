import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../src/graphql/schema.ts';
import { findBreaks, findNewValues, findVagueDeprecations } from './support/contract-growth.ts';

const ROOT = join(import.meta.dirname, '..');
const TODAY = new Date().toISOString().slice(0, 10);

const { version } = JSON.parse(read('package.json'));
const versions = readdirSync(join(ROOT, 'schema/released')).map((file) => file.replace('.graphql', ''));
const released = versions.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));

const contract = buildSchema(read('schema/generated/schema.graphql'));

/** From one contract to the next within a major version; the last step leads to today's. */
const steps = released.flatMap((from, index) => {
  const to = released[index + 1];
  if (majorOf(from) !== majorOf(to ?? version)) return [];
  return [
    {
      name: `${from} to ${to ?? 'today'}`,
      before: releasedContract(from),
      after: to ? releasedContract(to) : contract,
    },
  ];
});

describe('the contract in one file', () => {
  it('is all of schema/, valid without the other files', () => {
    const files = readdirSync(join(ROOT, 'schema')).filter((file) => file.endsWith('.graphql'));
    const whole = buildSchema(files.map((file) => read(`schema/${file}`)).join('\n'));
    expect(printSchema(contract)).toBe(printSchema(lexicographicSortSchema(whole)));
  });

  it('is what the service answers by, word for word', () => {
    expect(printSchema(contract)).toBe(printSchema(lexicographicSortSchema(createSchema())));
  });
});

describe('the contract only grows', () => {
  it('is kept as it was released with the version in package.json, unless that is still to come, as 2.0.0-next is', () => {
    expect(released.includes(version) || version.includes('-')).toBe(true);
  });

  it('keeps what clients were promised by the release before', () => {
    const breaks = steps.map(({ name, before, after }) => [name, ...findBreaks(before, after, TODAY)]);
    expect(breaks).toEqual(steps.map(({ name }) => [name]));
  });

  it('has gained no value of an enum that the changelog does not name', () => {
    const changelog = read('CHANGELOG.md');
    const gained = steps.flatMap(({ before, after }) => findNewValues(before, after));
    expect(gained.filter((value) => !new RegExp(`\\b${value}\\b`).test(changelog))).toEqual([]);
  });

  it('says of all that is deprecated what to use instead, and on which day it goes', () => {
    expect(findVagueDeprecations(contract)).toEqual([]);
  });
});

// What the tests above would find.
const BEFORE = `
  type Query {
    users(first: Int = 20, search: Search, by: String @deprecated(reason: "Use search instead; removed after 2027-06-30.")): [User!]!
    people: [Person!]! @deprecated(reason: "Use users instead; removed after 2027-06-30.")
  }
  type User { id: ID! age: Int name: String! source: Source! }
  type Person { name: String! }
  input Search { text: String, exact: Boolean! = false }
  enum Source { INVITED REGISTERED }
`;

test.each([
  ['a field that is gone', 'source: Source!', '', 'User.source was removed.'],
  [
    'a field that may be null now',
    'name: String! source',
    'name: String source',
    /^User.name changed type from String!/,
  ],
  ['an argument of another type', 'first: Int', 'first: Float', /^Query.users arg first has changed type/],
  ['an argument with another default', '= 20', '= 50', /^Query.users arg first has changed defaultValue/],
  ['an input with another default', '= false', '= true', 'Search.exact has another default value.'],
  ['an input that has to be given now', 'text: String', 'text: String!', /^Search.text changed type/],
  ['a new input that has to be given', 'input Search {', 'input Search { in: ID!', /^A required field in/],
  ['a value that is gone', 'REGISTERED', '', 'REGISTERED was removed from enum type Source.'],
])('%s is a break', (_change, part, replacement, told) => {
  const after = buildSchema(BEFORE.replace(part, replacement));
  expect(findBreaks(buildSchema(BEFORE), after, '2027-07-01')).toEqual([expect.stringMatching(told)]);
});

test('a new field, argument, optional input or value is none; values are told, for callers switch over them', () => {
  const after = BEFORE.replace('age: Int', 'age(on: String): Int shoeSize: Int')
    .replace('text: String', 'text: String, in: [ID!]')
    .replace('search: Search', 'search: Search, last: Int')
    .replace('INVITED', 'INVITED IMPORTED');
  expect(findBreaks(buildSchema(BEFORE), buildSchema(after), '2027-07-01')).toEqual([]);
  expect(findNewValues(buildSchema(BEFORE), buildSchema(after))).toEqual(['IMPORTED']);
});

test('what is deprecated goes after its day, with the types that only it used, and not before', () => {
  const after = buildSchema(
    BEFORE.replace(/, by: .*"\)\)/, ')')
      .replace(/people: .*"\)/, '')
      .replace('type Person { name: String! }', ''),
  );
  expect(findBreaks(buildSchema(BEFORE), after, '2027-07-01')).toEqual([]);
  expect(findBreaks(buildSchema(BEFORE), after, '2027-06-30')).toEqual([
    'Person was removed.',
    'Query.people was removed.',
    'Query.users arg by was removed.',
  ]);
});

test.each([
  'No longer supported',
  'Use `users` instead.',
  'Use `users` instead; removed after June.',
  'Use `users` instead; removed after 2027-02-30.',
  'removed after 2027-06-30',
])('"%s" is no reason: it lacks what to use instead, or a day', (reason) => {
  const sdl = `type Query { users: Int  people: Int @deprecated(reason: "${reason}") }`;
  expect(findVagueDeprecations(buildSchema(sdl))).toEqual([`Query.people: ${reason}`]);
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function releasedContract(from: string): GraphQLSchema {
  return buildSchema(read(`schema/released/${from}.graphql`));
}

function majorOf(of: string): string {
  return of.split('.')[0] ?? '';
}
