import { describe, expect, it, jest } from '@jest/globals';
import { columnsByHeader, FIELDS } from '../../src/contact-files/columns.ts';
import { openContactFile } from '../../src/contact-files/contact-file.ts';
import { bytes, read } from './reading.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const XLSX = bytes('PK\x03\x04\x14\0\x06\0\b\0\0\0!\0[Content_Types].xml');

describe('what is no list of people is refused with a word of what it is', () => {
  it.each([
    ['PICTURE', 'a picture', PNG],
    ['PICTURE', 'a photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe1])],
    ['PDF', 'a PDF', bytes('%PDF-1.7\n')],
    ['SPREADSHEET', 'Excel', XLSX],
    ['ARCHIVE', 'a zip', bytes('PK\x03\x04\x14\0\0\0contacts.csv')],
    ['WEB_PAGE', 'a web page', bytes('\n<!DOCTYPE html><html>')],
    ['EMPTY', 'nothing', bytes('')],
    ['EMPTY', 'white space', bytes('\ufeff \r\n\r\n')],
    ['NO_ROWS', 'a header alone', bytes('first_name,phone_number\n')],
    ['NOT_TEXT', 'a program', new Uint8Array(5000).map((_, at) => (at * 7) % 256)],
    ['NOT_TEXT', 'a letter', bytes('Dear Ana,\nhow are you?\n'.repeat(3).replaceAll(',', ''))],
  ])('%s: %s', (code, _what, file) => {
    expect(() => openContactFile(file)).toThrow(expect.objectContaining({ name: 'ContactFileError', code }));
  });
});

describe('columns', () => {
  it.each([
    ['English', 'Phone number|E-mail|First name|Middle name|Last name|Full name|Environments|channel_identities'],
    ['Spanish', 'Teléfono móvil|Correo electrónico|Primer nombre|Segundo nombre|Apellidos|Nombre completo|Entornos|'],
    ['Portuguese', 'Celular|E-mail|Primeiro nome|Nome do meio|Sobrenome|Nome completo|Ambientes|'],
    ['German', 'Telefonnummer|E-Mail-Adresse|Vorname|Zweiter Vorname|Nachname|Vollständiger Name|Umgebungen|'],
    ['Arabic', 'رقم الهاتف|البريد الإلكتروني|الاسم الأول|الاسم الأوسط|اسم العائلة|الاسم الكامل|البيئات|'],
  ])('are known by their names in %s', (_language, headers) => {
    const named = headers.split('|');
    const fields = columnsByHeader(named).map(({ field }) => field);
    expect(fields).toEqual(FIELDS.map((field, at) => (named[at] === '' ? null : field)));
  });

  it('are known by what is in them where there is no header, and the first row is kept', async () => {
    const { file, rows } = await read(bytes('Ana,Lima,+55 11 91234-5678,ana@example.com\nBo,Ek,+46 70 123 45 67,\n'));
    expect(file.hasHeader).toBe(false);
    expect(rows).toEqual([
      { firstName: 'Ana', lastName: 'Lima', phoneNumber: '+55 11 91234-5678', email: 'ana@example.com' },
      { firstName: 'Bo', lastName: 'Ek', phoneNumber: '+46 70 123 45 67' },
    ]);
    expect((await read(bytes('+55 11 91234-5678\n+46 70 123 45 67\n'))).rows).toHaveLength(2);
  });

  it('called "Name" alone are whole names, beside a first name the last one', async () => {
    expect((await read(bytes('Nombre;Teléfono\nAna María Lima;+34600111222\n'))).rows).toEqual([
      { firstName: 'Ana María', lastName: 'Lima', phoneNumber: '+34600111222' },
    ]);
    expect((await read(bytes('Vorname,Name,Handy\nAna,Lima,+34600111222\n'))).rows).toMatchObject([
      { lastName: 'Lima' },
    ]);
  });

  it('that nobody knows are not read', async () => {
    const { file, rows } = await read(bytes('phone,Password\n+34600111222,hunter2\n'));
    expect(file.columns[1]).toEqual({ header: 'Password', field: null, isKnown: false });
    expect(rows).toEqual([{ phoneNumber: '+34600111222' }]);
  });
});

describe('a row that cannot be sent is told, with its line, and the others are read', () => {
  const HEADER = 'first_name,last_name,phone_number,environments,channel_identities\n';
  const GOOD = 'Ana,Lima,+34600111222,,\n';
  const problemsOf = async (row: string) => {
    const { rows, problems } = await read(bytes(HEADER + GOOD + row));
    expect(rows).toContainEqual({ firstName: 'Ana', lastName: 'Lima', phoneNumber: '+34600111222' });
    return problems;
  };

  it.each([
    ['a cell of 3 MB', `${'x'.repeat(3_000_000)},Ek,+46701234567,,\n${GOOD}`, 'first_name is longer than it can be'],
    ['a NUL', `B\0o,Ek,+46701234567,,\n`, 'first_name contains a NUL character'],
    ['a comma too many', `Bo,Ek, Jr,+46701234567,,x\n`, /^There are more cells than columns/],
    ['a quotation mark left open', `"Bo,Ek,+46701234567,,\n${GOOD}`, /^A quotation mark.*never closed/],
    [
      'an unknown environment',
      'Bo,Ek,+46701234567,Prodution;dev,\n',
      'There is no environment "Prodution". There is no environment "dev"',
    ],
    ['no id', 'Bo,Ek,,,FAX:1;TELEGRAM:5\n', /^"FAX:1" is not an id on a channel/],
  ])('%s', async (_what, row, problem) => {
    expect(await problemsOf(row)).toEqual([
      [3, typeof problem === 'string' ? problem : expect.stringMatching(problem)],
    ]);
  });

  it('but short rows and blank ones are nothing bad, and lines in quotes are counted', async () => {
    const { rows, problems } = await read(bytes(`${HEADER}"Ana\nMaria",Lima\n\n,,,,\r\nBo\n"C",D,1,nowhere\n`));
    expect(rows.map(({ firstName }) => firstName)).toEqual(['Ana\nMaria', 'Bo']);
    expect(problems).toEqual([[7, 'There is no environment "nowhere"']]);
  });

  it('a card that is not closed, or is broken in a line', async () => {
    const cards = 'BEGIN:VCARD\nN:Lima;Ana\nrubbish\nTEL:+34600111222\nEND:VCARD\nBEGIN:VCARD\nN:Ek;Bo\n';
    const { rows, problems } = await read(bytes(cards));
    expect(rows).toEqual([{ firstName: 'Ana', lastName: 'Lima', phoneNumber: '+34600111222' }]);
    expect(problems).toEqual([[6, expect.stringMatching(/never closed/)]]);
  });
});

describe('our own export', () => {
  it('is read as it was written: names of environments, ids on channels, and no apostrophe that export put in front', async () => {
    const header =
      'phone_number,email,first_name,middle_name,last_name,environments,channel_identities,creation_source,created_at,last_seen_at,id';
    const row = `'+34600111222,'@x@example.com,'=1+1,''-,O'Neil,"Development;Lab; west;production","TELEGRAM:123;SLACK:T1:U1",INVITED,2026-01-01T00:00:00.000Z,,01a2`;
    const { file, rows } = await read(bytes(`\ufeff${header}\r\n${row}\r\n`));
    expect(file.columns.filter(({ isKnown }) => !isKnown)).toEqual([]);
    expect(rows).toEqual([
      {
        phoneNumber: '+34600111222',
        email: '@x@example.com',
        firstName: '=1+1',
        middleName: "'-",
        lastName: "O'Neil",
        environmentIds: ['dev', 'odd', 'prod'],
        channelIdentities: [
          { channel: 'TELEGRAM', externalId: '123' },
          { channel: 'SLACK', externalId: 'T1:U1' },
        ],
      },
    ]);
  });
});

describe('environments with a ; in their names', () => {
  const environments = ['A', 'B', 'A;B', 'C;D', 'D;E', 'E'].map((name) => ({ id: name, name }));
  const readCell = async (cell: string) => {
    const { rows, problems } = await read(bytes(`phone_number,environments\n+34600111222,"${cell}"\n`), environments);
    return problems[0]?.[1] ?? rows[0]?.environmentIds;
  };

  it('are read where there is one way to read them all', async () => {
    expect(await readCell('b;a')).toEqual(['B', 'A']);
    expect(await readCell('C;D;E')).toEqual(['C;D', 'E']);
    expect(await readCell('C;D;E;A')).toEqual(['C;D', 'E', 'A']);
    expect(await readCell('C;D;E;E')).toEqual(['C;D', 'E']);
    expect(await readCell('B;;D;E;')).toEqual(['B', 'D;E']);
  });

  it('are a problem of the row where there are two ways: nobody is let in elsewhere than they were', async () => {
    const told = '"A;B" can mean different environments: rename the one that has a ; in its name';
    expect(await readCell('A;B')).toBe(told);
    expect(await readCell('E;a;b')).toBe(told.replace('A;B', 'E;a;b'));
    expect(await readCell('A;B;X')).toBe('There is no environment "X"');
  });
});

describe('a large file', () => {
  it('is read without a timer, which would wait in a tab in the background, and everything else has its turn', async () => {
    const { setImmediate, clearImmediate } = globalThis;
    jest.useFakeTimers();
    let turns = 0;
    const count = () => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    try {
      const { rows } = await read(bytes(`phone\n${'+34600111222\n'.repeat(50_000)}`));
      expect(rows).toHaveLength(50_000);
      expect(turns).toBeGreaterThan(1);
    } finally {
      clearImmediate(next);
      jest.useRealTimers();
    }
  });
});
