import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Connections, connect } from '../../src/database/engine/connection.ts';
import { authenticateKey, revokeAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { openAdministratorKey } from '../../src/process/administrator-key.ts';
import { createDatabase } from '../support/database.ts';

let connections: Connections;
let directory: string;

beforeAll(async () => {
  const db = connect(await createDatabase());
  connections = { db, shortReads: db };
  directory = await mkdtemp(join(tmpdir(), 'administrator-key-'));
});
afterAll(async () => {
  await connections.db.destroy();
  await rm(directory, { recursive: true });
});

test('the first start makes a key to the workspace and keeps it; later ones find it until it is revoked', async () => {
  const file = join(directory, 'administrator.key');
  const made = await openAdministratorKey(connections, file);
  expect(made).toEqual({ secret: expect.stringMatching(/^umk_/), isNew: true });
  const secret = made?.secret ?? '';
  expect(await readFile(file, 'utf8')).toBe(`${secret}\n`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await openAdministratorKey(connections, file)).toEqual({ secret, isNew: false });

  const holder = await authenticateKey(connections, secret);
  await revokeAccessKey({ actor: OPERATOR, db: connections.db }, { id: holder?.id ?? '' });
  expect(await openAdministratorKey(connections, file)).toBeUndefined();
});
