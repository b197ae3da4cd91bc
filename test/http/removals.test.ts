import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { addCrowd } from '../support/crowd.ts';
import { createDatabase } from '../support/database.ts';
import { CHECK_ACCESS, CREATE_USER, DELETE_ENVIRONMENT, DELETE_PROJECT, UPDATE_USER } from '../support/documents.ts';
import { type Answer, type Call, caller, errorCode } from '../support/service.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

// The service as it is started, which purges beside its requests.
const USERS = 3000;
let url: string;
let owner: Db;
let service: ServiceProcess;
let secret: string;
let call: Call;

beforeEach(async () => {
  url = await createDatabase();
  owner = connect(url);
  const key = await createAccessKey({ actor: OPERATOR, db: owner }, { name: 'All', role: 'ADMINISTRATOR' });
  secret = key.secret;
  await start();
});
afterEach(async () => {
  service.child.kill('SIGKILL');
  await service.exit();
  await owner.destroy();
});

async function start(): Promise<void> {
  service = await startProcess({ DATABASE_URL: url });
  call = caller(service.url, secret);
}

async function project(name: string) {
  const { id } = await createProject({ actor: OPERATOR, db: owner }, { name });
  const environments = await owner.selectFrom('environments').select('id').where('projectId', '=', id).execute();
  const [one = '', two = ''] = environments.map((environment) => environment.id);
  return { id, one, two };
}

async function countUsers(projectId: string): Promise<number> {
  const users = owner.selectFrom('users').where('projectId', '=', projectId);
  return Number((await users.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow()).count);
}

async function isPurging(): Promise<boolean> {
  const marked = [
    owner.selectFrom('projects').select('id').where('removedAt', 'is not', null),
    owner.selectFrom('environments').select('id').where('removedAt', 'is not', null),
  ];
  const rows = await Promise.all(marked.map((query) => query.execute()));
  return rows.flat().length > 0;
}

let people = 0;
function createUser(projectId: string, environmentIds: string[]): Promise<Answer> {
  people += 1;
  const phoneNumber = `+1555${1_000_000 + people}`;
  const input = { projectId, phoneNumber, firstName: 'Ana', lastName: 'Lima', environmentIds };
  return call(CREATE_USER, { input });
}

/** What the log tells of the purge. */
function told(): { msg: string; rows: number }[] {
  const lines = service
    .output()
    .split('\n')
    .filter((line) => line.includes('"job":"purge"'));
  return lines.map((line) => JSON.parse(line));
}

test('a purge that SIGKILL ended in the middle is finished after the next start, and the log tells of both', async () => {
  const doomed = await project('Doomed');
  await addCrowd(owner, doomed.id, [doomed.one, doomed.two], { users: USERS, telegramId: 1000 });
  await call(DELETE_PROJECT, { input: { id: doomed.id } });
  await service.wrote('job begins');
  service.child.kill('SIGKILL');
  await service.exit();
  expect(told().map(({ msg }) => msg)).not.toContain('job done');
  const left = await countUsers(doomed.id);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(USERS);

  await start();
  await service.wrote('job done');
  // However slow the machine, and often the log was told between.
  expect([told()[0]?.msg, told().at(-1)?.msg]).toEqual(['job begins', 'job done']);
  expect(told().at(-1)?.rows).toBeGreaterThan(0);
  const rows = ['projects', 'environments', 'userEnvironments', 'channelIdentities'] as const;
  for (const table of rows) expect(await owner.selectFrom(table).selectAll().execute()).toEqual([]);
});

test('a purge that somebody held up goes on at once, not a minute later', async () => {
  const doomed = await project('Doomed');
  await addCrowd(owner, doomed.id, [doomed.one], { users: 20, telegramId: 1000 });
  const held = await owner.startTransaction().execute();
  try {
    await held.selectFrom('users').select('id').where('projectId', '=', doomed.id).limit(1).forUpdate().execute();
    await call(DELETE_PROJECT, { input: { id: doomed.id } });
    while ((await countUsers(doomed.id)) > 1) await delay(50);
    // So that it has found nothing more to do.
    await delay(1000);
  } finally {
    await held.rollback().execute();
  }
  const letGo = performance.now();
  while (await isPurging()) await delay(50);
  expect(performance.now() - letGo).toBeLessThan(20_000);
});

test('nobody waits for a purge: neither who checks, adds and edits elsewhere nor who edits the very users', async () => {
  const [doomed, other] = [await project('Doomed'), await project('Other')];
  await addCrowd(owner, doomed.id, [doomed.one], { users: USERS, telegramId: 1000 });
  await addCrowd(owner, other.id, [other.one, other.two], { users: USERS, telegramId: 1000 });
  const { id } = await owner
    .selectFrom('users')
    .select('id')
    .where('projectId', '=', other.id)
    .executeTakeFirstOrThrow();
  let isRemoving = true;
  const removals = Promise.all([
    call(DELETE_PROJECT, { input: { id: doomed.id } }),
    call(DELETE_ENVIRONMENT, { input: { id: other.one } }),
  ]).finally(() => {
    isRemoving = false;
  });
  const answers: Answer[] = [];
  for (let round = 0; isRemoving || (await isPurging()); round += 1) {
    const sender = { channel: 'TELEGRAM', externalId: String(1000 + round) };
    answers.push(
      ...(await Promise.all([
        call(CHECK_ACCESS, { environmentId: other.two, sender }),
        createUser(other.id, [other.two]),
        call(UPDATE_USER, { input: { id, firstName: `Ana ${round}` } }),
      ])),
    );
  }
  await removals;
  expect(answers.map(errorCode).filter((code) => code !== undefined)).toEqual([]);
  expect(answers.flatMap(({ data }) => data.createUser?.userErrors ?? data.updateUser?.userErrors ?? [])).toEqual([]);
  expect(answers.flatMap(({ data }) => data.checkAccess?.reason ?? [])).not.toContain('UNKNOWN_ENVIRONMENT');
  expect(answers.length).toBeGreaterThan(9);
});
