import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { UPDATE_USER } from '../support/documents.ts';
import { caller, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';
import { createApolloApp, createHashingApolloApp } from './apollo.ts';
import type { Client, List } from './client.ts';
import { createPresetApp } from './client-preset.ts';
import { createTadaApp } from './gql-tada.ts';
import { createGraphcacheApp } from './graphcache.ts';
import { createRelayApp } from './relay.ts';
import { createUrqlApp } from './urql.ts';

const CLIENTS: [name: string, create: (url: string, key: string) => Client, keepsUsersById: boolean][] = [
  ['Relay', createRelayApp, true],
  ['Apollo Client', createApolloApp, true],
  ['Apollo Client with persisted queries', createHashingApolloApp, true],
  ['urql with its defaults', createUrqlApp, false],
  ['urql with graphcache', createGraphcacheApp, true],
  ['client preset and fetch', createPresetApp, false],
  ['gql.tada and fetch', createTadaApp, false],
];

const service = useService();
const busy = useService(undefined, { limits: { requestsPerMinute: 2, costPerMinute: 1e9, failedKeysPerMinute: 1e9 } });
let project: Project;
let key: string;
let viewerKey: string;

const NAMES = ['Ana Lima', 'Bo Nilsson', 'Chi Okafor', 'Dov Peretz', 'Eva Quist', 'Fay Rossi', 'Gil Silva'];

beforeAll(async () => {
  project = await service.project();
  key = await service.secretFor('MEMBER', project.id);
  viewerKey = await service.secretFor('VIEWER', project.id);
  for (const name of NAMES) {
    const [firstName, lastName] = name.split(' ');
    await project.user({ firstName, lastName });
  }
});

const namesIn = (list: List) => list.shown().map(({ fullName }) => fullName);

describe.each(CLIENTS)('%s', (_name, create, keepsUsersById) => {
  let client: Client;
  let other: Project;
  let writer: Client;

  beforeAll(async () => {
    client = create(service.url, key);
    other = await service.project('Other');
    writer = create(service.url, await service.secretFor('MEMBER', other.id));
  });

  const codeOf = async (work: Promise<unknown>) =>
    client.codeOf(
      await work.then(
        () => 'nothing was thrown',
        (error: unknown) => error,
      ),
    );

  test('shows the owner’s list, newest first, and reads on by the cursor to its end', async () => {
    const list = await client.openList(project.id);
    const lengths = [list.shown().length];
    while (list.hasMore()) {
      await list.loadMore();
      lengths.push(list.shown().length);
    }
    expect(lengths).toEqual([3, 6, 7]);
    expect(namesIn(list)).toEqual(NAMES.toReversed());
  });

  test('searches, and goes back to the whole list', async () => {
    const found = await client.openList(project.id, 'oss');
    expect([namesIn(found), found.hasMore()]).toEqual([['Fay Rossi'], false]);
    expect(namesIn(await client.openList(project.id))).toContain('Gil Silva');
  });

  test('adds a user, or shows all that is to be corrected', async () => {
    const { environmentIds, phoneNumber } = other.form();
    const form = {
      projectId: other.id,
      phoneNumber: String(phoneNumber),
      firstName: 'Ana',
      lastName: 'Lima',
      environmentIds: environmentIds?.map(String) ?? [],
    };
    expect(await writer.addUser(form)).toMatchObject({ user: { fullName: 'Ana Lima', version: 1 }, userErrors: [] });
    expect(await writer.addUser({ ...form, firstName: '' })).toMatchObject({
      user: null,
      userErrors: [
        { code: 'PHONE_NUMBER_TAKEN', field: ['phoneNumber'], conflictingUser: { fullName: 'Ana Lima' } },
        { code: 'FIRST_NAME_REQUIRED', field: ['firstName'], message: 'First name is required' },
      ],
    });
  });

  test('learns that somebody else was faster, and with which result', async () => {
    const { id, version } = await other.user({ firstName: 'Bo' });
    await other.member(UPDATE_USER, { input: { id, firstName: 'Bodil' } });
    const now = { id, fullName: 'Bodil Lima', version: version + 1 };
    expect(await writer.editUser({ id, expectedVersion: version, firstName: 'Bob' })).toMatchObject({
      user: null,
      userErrors: [{ code: 'VERSION_CONFLICT', conflictingUser: now }],
    });
    const again = await writer.editUser({ id, expectedVersion: now.version, firstName: 'Bob' });
    expect(again).toMatchObject({ user: { fullName: 'Bob Lima' }, userErrors: [] });
  });

  if (keepsUsersById) {
    test('shows an edit in a list that is open, without asking again', async () => {
      const { id, version } = await other.user({ firstName: 'Chi' });
      const list = await writer.openList(other.id);
      expect(namesIn(list)[0]).toBe('Chi Lima');
      await writer.editUser({ id, expectedVersion: version, firstName: 'China' });
      expect(namesIn(list)[0]).toBe('China Lima');
    });
  }

  test('tells the code of an error: no key that is in use, no right, an id that is none, a search that is too long', async () => {
    const stranger = create(service.url, 'umk_nobody');
    const viewer = create(service.url, viewerKey);
    const edit = { id: project.id, expectedVersion: 1, firstName: 'Ana' };
    expect([
      await codeOf(stranger.openList(project.id)),
      await codeOf(stranger.editUser(edit)),
      await codeOf(viewer.editUser(edit)),
      await codeOf(client.openList('1')),
      await codeOf(client.openList(project.id, 'x'.repeat(101))),
    ]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  test('tells that too much was asked, which is refused before GraphQL sees it', async () => {
    const { id } = await busy.project();
    const hurried = create(busy.url, await busy.secretFor('VIEWER', id));
    const work = async () => {
      for (const search of ['a', 'b', 'c']) await hurried.openList(id, search);
    };
    expect(await codeOf(work())).toBe('RATE_LIMITED');
  });
});

test('Relay reads one user anew by the id alone, and every list shows it', async () => {
  const own = await service.project('Own');
  const { id } = await own.user({ firstName: 'Dov' });
  const app = createRelayApp(service.url, await service.secretFor('VIEWER', own.id));
  const list = await app.openList(own.id);
  await own.member(UPDATE_USER, { input: { id, firstName: 'David' } });
  expect(namesIn(list)).toEqual(['Dov Lima']);
  await app.refetchUser(id);
  expect(namesIn(list)).toEqual(['David Lima']);
});

test('introspection with a key tells what the one file tells', async () => {
  const { data } = await caller(service.url, viewerKey)(getIntrospectionQuery({ inputValueDeprecation: true }));
  const asked = buildClientSchema(data as never);
  const file = buildSchema(readFileSync(new URL('../../schema/generated/schema.graphql', import.meta.url), 'utf8'));
  expect(printSchema(lexicographicSortSchema(asked))).toBe(printSchema(lexicographicSortSchema(file)));
});
