import { describe, expect, it } from '@jest/globals';
import { read, sample } from './reading.ts';

const ANA = { firstName: 'Ana', lastName: 'Lima', phoneNumber: '+55 11 91234-5678', email: 'ana@example.com' };

describe('the file of a product is read without a word from its owner', () => {
  it('takes the first international number and the first address of Google Contacts, also behind " ::: "', async () => {
    const { file, rows } = await read(sample('google.csv'));
    expect(file).toMatchObject({ kind: 'CSV', encoding: 'UTF-8', separator: ',', hasHeader: true });
    expect(file.columns.filter(({ isKnown }) => !isKnown)).toEqual([]);
    expect(rows).toEqual([
      ANA,
      { firstName: 'José', middleName: 'María', lastName: 'Núñez', phoneNumber: '+34 612 345 678' },
    ]);
  });

  it('reads the columns that Google Contacts had before 2024, and splits a name that is only told whole', async () => {
    const { file, rows } = await read(sample('google-before-2024.csv'));
    expect(file.encoding).toBe('UTF-16LE');
    expect(file.columns.filter(({ isKnown }) => !isKnown)).toEqual([]);
    expect(rows).toEqual([
      { ...ANA, middleName: 'Maria' },
      { firstName: 'Omar Said', lastName: 'Haddad', phoneNumber: '+20 100 123 4567' },
    ]);
  });

  it('prefers the mobile number of Outlook, and reads its Windows-1252', async () => {
    const { file, rows } = await read(sample('outlook.csv'));
    expect(file.encoding).toBe('Windows-1252');
    expect(file.columns.filter(({ isKnown }) => !isKnown)).toEqual([]);
    const jürgen = { firstName: 'Jürgen', lastName: 'Müller', phoneNumber: '+49 170 1234567' };
    expect(rows).toEqual([{ ...jürgen, email: 'j.mueller@example.com' }]);
  });

  it('prefers the WhatsApp number of HubSpot, and tells the column that nobody knows', async () => {
    const { file, rows } = await read(sample('hubspot.csv'));
    expect(file.columns.filter(({ isKnown }) => !isKnown)).toEqual([
      { header: 'Favourite colour', field: null, isKnown: false },
    ]);
    const camille = { firstName: 'Camille', lastName: 'Durand', email: 'camille@example.com' };
    expect(rows).toEqual([{ ...camille, phoneNumber: '+33 6 12 34 56 78' }]);
  });

  it('reads what Excel saves: "sep=;" of a German one, UTF-16 with tabs of a Spanish one', async () => {
    const german = await read(sample('excel-german.csv'));
    expect(german.file).toMatchObject({ separator: ';', encoding: 'Windows-1252' });
    const käthe = { firstName: 'Käthe', lastName: 'Groß', phoneNumber: '+49 171 7654321' };
    expect(german.rows).toEqual([{ ...käthe, email: 'kaethe@example.com', environmentIds: ['prod'] }]);

    const spanish = await read(sample('excel-unicode.txt'));
    expect(spanish.file).toMatchObject({ separator: '\t', encoding: 'UTF-16LE' });
    expect(spanish.rows).toEqual([{ firstName: 'Íñigo', lastName: 'Peña', phoneNumber: '+34 600 111 222' }]);
  });

  it('reads vCards 2.1 of old phones: quoted-printable, bare parameters, folded photos', async () => {
    const { file, rows, problems } = await read(sample('phone-2-1.vcf'));
    expect([file.kind, problems]).toEqual(['VCARD', []]);
    const jürgen = { firstName: 'Jürgen', middleName: 'Karl', lastName: 'Müller', phoneNumber: '+49 170 1234567' };
    expect(rows).toEqual([
      { ...jürgen, email: 'juergen@example.com' },
      { firstName: 'Mamma', phoneNumber: '+39 347 1234567' },
    ]);
  });

  it('reads vCards 3.0 of an iPhone and 4.0, the preferred number first', async () => {
    expect((await read(sample('phone-3-0.vcf'))).rows).toEqual([
      { ...ANA, middleName: 'Maria' },
      { firstName: 'Seán', lastName: 'O;Neil', phoneNumber: '+353 85 123 4567' },
    ]);
    expect((await read(sample('phone-4-0.vcf'))).rows).toEqual([
      { firstName: 'عمر', lastName: 'حداد', phoneNumber: '+20-100-123-4567', email: 'omar@example.com' },
    ]);
  });
});
