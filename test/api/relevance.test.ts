import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CreateUserInput, UserConnection } from '../../src/graphql/generated/types.ts';
import { DELETE_USER, LIST_USERS, SELF_REGISTER, UPDATE_USER } from '../support/documents.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

/** Oldest first: by time alone, whoever begins with a term would mostly come behind those who have it inside. */
const PEOPLE: Partial<CreateUserInput>[] = [
  { firstName: 'Ana', lastName: 'Lima', email: 'first@x.com', phoneNumber: '+447911123456' },
  { firstName: 'Rosa', middleName: 'Ána', lastName: 'Costa', email: 'lima.c@x.com', phoneNumber: '+15551234567' },
  { firstName: 'Jo', lastName: 'Dos (Anjos)', phoneNumber: '+4915112340002' },
  { firstName: 'Mariana', lastName: 'Silva', email: 'x.ana@y.es', phoneNumber: '+15554479110' },
  { firstName: 'Joana', lastName: 'Kalima', phoneNumber: '+5215512345678' },
];
const SENDERS = [
  { channel: 'TELEGRAM', externalId: '7911222333' },
  { channel: 'SLACK', externalId: 'T0ABC12:U0ANA34' },
];

beforeAll(async () => {
  project = await service.project();
  for (const person of PEOPLE) await project.user(person);
  for (const sender of SENDERS) {
    await project.gateway(SELF_REGISTER, { input: { environmentId: project.production, sender } });
  }
});

const orderBy = { field: 'RELEVANCE', direction: 'DESC' };
type Page = Record<string, unknown>;
const ask = (page: Page, of = project) => of.viewer(LIST_USERS, { id: of.id, orderBy, ...page });
async function list(page: Page, of = project): Promise<UserConnection> {
  const { data } = await ask(page, of);
  if (!data?.project) throw new Error('no answer');
  return data.project.users;
}
const idsOf = ({ edges }: UserConnection) => edges.map(({ node }) => node.id);
const namesOf = ({ edges }: UserConnection) => edges.map(({ node }) => node.fullName.split(' ')[0]);

test.each([
  ['a first name, a middle name in other writing', 'ana', ['Rosa', 'Ana', 'Joana', 'Mariana']],
  ['all of a name', 'ana lima', ['Rosa', 'Ana', 'Joana']],
  ['a name and an address', 'lima rosa', ['Rosa']],
  ['a name with one part, with another not', 'ana ima', ['Joana', 'Rosa', 'Ana']],
  ['a second word of a name, with its bracket', '(anj', ['Jo']],
  ['an address', 'x.', ['Mariana', 'Rosa', 'Ana']],
  ['what follows an @', '@x', ['Rosa', 'Ana']],
  ['a number with its country code', '4479', ['Ana', 'Mariana']],
  ['a number with + and spaces', '+44 79', ['Ana', 'Mariana']],
  ['a number with 00', '0044 79', ['Ana', 'Mariana']],
  ['a number without its country code', '555', ['Mariana', 'Rosa']],
  ['a number as it is dialled at home', '07911', ['Ana', 'Mariana']],
  ['a number of which the first digits stand in brackets', '(7911)', ['Ana', 'Mariana']],
  ['an id, and a number', '7911', ['7911222333', 'Ana', 'Mariana']],
  ['several parts that are one number', '55 1234', ['Joana', 'Rosa']],
  ['the other writing of a whole number', '525512345678', ['Joana']],
  ['a number with (0) behind its code', '+44 (0)791', ['Ana', 'Mariana']],
  ['a whole number as it is dialled at home', '07911 123456', ['Ana']],
  ['the end of a number', '9110', ['Mariana']],
  ['an id on Slack from the user’s part', 'u0a', ['T0ABC12:U0ANA34']],
  ['a comma between the names', 'Lima,Ana', ['Rosa', 'Ana', 'Joana']],
])('Whoever begins with the term comes before the others, each newest first: %s', async (_, search, expected) => {
  const best = await list({ search });
  expect(namesOf(best)).toEqual(expected);
  const newest = await list({ search, orderBy: undefined });
  expect(best.totalCount).toBe(newest.totalCount);
  const byId = ({ edges }: UserConnection) => new Map(edges.map(({ node, matches }) => [node.id, matches]));
  expect(byId(best)).toEqual(byId(newest));
});

test('Whose number is the searched one comes before whose number ends as it does', async () => {
  const own = await service.project();
  for (const phoneNumber of ['+447911123456', '+4917911123456']) await own.user({ phoneNumber });
  const numbersOf = ({ edges }: UserConnection) => edges.map(({ node }) => node.phoneNumber);
  for (const search of ['07911 123456', '7911123456', '+447911123456']) {
    const best = await list({ search }, own);
    expect(numbersOf(best)).toEqual(search.startsWith('+') ? ['+447911123456'] : ['+447911123456', '+4917911123456']);
    expect(best.totalCount).toBe(best.edges.length);
  }
});

describe('The order by relevance', () => {
  test.each([undefined, null, '', ' \u200B\t'])(
    'is the default order where nothing is searched: %j',
    async (search) => {
      const ids = idsOf(await list({ search }));
      expect(ids).toHaveLength(PEOPLE.length + SENDERS.length);
      expect(ids).toEqual(idsOf(await list({ search, orderBy: undefined })));
      const { pageInfo } = await list({ search, first: 3 });
      expect(idsOf(await list({ search, after: pageInfo.endCursor }))).toEqual(ids.slice(3));
    },
  );

  test('is descending alone', async () => {
    for (const search of ['ana', undefined]) {
      expect(errorCode(await ask({ search, orderBy: { field: 'RELEVANCE', direction: 'ASC' } }))).toBe(
        'BAD_USER_INPUT',
      );
    }
  });

  test('takes no cursor of another order or search, nor gives them one', async () => {
    const other = await service.project('Other');
    await other.user(PEOPLE[0]);
    const own = (await list({ search: 'ana', first: 1 })).edges[0]?.cursor;
    const newest = (await list({ search: 'ana', first: 1, orderBy: undefined })).edges[0]?.cursor;
    const code = async (page: Page, of = project) => errorCode(await ask({ search: 'ana', after: own, ...page }, of));
    expect(await code({})).toBeUndefined();
    for (const page of [{ orderBy: undefined }, { after: newest }, { search: 'an' }, { filter: { hasEmail: true } }]) {
      expect([page, await code(page)]).toEqual([page, 'BAD_USER_INPUT']);
    }
    expect(await code({}, other)).toBe('BAD_USER_INPUT');
  });

  test('goes with filters, and with bounds on both sides of where the others begin', async () => {
    const found = async (page: Page) => namesOf(await list({ search: 'ana', ...page }));
    expect(await found({ filter: { hasEmail: true } })).toEqual(['Rosa', 'Ana', 'Mariana']);
    const cursors = (await list({ search: 'ana' })).edges.map(({ cursor }) => cursor);
    const [first, , third, last] = cursors;
    expect(await found({ first: 5, after: first, before: last })).toEqual(['Ana', 'Joana']);
    expect(await found({ last: 5, after: first, before: last })).toEqual(['Ana', 'Joana']);
    expect(await found({ last: 2, before: third })).toEqual(['Rosa', 'Ana']);
  });
});

// Begins with "an" or has it inside, or not at all; each name is somebody's second, too.
const NAMES = ['Ana', 'Joana', 'Bo', 'Xan Ann', 'Mo Andy', 'Hanna'];
const isFound = (name: string) => /an/i.test(name);
const begins = (name: string) => name.split(' ').some((word) => /^an/i.test(word));

const write = fc.oneof(
  fc.record({ what: fc.constant('add' as const), name: fc.constantFrom(...NAMES) }),
  fc.record({ what: fc.constant('rename' as const), name: fc.constantFrom(...NAMES), whom: fc.nat(30) }),
  fc.record({ what: fc.constant('delete' as const), name: fc.constant(''), whom: fc.nat(30) }),
);

test('Pages skip and repeat nobody while others write, and then are one list both ways', async () => {
  const plan = fc.record({
    people: fc.array(fc.constantFrom(...NAMES), { minLength: 4, maxLength: 9 }),
    size: fc.integer({ min: 1, max: 3 }),
    isBackward: fc.boolean(),
    writes: fc.array(write, { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ people, size, isBackward, writes }) => {
      const busy = await service.project('Busy');
      /** Oldest first. */
      const known: { id: string; name: string; isTouched: boolean }[] = [];
      const add = async (name: string) => {
        const { id } = await busy.user({ firstName: name, lastName: 'Lo' });
        known.push({ id, name, isTouched: false });
      };
      for (const name of people) await add(name);
      const atStart = known.map(({ id }) => id);

      const expected = () => {
        const found = known.filter(({ name }) => isFound(name)).reverse();
        return [...found.filter(({ name }) => begins(name)), ...found.filter(({ name }) => !begins(name))];
      };
      const apply = async (change: (typeof writes)[number]) => {
        if (change.what === 'add') return add(change.name);
        const user = known[change.whom % Math.max(1, known.length)];
        if (!user) return;
        user.isTouched = true;
        if (change.what === 'delete') {
          await busy.member(DELETE_USER, { input: { id: user.id } });
          known.splice(known.indexOf(user), 1);
        } else {
          await busy.member(UPDATE_USER, { input: { id: user.id, firstName: change.name } });
          user.name = change.name;
        }
      };
      const walk = async (isBackward: boolean, between: () => Promise<void>) => {
        const seen: string[] = [];
        for (let cursor: unknown = null; ; ) {
          const place = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
          const page = await list({ search: 'an', ...place }, busy);
          if (isBackward) seen.unshift(...idsOf(page));
          else seen.push(...idsOf(page));
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
          if (!(isBackward ? hasPreviousPage : hasNextPage)) return seen;
          cursor = isBackward ? startCursor : endCursor;
          await between();
        }
      };

      const seen = await walk(isBackward, async () => {
        for (const change of writes.splice(0, 2)) await apply(change);
      });
      // Whoever is renamed may move past the place of the reader, as in any order; nobody else may.
      const untouched = expected().filter(({ id, isTouched }) => !isTouched && atStart.includes(id));
      const ids = untouched.map(({ id }) => id);
      expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
      const quiet = async () => {};
      const whole = expected().map(({ id }) => id);
      expect([await walk(false, quiet), await walk(true, quiet)]).toEqual([whole, whole]);
    }),
    { numRuns: 6, seed: 5 },
  );
}, 60_000);
