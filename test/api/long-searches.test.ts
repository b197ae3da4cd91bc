import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect } from '../../src/database/engine/connection.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// More users than a search walks through before it asks its index.

const USERS = 12_000;
const PAGE = 20;

const service = useService();
let project: Project;
let small: Project;

/** Seconds at first, behind all whom a first walk reads days, months and years: four in all. */
const AGE = sql`(place / 60.0 + pow(greatest(place - 5000, 0), 2) * 0.043) * interval '1 minute'`;

// Called by their place from the newest; the words say who has them.
const WORDS: [name: string, word: string, has: string][] = [
  ['in every tenth', 'tenth', 'place % 10 = 0'],
  ['in one of four hundred', 'seldom', 'place % 400 = 0'],
  ['in one of a hundred and ninety, nearly as many as are counted', 'nearly', 'place % 190 = 0'],
  ['in one of two thousand', 'rare', 'place % 2000 = 0'],
  ['in the newest few and then in none', 'newest', 'place <= 12'],
  ['in the oldest alone', 'oldest', `place > ${USERS - 50}`],
  ['in many, of whom the newest came days ago', 'daysago', 'place > 5150 and place % 5 = 0'],
  ['in many, of whom the newest came months ago', 'monthsago', 'place > 7000 and place % 4 = 0'],
  [
    'in some of the newest and many who came days before',
    'bothdays',
    'place <= 11 or (place > 5150 and place % 5 = 0)',
  ],
  ['in many of the oldest alone, of years ago', 'yearsago', `place > ${USERS - 1500}`],
  ['in many of the oldest and few others', 'ancient', `place in (5100, 5900, 7400) or place > ${USERS - 1200}`],
  ['in many, of whom the oldest came long after all others', 'lately', 'place < 6200 and place % 11 = 0'],
  ['on both sides of where the first walk ends', 'middle', 'place between 4990 and 5011'],
  ['in nobody', 'nobody', 'false'],
  ['in everybody', 'thequickbrownfoxjumpsoverthelazydog', 'true'],
];

beforeAll(async () => {
  project = await service.project();
  await addUsers(project, USERS);
  small = await service.project();
  await addUsers(small, 800);
});

async function addUsers({ id, production }: Project, users: number) {
  const words = WORDS.map(([, word, has]) => `case when ${has} then ' ${word}' else '' end`).join(' || ');
  // As their owner, whose statements may take long.
  const owner = connect(service.connectionString);
  await owner.transaction().execute(async (tx) => {
    await sql`
      insert into users (project_id, id, phone_number, phone_key, first_name, last_name, search_text, name_key, creation_source, created_at)
      select ${id}::uuid, gen_random_uuid(), '+1555' || 2000000 + place, '+1555' || 2000000 + place, 'P' || place, 'X',
        'p' || place || 'x' || ${sql.raw(words)}, 'p' || place, 'INVITED', timestamptz '2020-01-01' - ${AGE}
      from generate_series(1, ${users}::int) as place`.execute(tx);
    await sql`insert into user_environments (project_id, user_id, environment_id)
      select project_id, id, ${production}::uuid from users where project_id = ${id}`.execute(tx);
  });
  await owner.destroy();
}

test.each(WORDS)(
  'a word that is %s is found newest first and oldest first, counted, and paged through',
  async (_, word, has) => {
    const { rows } = await sql<{ place: number }>`
    select place::int from generate_series(1, ${USERS}) as place where ${sql.raw(has)} order by place`.execute(
      service.db,
    );
    const expected = rows.map(({ place }) => `P${place}`);
    const found = await read(word, undefined, expected.length);
    expect(found).toEqual(expected.slice(0, found.length));
    expect(found.length).toBeGreaterThanOrEqual(Math.min(expected.length, 100));
    const oldest = await read(word, { field: 'CREATED_AT', direction: 'ASC' }, expected.length);
    expect(oldest).toEqual(expected.toReversed().slice(0, oldest.length));
    expect(oldest.length).toBeGreaterThanOrEqual(Math.min(expected.length, 100));
    // Either all whom it finds begin with the term, or all have it inside: that is one list each time.
    for (const search of [word, word.slice(1)]) {
      const best = await read(search, { field: 'RELEVANCE', direction: 'DESC' }, expected.length);
      expect(best).toEqual(found);
    }
  },
);

test.each([
  ['newest first', undefined],
  ['best first', { field: 'RELEVANCE', direction: 'DESC' }],
])('whom a page finds %s, a few among many, it has counted too', async (_, orderBy) => {
  const statements = (search: string, fields: string) => {
    const document = `query ($id: ID!, $search: String, $orderBy: UserOrder) { project(id: $id) {
      users(first: ${PAGE}, search: $search, orderBy: $orderBy) { ${fields} nodes { firstName } } } }`;
    return service.countStatements(() => project.viewer(document, { id: project.id, search, orderBy }));
  };
  for (const search of ['rare', 'oldest', 'nobody']) {
    expect(await statements(search, 'totalCount')).toBe(await statements(search, ''));
  }
});

test.each([
  ['more users than a first walk reads', () => project, USERS],
  ['fewer', () => small, 800],
])('a search of many words that everybody meets is counted in time, where there are %s', async (_, of, all) => {
  const document = `query ($id: ID!, $search: String) { project(id: $id) {
    users(search: $search) { exact: totalCount counted: totalCount(upTo: 1001) } } }`;
  const { data, errors } = await of().viewer(document, {
    id: of().id,
    search: [...'abcdefghijklmnopqrstuvwxyz'].join(' '),
  });
  expect(errors).toBeUndefined();
  expect(data.project?.users).toEqual({ exact: all, counted: Math.min(all, 1001) });
});

async function read(search: string, orderBy: object | undefined, expectedCount: number): Promise<unknown[]> {
  const document = `query ($id: ID!, $search: String, $orderBy: UserOrder, $after: String) { project(id: $id) {
    users(first: ${PAGE}, after: $after, search: $search, orderBy: $orderBy) {
      exact: totalCount counted: totalCount(upTo: 7) further: totalCount(upTo: 65) nodes { firstName } pageInfo { hasNextPage endCursor } } } }`;
  const found: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await project.viewer(document, { id: project.id, search, orderBy, after });
    const users = data.project?.users as unknown as {
      exact: number;
      counted: number;
      further: number;
      nodes: { firstName: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    expect([users.exact, users.counted, users.further]).toEqual([
      expectedCount,
      ...[7, 65].map((upTo) => Math.min(upTo, expectedCount)),
    ]);
    found.push(...users.nodes.map(({ firstName }) => firstName));
    if (!users.pageInfo.hasNextPage || found.length > 100) return found;
    after = users.pageInfo.endCursor;
  }
}
