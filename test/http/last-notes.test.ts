import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createDatabase } from '../support/database.ts';
import { type DatabaseProxy, startProxy } from '../support/database-proxy.ts';
import { createDoor, telegram, until } from '../support/door.ts';
import { startService } from '../support/service.ts';

// What was noted is written when the service ends. It never is before, in these services.
const NEVER = 2 ** 31 - 1;

let database: string;
let owner: Db;
let proxy: DatabaseProxy;
let throughProxy: string;

beforeEach(async () => {
  database = await createDatabase();
  owner = connect(database);
  const location = new URL(database);
  proxy = await startProxy({ host: location.hostname, port: Number(location.port) });
  location.port = String(proxy.port);
  throughProxy = location.href;
});
afterEach(async () => {
  await owner.destroy();
  proxy.close();
});

const seen = async () => (await owner.selectFrom('sightings').select('userId').execute()).map(({ userId }) => userId);
const asked = () => owner.selectFrom('accessRequests').select('externalId').execute();

test('a service that ends while its database is away writes what was noted as soon as it is back', async () => {
  let failed = 0;
  const unavailable = () => {
    failed += 1;
    if (failed === 2) void proxy.restore();
  };
  const service = await startService(undefined, { writeNotesEvery: NEVER, unavailable }, throughProxy);
  const project = await service.project();
  const door = createDoor(project);
  const ana = await project.user({ environmentIds: [project.staging] });
  const stranger = telegram();
  await door.checkBatch([{ channel: 'WHATSAPP', phoneNumber: ana.phoneNumber }, stranger]);
  await proxy.cut();
  await service.close();
  expect(await seen()).toEqual([ana.id]);
  expect(await asked()).toEqual([{ externalId: stranger.externalId }]);
});

test('and the sightings of those who are just being changed, once they are', async () => {
  const service = await startService(undefined, { writeNotesEvery: NEVER }, database);
  const project = await service.project();
  const [ana, bill] = [await project.user(), await project.user()];
  await createDoor(project).checkBatch(
    [ana, bill].map(({ phoneNumber }) => ({ channel: 'WHATSAPP' as const, phoneNumber })),
    project.development,
  );
  const closing = await owner.transaction().execute(async (tx) => {
    await tx.selectFrom('users').select('id').where('id', '=', bill.id).forUpdate().execute();
    const closing = service.close();
    expect(await until(seen, (found) => found.length > 0)).toEqual([ana.id]);
    return { closing };
  });
  await closing.closing;
  expect((await seen()).toSorted()).toEqual([ana.id, bill.id].toSorted());
});
