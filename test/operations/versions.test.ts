import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../../src/database/engine/connection.ts';
import { type DebianPostgres, findProgram, startDebianPostgres } from '../support/debian-postgres.ts';
import { CHECK_ACCESS } from '../support/documents.ts';
import { dumpRows } from '../support/dump.ts';
import { caller } from '../support/service.ts';
import { startProcess } from '../support/service-process.ts';
import { createSite } from '../support/site.ts';
import { makeWorld, type World } from '../support/small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'users-management-versions-'));
const site = createSite();
let debian: DebianPostgres;
/** On PostgreSQL 18. */
let world: World;
/** The same on 15. */
let moved: string;

beforeAll(async () => {
  debian = await startDebianPostgres();
  world = await makeWorld();
  moved = await debian.createDatabase();
});

afterAll(async () => {
  await site.close();
  await debian.close();
  rmSync(folder, { recursive: true });
});

async function run(command: 'backup' | 'restore', path: string, database?: string): Promise<void> {
  const { status, errors } = await site.run(command, [path], database === undefined ? {} : { DATABASE_URL: database });
  if (status !== 0) throw new Error(errors);
}

async function contentOf(database: string): Promise<string[]> {
  const owner = connect(database);
  const rows = await dumpRows(owner).finally(() => owner.destroy());
  return rows.filter((row) => !row.startsWith('kysely')).toSorted();
}

/** What a gateway is told, by the service started on this database. */
async function ask(environment: Record<string, string>): Promise<unknown> {
  const service = await startProcess(environment);
  try {
    const { data: seen } = await caller(
      service.url,
      world.keys.administrator,
    )('{ viewer { projects { name environments { id type } } } }');
    const mine = seen.viewer.projects.find(({ name }) => name === 'Mine');
    const environmentId = mine?.environments.find(({ type }) => type === 'PRODUCTION')?.id;
    const sender = { channel: 'TELEGRAM', externalId: '123456789' };
    return (await caller(service.url, world.keys.gateway)(CHECK_ACCESS, { environmentId, sender })).data.checkAccess;
  } finally {
    service.child.kill('SIGTERM');
    await service.exit();
  }
}

describe('npm run backup and npm run restore', () => {
  it('move everything from PostgreSQL 18 to 15', async () => {
    const path = join(folder, 'of-18.zst');
    await run('backup', path, world.database);
    await run('restore', path, moved);
    expect(await contentOf(moved)).toEqual(await contentOf(world.database));
    expect(await ask({ DATABASE_URL: moved })).toMatchObject({ allowed: true });
  });

  it('move everything from 15 to the embedded 18', async () => {
    const path = join(folder, 'of-15.zst');
    await run('backup', path, moved);
    await run('restore', path);
    expect(await ask({ DATA_DIR: site.dataDirectory })).toMatchObject({ allowed: true });
  });

  it('move everything from the embedded database to one of your own', async () => {
    const [path, own] = [join(folder, 'of-embedded.zst'), await debian.createDatabase()];
    await run('backup', path);
    await run('restore', path, own);
    const ids = (rows: string[]) => rows.filter((row) => row.startsWith('users '));
    expect(ids(await contentOf(own))).toEqual(ids(await contentOf(moved)));
  });
});

describe('pg_dump and pg_restore', () => {
  it.each([[[]], [['--no-owner', '--no-acl']]])('with %j make a database that the service starts on', async (words) => {
    const [path, restored] = [join(folder, `${words.length}.dump`), await debian.createDatabase()];
    execFileSync(findProgram('pg_dump'), ['--format=custom', `--file=${path}`, ...words, moved]);
    execFileSync(findProgram('pg_restore'), ['--exit-on-error', ...words, `--dbname=${restored}`, path]);
    expect(await contentOf(restored)).toEqual(await contentOf(moved));
    expect(await ask({ DATABASE_URL: restored })).toMatchObject({ allowed: true });
  });
});
