import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePeople } from '../../src/commands/demo/people.ts';
import type { UserFilter } from '../../src/graphql/generated/types.ts';
import { type Call, caller } from '../support/service.ts';
import { hasTerminal } from '../support/service-process.ts';
import { createSite } from '../support/site.ts';

const site = createSite();
let call: Call;
let url: string;

beforeAll(async () => {
  url = await site.startService();
  const { output } = await site.run('access-key', ['create', '--name', 'Console', '--role', 'ADMINISTRATOR']);
  call = caller(url, output.trim());
});

afterAll(() => site.close());

const COUNT = `query ($id: ID!, $filter: UserFilter) { project(id: $id) { users(filter: $filter) { totalCount } } }`;
const READ = `query ($id: ID!) { project(id: $id) {
  name
  environments { type userCount }
  users(first: 100) { nodes {
    fullName creationSource createdAt updatedAt version environments { type } channelIdentities { externalId }
  } }
  auditEvents(first: 1) { nodes { action actorName } }
} }`;

async function count(id: string, filter: UserFilter = {}): Promise<number> {
  const { data } = await call(COUNT, { id, filter });
  return data.project?.users.totalCount ?? 0;
}

describe('npm run demo', () => {
  it('fills a new project with users of every kind, whom the running service serves at once', async () => {
    const made = await site.run('demo', ['--users', '1200', '--seed', '7']);
    expect(made).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^1200 users are in .* "Demo" \(--seed 7\)/),
    });
    const id = projectOf(made.output);
    expect(await count(id)).toBe(1200);
    for (const filter of [{ creationSource: 'INVITED' }, { hasPhoneNumber: false }, { hasEmail: true }] as const) {
      expect(await count(id, filter)).toBeGreaterThan(50);
      expect(await count(id, filter)).toBeLessThan(1000);
    }
    const { project } = (await call(READ, { id })).data;
    const sizes = Object.fromEntries(project?.environments.map(({ type, userCount }) => [type, userCount]) ?? []);
    expect(sizes.PRODUCTION).toBeGreaterThan(900);
    expect(Math.min(sizes.DEVELOPMENT ?? 0, sizes.STAGING ?? 0)).toBeGreaterThan(10);
    expect(project?.users.nodes).toHaveLength(100);
    for (const user of project?.users.nodes ?? []) {
      expect(user).toMatchObject({ version: 1, updatedAt: user.createdAt });
      expect(user.fullName).not.toBe('');
      expect(user.environments).not.toEqual([]);
      expect(user.channelIdentities).toHaveLength(user.creationSource === 'SELF_REGISTERED' ? 1 : 0);
    }
    expect(project?.auditEvents.nodes).toEqual([{ action: 'USER_CREATED', actorName: 'demo data' }]);
  });

  (hasTerminal ? it : it.skip)(
    "prints the page's address for them, and only to a terminal one that signs in",
    async () => {
      const words = ['--users', '1', '--seed', '9'];
      const environment = { PORT: '4321' };
      const made = await site.run('demo', words, environment);
      expect(made.output).toContain(`  Page  http://localhost:4321/projects/${projectOf(made.output)}/users\n`);
      const { output } = await site.run('demo', words, environment, { hasTerminal: true });
      const key = /users#key=(umk_[\w-]+)/.exec(output)?.[1] ?? '';
      const viewer = await caller(url, key)('{ viewer { role } }');
      expect(viewer.data.viewer.role).toBe('ADMINISTRATOR');
    },
  );

  it('adds to a project that has users; nobody whom it knows already', async () => {
    const id = projectOf((await site.run('demo', ['--users', '300', '--seed', '8'])).output);
    expect(await site.run('demo', ['--users', '300', '--seed', '8', '--project', id])).toMatchObject({ status: 0 });
    expect(await count(id)).toBe(600);
  });

  it('makes the same people from the same seed, from everywhere', () => {
    const everywhere = [{ id: 'p', type: 'PRODUCTION' as const }];
    const names = (seed: number) => {
      const people = makePeople(everywhere, seed);
      return Array.from({ length: 500 }, () => people.next().value).map((one) => `${one.firstName} ${one.phoneNumber}`);
    };
    expect(names(3)).toEqual(names(3));
    expect(names(3)).not.toEqual(names(4));
    for (const script of [
      /\p{Script=Latin}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Han}/u,
      /\p{Script=Hangul}/u,
    ]) {
      expect(names(3).some((name) => script.test(name))).toBe(true);
    }
  });

  it('refuses a project that is not there, and tells each bad option on a line of its own', async () => {
    const lost = await site.run('demo', ['--project', '0199c2a4-5b1e-7c3d-8f00-0123456789ab']);
    expect(lost).toMatchObject({ status: 1, errors: '--project: There is no such project\n' });
    const bad = await site.run('demo', ['--users', 'many', '--project', '7', '--seed', '-1']);
    expect(bad.status).toBe(64);
    expect(bad.errors.split('\n').slice(0, 3)).toEqual([
      '--users must be a whole number from 1 to 20000000',
      '--project must be an id',
      '--seed must be a whole number from 0 to 4294967296',
    ]);
  });
});

function projectOf(output: string): string {
  return /[0-9a-f-]{36}/.exec(output)?.[0] ?? '';
}
