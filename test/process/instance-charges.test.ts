import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Db, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import type { Charge } from '../../src/http/shared-charges.ts';
import { createInstanceCharges } from '../../src/process/instance-charges.ts';
import { createDatabase } from '../support/database.ts';
import { type DatabaseProxy, startProxy } from '../support/database-proxy.ts';

type Instance = {
  /** Returns what others charged. */
  tell(...charges: Charge[]): Promise<Charge[]>;
  /** The same where the database does not answer; returns what it said then. */
  tellInVain(charge: Charge): Promise<string>;
  stop(): Promise<void>;
};

let url: string;
let owner: Db;
let proxy: DatabaseProxy;
let ends: (() => unknown)[] = [];

beforeEach(async () => {
  url = await createDatabase();
  owner = connect(url);
  const { hostname, port } = new URL(url);
  proxy = await startProxy({ host: hostname, port: Number(port) });
  ends = [() => owner.destroy(), () => proxy.close()];
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
});

function open(port = new URL(url).port): Instance {
  const location = Object.assign(new URL(url), { port });
  const db = connect(location.href, { role: SERVER_ROLE });
  let onEvent: (message: string) => void = () => {};
  const charges = createInstanceCharges(db, (message) => onEvent(message));
  ends.push(
    () => db.destroy(),
    () => charges.stop(),
  );
  return {
    tell(...told) {
      const heard = new Promise<Charge[]>((resolve) => charges.onReceive(resolve));
      charges.send(told);
      return heard;
    },
    tellInVain(told) {
      const said = new Promise<string>((resolve) => {
        onEvent = resolve;
      });
      charges.send([told]);
      return said;
    },
    stop: charges.stop,
  };
}

function charge(points: number, who = 'a key'): Charge {
  return { allowance: 'requests', who, points };
}

const pointsOf = (charges: Charge[]) => charges.map(({ points }) => points);
const endMinutes = () => sql`update shared_charges set ends_at = now() - interval '1 second'`.execute(owner);
const countRows = async () => (await sql`select from shared_charges`.execute(owner)).rows.length;

test('each learns what others charged since it last told, and when their minute ends; the next one begins at nothing', async () => {
  const [one, other] = [open(), open()];
  expect(await one.tell(charge(5))).toEqual([]);
  expect(await other.tell(charge(3))).toEqual([{ ...charge(5), minuteEndsIn: expect.any(Number) }]);
  expect(pointsOf(await one.tell(charge(1), charge(1)))).toEqual([3]);
  expect(pointsOf(await other.tell(charge(1)))).toEqual([2]);
  expect(await other.tell({ ...charge(1), allowance: 'objects' })).toEqual([]);
  await endMinutes();
  expect(await one.tell(charge(4))).toEqual([]);
  expect(pointsOf(await other.tell(charge(1e12)))).toEqual([4]);
  expect(pointsOf(await one.tell(charge(1)))).toEqual([1e12]);
  // As if PostgreSQL's clock had been set back: nobody waits until it is there again.
  await sql`update shared_charges set ends_at = ends_at + interval '1 hour'`.execute(owner);
  expect(await one.tell(charge(2))).toEqual([]);
  const [heard] = await other.tell(charge(1));
  expect(heard?.points).toBe(2);
  expect(heard?.minuteEndsIn).toBeLessThanOrEqual(60_000);
});

test('what was charged counts once though its answer was lost, and not later when the database was away', async () => {
  const [one, other] = [open(`${proxy.port}`), open()];
  // Twice, for the first one is followed by another statement.
  for (const points of [2, 3]) await one.tell(charge(points));
  proxy.mute();
  expect(await one.tellInVain(charge(7))).toMatch(/counts requests by itself/);
  expect(pointsOf(await other.tell(charge(1)))).toEqual([12]);
  expect(pointsOf(await one.tell(charge(1)))).toEqual([1]);
  await proxy.cut();
  await one.tellInVain(charge(900));
  await proxy.restore();
  expect(pointsOf(await other.tell(charge(1)))).toEqual([1]);
  // It cannot tell whether the 900 arrived, so it may miss as many of others, once.
  await one.tell(charge(1));
  expect(pointsOf(await other.tell(charge(1)))).toEqual([1]);
  expect(pointsOf(await one.tell(charge(1)))).toEqual([1]);
});

test('of a flood, only those who spent most are told; and what is over is forgotten, some of it at a time', async () => {
  const [one, other] = [open(), open()];
  const flood = Array.from({ length: 20_000 }, (_, index) => charge(1, `address ${index}`));
  await one.tell(...flood, charge(2, 'who asks more'));
  expect(await countRows()).toBe(500);
  expect(pointsOf(await other.tell(charge(1, 'who asks more')))).toEqual([2]);
  await sql`insert into shared_charges select uuid_send(gen_random_uuid()), 1, now() from generate_series(1, 2500)`.execute(
    owner,
  );
  await endMinutes();
  const third = open();
  await third.tell(charge(1));
  await third.stop();
  expect(await countRows()).toBe(1 + 3000 - 1000);
  const fourth = open();
  for (let times = 0; times < 3; times += 1) await fourth.tell(charge(1));
  await fourth.stop();
  expect(await countRows()).toBe(1);
});
