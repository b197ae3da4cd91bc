import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Header, makeHeader, toLine } from '../../src/backup/format.ts';
import { checkBackup } from '../../src/backup/load.ts';
import { readBackup } from '../../src/backup/read-file.ts';
import { LEFT_OUT } from '../../src/backup/tables.ts';
import { writeFile } from '../../src/backup/write-file.ts';
import { connect } from '../../src/database/engine/connection.ts';
import { createMigrator } from '../../src/database/engine/migrate.ts';
import { startEmbeddedDatabase } from '../../src/postgres/embedded.ts';
import { createDatabase } from '../support/database.ts';
import { startProxy } from '../support/database-proxy.ts';
import { CHECK_ACCESS } from '../support/documents.ts';
import { until } from '../support/door.ts';
import { openSession } from '../support/raw-sql.ts';
import { caller, startService } from '../support/service.ts';
import { createSite } from '../support/site.ts';
import { makeWorld, type World } from '../support/small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'users-management-backup-'));
const site = createSite();
let world: World;
/** Of the world. */
let backup: string;

// What a text format could take for its own.
const NASTY = '\\.\n\\N\t\\\\.\r\n"é\u0001';
// Of every table that the world's calls leave empty, and of what is under way in the others.
const MORE = `
  insert into sightings select project_id, environment_id, user_id, now(), 'SLACK' from user_environments limit 2;
  insert into seen_users select project_id, id, now() from users limit 2;
  insert into idempotency_keys (project_id, key_hash, input_hash, user_id, results)
    select project_id, '\\x00ff', '\\x5c2e0a', id, '[]' from users limit 1;
  update users set memberships_lost = 9007199254740993 where id in (select id from users limit 1);
  update environments set removal_transaction = '7', removal_alive_at = now(), removal_checked_to = gen_random_uuid()
    where type = 'DEVELOPMENT' and project_id in (select id from projects where name = 'Mine');
  update projects set removed_at = now() where name = 'Theirs';`;

beforeAll(async () => {
  world = await makeWorld();
  const owner = await openOwner(world.database);
  await owner.query(MORE);
  await owner.query('update blocked_senders set note = $1', [NASTY]);
  await owner.end();
  backup = join(folder, 'world.zst');
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

function openOwner(connectionString: string): Promise<pg.Client> {
  return openSession(connectionString, 'none');
}

/** A database in which nothing was ever made. */
async function createEmptyDatabase(): Promise<string> {
  const url = await createDatabase();
  const client = await openOwner(url);
  await client.query('drop schema public cascade; create schema public');
  await client.end();
  return url;
}

/** Every row of every table as JSON. */
async function listRows(url: string): Promise<string[]> {
  const rows: string[] = [];
  for (const table of await listTables(url)) {
    const found = await ask<{ row: string }>(url, `select to_jsonb(t)::text as row from ${table} t order by 1`);
    rows.push(...found.map(({ row }) => `${table} ${row}`));
  }
  return rows;
}

/** Every table, constraint, index and trigger as PostgreSQL describes it. */
function listSchema(url: string): Promise<object[]> {
  return ask(
    url,
    `select concat_ws(' ', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid)) as line
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', relname, reloptions, relacl) from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select name from kysely_migration order by 1`,
  );
}

/** What users made: the migrations have rows of their own. */
async function listMade(url: string): Promise<string[]> {
  return (await listRows(url)).filter((row) => !row.startsWith('user_rewrites '));
}

const run = (command: 'backup' | 'restore', database: string, ...words: string[]) =>
  site.run(command, words, { DATABASE_URL: database });

describe('npm run backup and npm run restore', () => {
  it('give a new database every row of every table, and the schema of one that was migrated; its keys and users are known', async () => {
    const before = await listRows(world.database);
    const tables = await listTables(world.database);
    // Nothing is tried by a table without rows.
    expect(tables.filter((name) => !before.some((row) => row.startsWith(`${name} `)))).toEqual([]);
    expect(await run('backup', world.database, backup)).toMatchObject({
      status: 0,
      output: expect.stringMatching(new RegExp(`^${before.length} rows are in .*world\\.zst \\(\\d+ kB\\)`)),
    });
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['world.zst']);

    const target = await createEmptyDatabase();
    const restored = await run('restore', target, backup);
    expect(restored).toMatchObject({
      status: 0,
      output: expect.stringMatching(`^${before.length} rows were restored`),
    });
    expect(await listRows(target)).toEqual(before);
    expect(await listSchema(target)).toEqual(await listSchema(world.database));

    const service = await startService(undefined, {}, target);
    const rows = await ask<{ id: string }>(
      world.database,
      `select e.id from environments e join projects p on p.id = e.project_id
      where p.name = 'Mine' and e.type = 'PRODUCTION'`,
    );
    const sender = { channel: 'TELEGRAM', externalId: '123456789' };
    const { data } = await caller(service.url, world.keys.gateway)(CHECK_ACCESS, {
      environmentId: rows[0]?.id,
      sender,
    });
    await service.close();
    expect(data.checkAccess).toMatchObject({ allowed: true });
  });

  it('have every table of the schema, but those that are left out for a reason, and nothing in it is kept elsewhere', async () => {
    const [header = ''] = zstdDecompressSync(readFileSync(backup)).toString().split('\n', 1);
    const inBackup = JSON.parse(header).tables.map(({ name }: { name: string }) => name);
    expect([...inBackup, ...Object.keys(LEFT_OUT)].toSorted()).toEqual(
      (await listTables(world.database)).concat(Object.keys(LEFT_OUT)).toSorted(),
    );
    // Sequences, partitions, materialized views and large objects would need more than COPY of tables.
    const rows = await ask(
      world.database,
      `
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'i', 't', 'v', 'c')
      union all select oid::text from pg_largeobject_metadata`,
    );
    expect(rows).toEqual([]);
  });

  // Three clusters are made and started.
  it('work on the embedded database, beside its service too; the keys of the backup open it, and no first key is made', async () => {
    const other = createSite();
    const path = join(folder, 'site.zst');
    try {
      await site.startService();
      expect(await site.run('backup', [path])).toMatchObject({ status: 0 });
      const full = await site.run('restore', [path]);
      expect(full).toMatchObject({
        status: 1,
        errors: expect.stringMatching(/The database is not empty \(there are rows in access_keys, .*\n$/),
      });

      expect(await other.run('restore', [path])).toMatchObject({ status: 0 });
      const key = readFileSync(join(site.dataDirectory, 'administrator.key'), 'utf8').trim();
      const url = await other.startService();
      expect(other.output()).not.toContain('#key=');
      expect(existsSync(join(other.dataDirectory, 'administrator.key'))).toBe(false);
      const { data } = await caller(url, key)('{ viewer { role projects { name } } }');
      expect(data.viewer).toMatchObject({ role: 'ADMINISTRATOR', projects: [{ name: 'My assistant' }] });
    } finally {
      await other.close();
    }
  }, 150_000);

  it('take one moment: of what is written meanwhile in one transaction there is all or nothing', async () => {
    const source = await createDatabase(world.database);
    const writer = await openOwner(source);
    const insert =
      'insert into audit_events (project_id, id, action, actor_name, subject_id) select project_id, gen_random_uuid(), $1, $2, id from new';
    // Who is copied last has a note in what is copied first.
    const write = (people: number) =>
      writer.query(
        `with new as (
           insert into users (project_id, id, search_text, name_key, creation_source)
             select id, gen_random_uuid(), $3, '', 'SELF_REGISTERED' from projects, generate_series(1, ${people}) where name = 'Mine'
             returning project_id, id
         ), members as (
           insert into user_environments select n.project_id, n.id, e.id from new n
             join environments e on e.project_id = n.project_id and e.type = 'PRODUCTION'
         ) ${insert}`,
        ['USER_CREATED', 'writer', 'x'.repeat(200)],
      );
    await write(5000);
    const path = join(folder, 'moment.zst');
    const command = site.start('backup', [path], { DATABASE_URL: source });
    const closed = once(command, 'close');
    let isOver = false;
    closed.then(() => {
      isOver = true;
    });
    let written = 5000;
    for (; !isOver; written += 1) await write(1);
    await writer.end();
    expect(command.exitCode).toBe(0);

    const lines = zstdDecompressSync(readFileSync(path)).toString().split('\n');
    const notes = lines.filter((line) => line.includes('\twriter\t')).length;
    const people = lines.filter((line) => line.includes('x'.repeat(200))).length;
    expect(notes).toBeGreaterThan(5000);
    expect(notes).toBeLessThan(written);
    expect(people).toBe(notes);
  });

  it('read a backup of an older schema, and migrate it; the backup itself migrates nothing', async () => {
    const source = await createDatabase();
    const db = connect(source);
    await createMigrator(db).migrateTo('0019_nameless_last');
    await db.destroy();
    const client = await openOwner(source);
    await client.query(`with p as (insert into projects (id, name) values (gen_random_uuid(), 'Old') returning id),
      e as (insert into environments (project_id, id, name, type, self_registration) select id, id, 'Live', 'PRODUCTION', 'OPEN' from p),
      u as (insert into users (project_id, id, search_text, name_key, creation_source) select id, id, 'old', '', 'SELF_REGISTERED' from p)
      insert into user_environments select id, id, id from p`);
    await client.query('update user_rewrites set finished_at = $1 where version = 2', ['2020-02-02']);
    const path = join(folder, 'old.zst');
    expect(await run('backup', source, path)).toMatchObject({ status: 0 });
    expect((await client.query('select max(name) from kysely_migration')).rows).toEqual([
      { max: '0019_nameless_last' },
    ]);
    await client.end();

    // Migrated already, and further: an empty database all the same.
    const target = await createDatabase();
    expect(await run('restore', target, path)).toMatchObject({ status: 0 });
    const restored = await listRows(target);
    expect(await listSchema(target)).toEqual(await listSchema(world.database));
    expect(restored).toContainEqual(expect.stringMatching(/^projects .*"Old".*"keeps_denied_attempts": true/));
    expect(restored).toContainEqual(expect.stringMatching(/^user_environments .*"expires_at": null/));
    expect(restored).toContainEqual(
      expect.stringMatching(/^user_rewrites .*"version": 2, "finished_at": "2020-02-02T/),
    );
    // As a later migration says.
    expect(restored).toContainEqual(expect.stringMatching(/^user_rewrites .*"version": 3, "finished_at": null/));
  });
});

describe('npm run backup', () => {
  it('replaces the file of before once the new one is whole, where a link leads too', async () => {
    const [path, link] = [join(folder, 'again.zst'), join(folder, 'link.zst')];
    writeFileSync(path, 'of before', { mode: 0o644 });
    symlinkSync(path, link);
    expect(await run('backup', world.database, link)).toMatchObject({ status: 0 });
    expect(readFileSync(path).subarray(0, 4).toString('hex')).toBe('28b52ffd');
    expect([statSync(path).mode & 0o777, existsSync(`${path}.part`)]).toEqual([0o600, false]);
  });

  it('leaves the file of before when the disk is full, and nothing half done', async () => {
    const path = join(folder, 'full.zst');
    writeFileSync(path, 'of before');
    const command = fileURLToPath(new URL('../../src/commands/backup.ts', import.meta.url));
    const limited = spawn('sh', ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, command, path], {
      env: { PATH: process.env.PATH, DATABASE_URL: world.database },
    });
    const [status] = await once(limited, 'close');
    expect([status, readFileSync(path, 'utf8'), existsSync(`${path}.part`)]).toEqual([1, 'of before', false]);
  });

  it.each(['SIGINT', 'SIGTERM', 'a lost connection'] as const)('leaves nothing half done after %s', async (end) => {
    const path = join(folder, 'stopped.zst');
    const location = new URL(world.database);
    const proxy = await startProxy({ host: location.hostname, port: Number(location.port) }, { passes: 20_000 });
    location.port = String(proxy.port);
    const command = site.start('backup', [path], { DATABASE_URL: location.href });
    const closed = once(command, 'close');
    await until(
      async () => existsSync(`${path}.part`),
      (isThere) => isThere,
    );
    if (end === 'a lost connection') proxy.close();
    else command.kill(end);
    await closed;
    proxy.close();
    expect(command.exitCode).toBe({ SIGINT: 130, SIGTERM: 143, 'a lost connection': 1 }[end]);
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it.each([
    ['no file', [], 64, /^Say which file to write\.\n/],
    ['an option', ['one', '--force'], 64, /^--force is not an option of this command\n/],
    ['standard output', ['-'], 64, /^"-" is not a file/],
    ['a device', ['/dev/null'], 1, /^\/dev\/null is not a file\.\n$/],
  ])('tells of %s in one line', async (_, words, status, message) => {
    expect(await run('backup', world.database, ...words)).toMatchObject({
      status,
      errors: expect.stringMatching(message),
    });
  });

  it('tells that there is nothing to back up where the service never was', async () => {
    const ended = await run('backup', await createEmptyDatabase(), join(folder, 'nothing.zst'));
    expect(ended).toMatchObject({ status: 1, errors: expect.stringMatching(/^There is nothing to back up: .*\n$/) });
    expect(existsSync(join(folder, 'nothing.zst'))).toBe(false);
  });
});

describe('npm run restore', () => {
  const damages: [string, (whole: Buffer) => Buffer, RegExp][] = [
    ['is cut off', (whole) => whole.subarray(0, whole.length / 2), / is cut off/],
    ['lacks its last byte', (whole) => whole.subarray(0, -1), / is cut off/],
    ['has one bit that is another', (whole) => flip(whole, whole.length / 2), / is damaged/],
    ['has more at its end', (whole) => Buffer.concat([whole, Buffer.from('more')]), / is cut off/],
    ['is empty', () => Buffer.alloc(0), / is not a backup/],
    ['is something else', () => Buffer.from('PGDMP and so on, of pg_dump'), / is not a backup/],
  ];

  it.each(damages)('refuses a file that %s', async (_, damage, message) => {
    const path = join(folder, 'damaged.zst');
    writeFileSync(path, damage(readFileSync(backup)));
    await expect(checkBackup(path, () => {})).rejects.toThrow(message);
  });

  it('says so in one line, before anything is written', async () => {
    const path = join(folder, 'damaged.zst');
    writeFileSync(path, flip(readFileSync(backup), 1000));
    await expectRefused(path, /damaged\.zst is damaged.*/);
  });

  it('finds every bit that is another', async () => {
    const whole = readFileSync(backup);
    const path = join(folder, 'flipped.zst');
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 100)) {
      writeFileSync(path, flip(whole, at));
      await expect(checkBackup(path, () => {})).rejects.toThrow(/is damaged|is cut off|is not a backup/);
    }
    await expect(checkBackup(backup, () => {})).resolves.toBeDefined();
  });

  it('refuses a backup of a newer version', async () => {
    const lines = zstdDecompressSync(readFileSync(backup)).toString();
    const [first = ''] = lines.split('\n', 1);
    const { migrations, tables } = JSON.parse(first);
    const known = { createdAt: new Date().toISOString(), postgres: '18.4', tables };
    const newer = toLine(makeHeader({ ...known, migrations: [...migrations, '9999_from_tomorrow'] }));
    const path = join(folder, 'newer.zst');
    for (const header of [newer, first.replace('"version":1', '"version":2')]) {
      await writeFile(path, async function* () {
        yield `${header.trim()}\n${lines.slice(first.length + 1)}`;
      });
      await expect(checkBackup(path, () => {})).rejects.toThrow(
        /newer\.zst was made by a newer version of this service/,
      );
    }
  });

  it('holds no line of a file in memory: one without an end is refused like any other that is cut off', async () => {
    const lines = zstdDecompressSync(readFileSync(backup)).toString();
    const path = join(folder, 'endless.zst');
    await writeFile(path, async function* () {
      yield lines.slice(0, lines.indexOf('\n') + 1);
      for (let megabytes = 0; megabytes < 64; megabytes += 1) yield Buffer.alloc(2 ** 20, 'a');
    });
    const parts: number[] = [];
    const take = async (_: unknown, rows: AsyncIterable<Buffer>) => {
      for await (const { length } of rows) parts.push(length);
    };
    await expect(readBackup(path, { take })).rejects.toThrow(/ is cut off/);
    expect(parts.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(63 * 2 ** 20);
    expect(Math.max(...parts)).toBeLessThan(2 ** 20);
  });

  it('runs nothing that stands in a file: only the columns of the schema are read, and a terminal obeys no name in it', async () => {
    const lines = zstdDecompressSync(readFileSync(backup)).toString();
    const [first = ''] = lines.split('\n', 1);
    const path = join(folder, 'forged.zst');
    const forge = (change: (header: Header) => void) => {
      const header = JSON.parse(first);
      change(header);
      return writeFile(path, async function* () {
        yield `${JSON.stringify(header)}${lines.slice(first.length)}`;
      });
    };
    await forge(({ tables }) => tables[0]?.columns.splice(0, 1, 'id) from program $$touch /tmp/forged$$; --'));
    await expectRefused(
      path,
      /forged\.zst cannot be restored: it has other columns than this service in access_key_environments\./,
    );
    await forge(({ tables }) => tables.find(({ name }) => name === 'access_keys')?.columns.pop());
    await expectRefused(
      path,
      /forged\.zst cannot be restored: it has other columns than this service in access_keys\./,
    );
    await forge(({ migrations }) => migrations.push('9999_\u001b[31m'));
    await expectRefused(
      path,
      /forged\.zst was made by a newer version of this service \(its schema is 9999_\ufffd\[31m,.*/,
    );
  });

  it('refuses a database with rows, and one that a newer version migrated', async () => {
    const target = await createDatabase(world.database);
    const before = await listRows(target);
    expect(await run('restore', target, backup)).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/^The database is not empty \(there are rows in .*users.*\n$/m),
    });
    expect(await listRows(target)).toEqual(before);
    const newer = await createDatabase();
    const client = await openOwner(newer);
    await client.query(`insert into kysely_migration values ('9999_from_tomorrow', now()::text)`);
    await client.end();
    expect(await run('restore', newer, backup)).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/newer version/),
    });
  });

  it('leaves the database empty when it is killed, and can then be run again', async () => {
    const target = await createEmptyDatabase();
    const client = await openOwner(target);
    // Holds it up once all rows are written.
    await client.query(`
      create function hold_up() returns event_trigger language plpgsql as $$
      declare loaded boolean;
      begin
        if to_regclass('users') is null then return; end if;
        execute 'select exists (select from users)' into loaded;
        if loaded then perform pg_advisory_lock(42); end if;
      end $$;
      create event trigger hold_up on ddl_command_start when tag in ('ALTER TABLE') execute function hold_up();
      select pg_advisory_lock(42)`);
    const command = site.start('restore', [backup], { DATABASE_URL: target });
    const closed = once(command, 'close');
    const held = `select pid from pg_locks where locktype = 'advisory' and not granted and objid = 42`;
    await until(
      async () => (await client.query(held)).rowCount,
      (count) => count === 1,
    );
    command.kill('SIGKILL');
    await closed;
    await client.query(`select pg_advisory_unlock(42)`);
    await until(
      async () =>
        (
          await client.query(`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend'`)
        ).rowCount,
      (count) => count === 0,
    );
    expect(await listMade(target)).toEqual([]);
    await client.query('drop event trigger hold_up; drop function hold_up');
    await client.end();
    expect(await run('restore', target, backup)).toMatchObject({ status: 0 });
    expect(await listRows(target)).toEqual(await listRows(world.database));
  });

  it('refuses rows that break a rule of the database, and writes none', async () => {
    const source = await createDatabase(world.database);
    const client = await openOwner(source);
    await client.query(`set session_replication_role = replica;
      delete from user_environments where user_id = (select user_id from user_environments m
        join projects p on p.id = m.project_id where p.name = 'Mine' limit 1)`);
    await client.query('delete from sightings');
    await client.end();
    const path = join(folder, 'homeless.zst');
    expect(await run('backup', source, path)).toMatchObject({ status: 0 });
    await expectRefused(path, /The backup cannot be restored: 1 of its users have no environment\.\n$/);
  });

  it('tells of a wrong call in one line', async () => {
    const target = await createEmptyDatabase();
    expect(await run('restore', target)).toMatchObject({
      status: 64,
      errors: expect.stringMatching(/^Say which file to restore/),
    });
    expect(await run('restore', target, folder)).toMatchObject({ status: 1, errors: `${folder} is not a file.\n` });
    expect(await run('restore', target, join(folder, 'none'))).toMatchObject({ status: 66 });
  });

  async function expectRefused(path: string, message: RegExp): Promise<void> {
    const target = await createEmptyDatabase();
    const ended = await run('restore', target, path);
    expect(ended).toMatchObject({ status: 1, output: '' });
    expect(ended.errors.trim().split('\n').at(-1)).toMatch(new RegExp(message.source.replace(/\\n\$$/, '')));
    expect(await listMade(target)).toEqual([]);
  }
});

describe('a newer PostgreSQL than the data', () => {
  it('says how to go on', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'postgres'), { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) chownSync(join(data, 'postgres'), 65534, 65534);
    writeFileSync(join(data, 'postgres.password'), randomUUID(), { mode: 0o600 });
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedDatabase(data)).rejects.toThrow(
      /^.*postgres was written by PostgreSQL 17, .* brings 18: run "npm run backup -- FILE" with .*, and run "npm run restore -- FILE" with this one\.$/,
    );
  });
});

function flip(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole);
  copy[Math.floor(at)] = (copy[Math.floor(at)] ?? 0) ^ 0x10;
  return copy;
}

async function listTables(url: string): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p'
      and relname not like 'kysely%' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** On a connection of its own: nobody may be connected to a database that is cloned. */
async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = await openOwner(url);
  const { rows } = await client.query<Row>(text).finally(() => client.end());
  return rows;
}
