import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createMigrator } from '../../src/database/engine/migrate.ts';
import { createDatabase } from '../support/database.ts';

let db: Db;
let client: pg.Client;
const projectId = randomUUID();

beforeAll(async () => {
  const connectionString = await createDatabase();
  db = connect(connectionString);
  client = new pg.Client({ connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await db.destroy();
});

/** A user of each id, in the order of their creation. */
async function insertUsers(ids: [channel: string, externalId: string][]) {
  await client.query('begin');
  await client.query(`insert into projects (id, name) values ($1, 'Earlier')`, [projectId]);
  const environmentId = randomUUID();
  await client.query(
    `insert into environments (project_id, id, name, type, self_registration) values ($1, $2, 'Live', 'PRODUCTION', 'OPEN')`,
    [projectId, environmentId],
  );
  for (const [index, [channel, externalId]] of ids.entries()) {
    const userId = randomUUID();
    await client.query(
      `insert into users (project_id, id, first_name, search_text, name_key, creation_source) values ($1, $2, $3, '', '', 'SELF_REGISTERED')`,
      [projectId, userId, `User ${index}`],
    );
    await client.query('insert into user_environments (project_id, user_id, environment_id) values ($1, $2, $3)', [
      projectId,
      userId,
      environmentId,
    ]);
    await client.query(
      `insert into channel_identities (project_id, user_id, channel, external_id, created_at) values ($1, $2, $3, $4, now() + $5 * interval '1 second')`,
      [projectId, userId, channel, externalId, index],
    );
  }
  await client.query('commit');
}

test('ids that an earlier version kept in several writings are found in the one writing of today', async () => {
  const migrator = createMigrator(db);
  expect((await migrator.migrateTo('0012_vacuum_new_users')).error).toBeUndefined();
  const kept: [string, string][] = [
    ['WHATSAPP', 'US.13491208655302741918'],
    ['WHATSAPP', '15550001111'],
    ['WHATSAPP', '15550001111@s.whatsapp.net'],
    ['WHATSAPP', 'any-thing.else'],
    ['TELEGRAM', '700100101'],
    ['SLACK', 'T01:U01'],
  ];
  const written: [string, string, string][] = [
    ['WHATSAPP', '101:12@lid', '101@lid'],
    ['WHATSAPP', '102@LID', '102@lid'],
    ['WHATSAPP', '103_1:99@hosted.lid', '103@lid'],
    ['WHATSAPP', 'br.2Ab', 'BR.2Ab'],
    ['WHATSAPP', 'br.ent.2Ab', 'BR.ENT.2Ab'],
    // Two devices of one person: the first stays theirs.
    ['WHATSAPP', '104:1@lid', '104@lid'],
    ['WHATSAPP', '104:2@lid', '104:2@lid'],
    // And here the present writing is there already.
    ['WHATSAPP', '105:1@lid', '105:1@lid'],
    ['WHATSAPP', '105@lid', '105@lid'],
  ];
  await insertUsers([...kept, ...written.map(([channel, former]): [string, string] => [channel, former])]);
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const { rows } = await client.query(
    `select u.first_name, i.channel, i.external_id from channel_identities i
    join users u on u.project_id = i.project_id and u.id = i.user_id
    where i.project_id = $1 order by substring(u.first_name from 6)::integer`,
    [projectId],
  );
  expect(rows.map(({ channel, external_id }) => [channel, external_id])).toEqual([
    ...kept,
    ...written.map(([channel, , present]) => [channel, present]),
  ]);
});
