import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { chunksOf, type ImportOptions } from '../../src/contact-files/chunks.ts';
import { rearm, toCsvLine } from '../../src/contact-files/csv-line.ts';
import { problemFile } from '../../src/contact-files/problem-file.ts';
import type { GoodRow, UserRow } from '../../src/contact-files/rows.ts';
import { bytes, read } from './reading.ts';

const OPTIONS: ImportOptions = { projectId: 'p', ifExisting: 'SKIP', environmentIds: ['dev'] };

function good(row: UserRow): GoodRow {
  return { record: { line: 1, cells: [], isUnclosed: false }, row };
}

describe('the requests of an import', () => {
  it('hold 500 rows and 200 kB at most, every row once and in order', () => {
    const rows = Array.from({ length: 1801 }, (_, at) =>
      good({ firstName: `${at}`, lastName: 'ü'.repeat(at % 3 ? 1 : 450) }),
    );
    const chunks = [...chunksOf(rows, OPTIONS)];
    expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(rows);
    for (const chunk of chunks) {
      expect(chunk.rows.length).toBeLessThanOrEqual(500);
      expect(Buffer.byteLength(JSON.stringify(chunk.rows.map(({ row }) => row)))).toBeLessThanOrEqual(200_002);
    }
  });

  it('have keys that are the same for the same file and options, and differ for any other', () => {
    const rows = Array.from({ length: 1000 }, () => good({ phoneNumber: '+34600111222' }));
    const keysOf = (options: ImportOptions, others = rows) =>
      [...chunksOf(others, options)].map((chunk) => chunk.idempotencyKey);
    const keys = keysOf(OPTIONS);
    expect(keysOf(OPTIONS)).toEqual(keys);
    const others = [
      ...keys,
      ...keysOf({ ...OPTIONS, projectId: 'q' }),
      ...keysOf({ ...OPTIONS, ifExisting: 'UPDATE' }),
      ...keysOf({ ...OPTIONS, environmentIds: [] }),
      ...keysOf(OPTIONS, rows.slice(1)).slice(1),
    ];
    expect(new Set(others).size).toBe(others.length);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(200);
  });
});

describe('a cell that is written', () => {
  it('is no formula, wherever a spreadsheet divides the line, and is read back as it was', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\'";,|\t\r\n aé＝'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const line = toCsvLine(cells);
        expect(line).not.toMatch(/(^|[,;|\t\r\n])"*[=+\-@＝]/);
        const { data } = Papa.parse<string[]>(line, { delimiter: ',', newline: '\r\n' });
        expect(data[0]?.map(rearm)).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the file of bad rows', () => {
  it('has the columns of the file and the reason, and is imported again as it is', async () => {
    const file = 'Vorname;Name;Handy;Umgebung\r\n=Ana;"Li;ma";+34600111222;Prodution\r\n';
    const { file: opened, problems } = await read(bytes(file));
    expect(problems).toHaveLength(1);
    const [record] = [...opened.records()].flat();
    if (!record) throw new Error('no record');
    const text = [...problemFile(opened.columns, [{ record, problem: 'There is no environment "Prodution"' }])].join(
      '',
    );
    expect(text).toBe(
      '\ufeffVorname,Name,Handy,Umgebung,problem\r\n' +
        '\'=Ana,"Li;ma",\'+34600111222,Prodution,"There is no environment ""Prodution"""\r\n',
    );
    const mended = await read(bytes(text.replace('Prodution,', 'Production,')));
    expect(mended.file.columns.filter(({ isKnown }) => !isKnown)).toEqual([]);
    const row = { firstName: '=Ana', lastName: 'Li;ma', phoneNumber: '+34600111222', environmentIds: ['prod'] };
    expect([mended.rows, mended.problems]).toEqual([[row], []]);
    expect([...problemFile(mended.file.columns, [])]).toEqual(['\ufeffVorname,Name,Handy,Umgebung,problem\r\n']);
  });
});
