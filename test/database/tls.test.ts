import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, connectForShortReads } from '../../src/database/engine/connection.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/postgres/embedded.ts';
import { createAuthority } from '../support/certificates.ts';
import { runToEnd } from '../support/service-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'users-management-tls-'));
const cluster = join(folder, 'postgres');
const [CA, OTHER_CA] = [join(folder, 'ca.crt'), join(folder, 'other.crt')];
let database: EmbeddedDatabase;
let superuser: pg.Client;

/** PostgreSQL with a certificate for `localhost` alone. */
beforeAll(async () => {
  const authority = await createAuthority('Ours');
  writeFileSync(CA, authority.certificate);
  writeFileSync(OTHER_CA, (await createAuthority('Another')).certificate);
  database = await startEmbeddedDatabase(folder);
  const { certificate, key } = await authority.sign('localhost');
  for (const [name, text] of Object.entries({ 'server.crt': certificate, 'server.key': key })) {
    writeFileSync(join(cluster, name), text, { mode: 0o600 });
    const { uid, gid } = statSync(cluster);
    chownSync(join(cluster, name), uid, gid);
  }
  superuser = new pg.Client({ connectionString: database.connectionString });
  await superuser.connect();
  await superuser.query('alter system set ssl = on');
  await superuser.query('select pg_reload_conf()');
});
afterAll(async () => {
  await superuser.end();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The URL of the server with TLS, or of one without, by this name. */
function urlOf(host: string, parameters: Record<string, string>, hasTls = true): string {
  const location = new URL((hasTls ? database.connectionString : process.env.TEST_DATABASE_URL) ?? '');
  location.hostname = host;
  for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
  return location.href;
}

/** What becomes of a connection of both kinds: how it is encrypted, or why it was refused. */
async function outcome(url: string): Promise<string> {
  const all = [connect(url), connectForShortReads(url)];
  const told = await Promise.all(
    all.map((db) =>
      sql<{ how: string }>`
        select case when ssl then 'encrypted' else 'plain' end as how from pg_stat_ssl where pid = pg_backend_pid()`
        .execute(db)
        .then(
          ({ rows }) => rows[0]?.how ?? 'nothing',
          (error: Error) => error.message,
        ),
    ),
  );
  await Promise.all(all.map((db) => db.destroy()));
  expect(new Set(told).size).toBe(1);
  return told[0] ?? '';
}

const NO_TLS = /^localhost offers no TLS, which sslmode asks for\.$/;
const UNTRUSTED = /^The certificate of localhost is not trusted: sslrootcert must name the file of its CA\. \(.+\)$/;
const OTHER_NAME = /^The certificate of 127\.0\.0\.1 is for another name: connect by a name that it has\. \(.+\)$/;
const [PLAIN, ENCRYPTED] = [/^plain$/, /^encrypted$/];

test.each([
  { sslmode: 'disable', asks: [PLAIN, PLAIN, PLAIN, PLAIN] },
  { sslmode: 'allow', asks: [PLAIN, PLAIN, PLAIN, PLAIN] },
  { sslmode: 'prefer', asks: [PLAIN, ENCRYPTED, ENCRYPTED, ENCRYPTED] },
  { sslmode: 'require', asks: [NO_TLS, ENCRYPTED, ENCRYPTED, ENCRYPTED], withoutRoot: true },
  { sslmode: 'require', asks: [NO_TLS, UNTRUSTED, ENCRYPTED, ENCRYPTED] },
  { sslmode: 'verify-ca', asks: [NO_TLS, UNTRUSTED, ENCRYPTED, ENCRYPTED] },
  { sslmode: 'verify-full', asks: [NO_TLS, UNTRUSTED, OTHER_NAME, ENCRYPTED] },
])(
  'sslmode=$sslmode (without sslrootcert: $withoutRoot) does with no TLS, an unknown CA, another name and a good one what libpq does',
  async ({ sslmode, asks: [withoutTls = '', unknown = '', otherName = '', good = ''], withoutRoot = false }) => {
    const parameters = (root: string) => ({ sslmode, ...(!withoutRoot && { sslrootcert: root }) });
    expect(await outcome(urlOf('localhost', parameters(CA), false))).toMatch(withoutTls);
    expect(await outcome(urlOf('localhost', parameters(OTHER_CA)))).toMatch(unknown);
    expect(await outcome(urlOf('127.0.0.1', parameters(CA)))).toMatch(otherName);
    expect(await outcome(urlOf('localhost', parameters(CA)))).toMatch(good);
  },
);

test('without sslmode a URL means what it did: no TLS, or with sslrootcert a verified one', async () => {
  expect(await outcome(urlOf('localhost', {}))).toBe('plain');
  expect(await outcome(urlOf('localhost', { sslrootcert: CA }))).toBe('encrypted');
  expect(await outcome(urlOf('127.0.0.1', { sslrootcert: CA }))).toMatch(OTHER_NAME);
});

test('sslmode=allow takes TLS where the server wants it', async () => {
  const rules = join(cluster, 'pg_hba.conf');
  const before = readFileSync(rules, 'utf8');
  writeFileSync(rules, `hostnossl all all all reject\n${before}`);
  await superuser.query('select pg_reload_conf()');
  // The server reads its rules anew some time after it said so.
  while (!/rejects/.test(await outcome(urlOf('localhost', { sslmode: 'disable' }))));
  const told = await Promise.all(['allow', 'prefer'].map((sslmode) => outcome(urlOf('localhost', { sslmode }))));
  writeFileSync(rules, before);
  await superuser.query('select pg_reload_conf()');
  expect(told).toEqual(['encrypted', 'encrypted']);
});

describe('a start', () => {
  const start = (DATABASE_URL: string, more = {}) => runToEnd({ DATABASE_URL, ...more });

  test('with a wrong certificate says so in one line', async () => {
    const url = urlOf('127.0.0.1', { sslmode: 'verify-full', sslrootcert: CA });
    expect(await start(url)).toEqual({
      code: 1,
      output: expect.stringMatching(
        /^The database cannot be used: The certificate of 127\.0\.0\.1 is for another name.*\n$/,
      ),
    });
  });

  test('with sslrootcert=system trusts what this machine trusts, and nobody else', async () => {
    const url = urlOf('localhost', { sslmode: 'verify-full', sslrootcert: 'system' });
    expect((await start(url)).output).toMatch(
      /^The database cannot be used: The certificate of localhost is not trusted.*\n$/,
    );
    // Good so far, and refused for its password.
    const location = new URL(url);
    location.password = 'wrong';
    const trusted = await start(location.href, { NODE_EXTRA_CA_CERTS: CA });
    expect(trusted.output).toMatch(/^The database cannot be used: password authentication failed.*\n$/);
  });
});
