import { beforeAll, expect, test } from '@jest/globals';
import type { Call, Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let reader: Call;

beforeAll(async () => {
  project = await service.project();
  for (let index = 0; index < 30; index += 1) {
    await project.user({ environmentIds: [project.development, project.production].slice(0, 1 + (index % 2)) });
    await project.gateway(`mutation ($input: SelfRegisterUserInput!) { selfRegisterUser(input: $input) { outcome } }`, {
      input: { environmentId: project.production, sender: { channel: 'TELEGRAM', externalId: String(1000 + index) } },
    });
  }
  reader = project.viewer;
  await reader('{ viewer { name } }');
});

test.each([
  [
    'a page of users with their environments and identities',
    5,
    `query ($id: ID!, $first: Int) { project(id: $id) { users(first: $first) { pageInfo { hasNextPage endCursor }
      nodes { fullName initials environments { name } channelIdentities { externalId } project { name } } } } }`,
  ],
  [
    'a searched page with its count and its matches',
    6,
    `query ($id: ID!, $first: Int) { project(id: $id) { users(first: $first, search: "lima") { totalCount(upTo: 1001)
      edges { node { fullName environments { name } } matches { field segments { text } } } } } }`,
  ],
  [
    'the trail with its users and their environments',
    6,
    `query ($id: ID!, $first: Int) { project(id: $id) { auditEvents(first: $first) {
      nodes { action user { fullName environments { name } } } } } }`,
  ],
  [
    'the settings of a project',
    7,
    `query ($id: ID!) { project(id: $id) { environments { name userCount } members { name }
      accessKeys { name project { name } environments { name } } } }`,
  ],
])('%s takes at most %i statements, however many it shows', async (_, most, document) => {
  const counts: number[] = [];
  for (const first of [5, 25]) {
    counts.push(await service.countStatements(() => reader(document, { id: project.id, first })));
  }
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeLessThanOrEqual(most);
});

test('a batch of access checks takes as many statements as a single one', async () => {
  const document = `query ($id: ID!, $senders: [SenderInput!]!) { checkAccessBatch(environmentId: $id, senders: $senders) {
    allowed user { fullName environments { name } } } }`;
  const senders = Array.from({ length: 30 }, (_, index) => ({ channel: 'TELEGRAM', externalId: String(1000 + index) }));
  // Not by a gateway, whose sightings would be written in between.
  const ask = (count: number) =>
    service.countStatements(() =>
      project.viewer(document, { id: project.production, senders: senders.slice(0, count) }),
    );
  expect(await ask(30)).toBe(await ask(1));
});
