import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../src/database/engine/connection.ts';
import { migrate } from '../../src/database/engine/migrate.ts';
import { startEmbeddedDatabase } from '../../src/postgres/embedded.ts';
import { unpackChromium } from './unpack-chromium.ts';

export const TEMPLATE = 'template_users_management';

/** The built page, a browser, and one PostgreSQL for the whole run with a migrated database that each test file clones. */
export default async function setUp(): Promise<void> {
  execFileSync(process.execPath, ['src/commands/build-page.ts'], { stdio: 'inherit' });
  await unpackChromium();
  const directory = await mkdtemp(join(tmpdir(), 'users-management-test-'));
  const database = await startEmbeddedDatabase(directory);
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  // Nothing here has to outlive a power cut.
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    await client.query(`alter system set ${setting} = off`);
  }
  await client.query('select pg_reload_conf()');
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = new URL(database.connectionString);
  url.pathname = TEMPLATE;
  const db = connect(url.href);
  await migrate(db);
  await db.destroy();
  process.env.TEST_DATABASE_URL = database.connectionString;
  // As where the service is deployed. Elsewhere graphql-js looks more closely at every object, which costs a tenth of all.
  process.env.NODE_ENV = 'production';
  Object.assign(globalThis, { embedded: { database, directory } });
}
