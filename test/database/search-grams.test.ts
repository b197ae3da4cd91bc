import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { cases } from '../support/cases.ts';
import { createDatabase } from '../support/database.ts';

const MARK_OF_ID = '\u0531';
const BEGINNINGS = [1, 2, 3, 4, 6, 8, 12, 16];

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: await createDatabase() });
  await client.connect();
});
afterAll(() => client.end());

/** What must be found of a searched text: of each line up to its first id all pieces of one to three letters, of each id some beginnings. */
function piecesOf(searched: string): string[] {
  const pieces = searched.split('\n').flatMap((line) => {
    const [plain = [], ...ids] = line.split(MARK_OF_ID).map((part) => [...part]);
    return [
      ...[1, 2, 3].flatMap((length) => [...plain.keys()].map((at) => plain.slice(at, at + length).join(''))),
      ...ids.flatMap((id) =>
        BEGINNINGS.filter((length) => length <= id.length).map((length) => MARK_OF_ID + id.slice(0, length).join('')),
      ),
    ];
  });
  return [...new Set(pieces)];
}

const letter = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('\n', ' ', MARK_OF_ID, 'a', 'b', '@', 'A', '0', '%', '_', '\\') },
  { weight: 2, arbitrary: fc.constantFrom('é', 'e\u0301', 'ß', '李', '👩🏽', '\u{10ffff}', 'ا', '\r', '\t', '\u2028') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);
const searchedText = fc
  .oneof(
    fc.array(letter, { maxLength: 60 }),
    fc.array(
      fc.oneof(
        fc.constant('\n'),
        fc.constant('\n '),
        fc.stringMatching(/^[a-z ]{0,3}$/),
        fc.stringMatching(/^\u0531[A-Z]{0,20}$/),
      ),
      {
        maxLength: 12,
      },
    ),
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

test('the index knows of a text exactly its pieces of one to three letters within a line, and the beginnings of its ids', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), searchedText, async (projectId, searched) => {
      const { rows } = await client.query(
        `select
          array(select distinct gram from unnest(search_grams($1, $2)) as gram order by 1) as known,
          array(select distinct (hashtextextended(piece, uuid_hash_extended($1, 0)) & 2147483647)::int
            from unnest($3::text[]) as piece order by 1) as pieces`,
        [projectId, searched, piecesOf(searched)],
      );
      expect(rows[0].known).toEqual(rows[0].pieces);
    }),
    cases(1500, 3),
  );
});

test('whatever part of a line or start of an id is looked for, the index knows the text by all that it is looked for by', async () => {
  const wanted = fc
    .tuple(searchedText, fc.nat(), fc.nat(), fc.nat())
    .map(([searched, line, from, length]) => ({ searched, part: cutOut(searched, { line, from, length }) }))
    .filter(({ part }) => part !== '');
  await fc.assert(
    fc.asyncProperty(fc.uuid(), wanted, async (projectId, { searched, part }) => {
      const { rows } = await client.query(
        'select search_grams($1, $2) @> search_grams_of_part($1, $3) as is_known, cardinality(search_grams_of_part($1, $3)) as grams',
        [projectId, searched, part],
      );
      expect(rows[0].is_known).toBe(true);
      expect(rows[0].grams).toBeGreaterThan(0);
    }),
    cases(1500, 3),
  );
});

/** A piece of a line before its ids, or the start of one of its ids. */
function cutOut(searched: string, chosen: { line: number; from: number; length: number }): string {
  const pieces = searched.split('\n').flatMap((line) => {
    const [plain = '', ...ids] = line.split(MARK_OF_ID);
    return [[...plain], ...ids.map((id) => [MARK_OF_ID, ...id])];
  });
  const piece = pieces[chosen.line % pieces.length] ?? [];
  const isId = piece[0] === MARK_OF_ID;
  const from = isId || piece.length === 0 ? 0 : chosen.from % piece.length;
  const length = (chosen.length % (piece.length - from + 1)) + (isId ? 1 : 0);
  const cut = piece.slice(from, from + Math.max(length, 1));
  return cut.join('') === MARK_OF_ID ? '' : cut.join('');
}
