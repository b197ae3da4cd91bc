import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createDatabase } from '../support/database.ts';
import * as raw from '../support/raw-sql.ts';

// Raw SQL as the server's own role: the rule must hold even where the service is wrong or goes around itself.
const projectId = randomUUID();
const [one, two] = [randomUUID(), randomUUID()];
const sessions: pg.Client[] = [];
let first: pg.Client;
let second: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  const connectionString = await createDatabase();
  [first, second] = [await raw.openSession(connectionString), await raw.openSession(connectionString)];
  owner = await raw.openSession(connectionString, 'none');
  sessions.push(first, second, owner);
  await first.query('insert into projects (id, name) values ($1, $2)', [projectId, 'Assistant']);
  for (const [id, name] of [
    [one, 'One'],
    [two, 'Two'],
  ]) {
    await first.query(
      `insert into environments (project_id, id, name, type, self_registration) values ($1, $2, $3, 'STAGING', 'OPEN')`,
      [projectId, id, name],
    );
  }
});
afterAll(() => Promise.all(sessions.map((session) => session.end())));

const REFUSED = { code: '23514', constraint: 'users__at_least_one_environment' };

const insertUser = (session: pg.Client, environmentIds: string[]) => raw.insertUser(session, projectId, environmentIds);

async function user(environmentIds: string[]): Promise<string> {
  await first.query('begin');
  const id = await insertUser(first, environmentIds);
  await first.query('commit');
  return id;
}

const leave = (session: pg.Client, id: string, environmentId: string) =>
  session.query('delete from user_environments where project_id = $1 and user_id = $2 and environment_id = $3', [
    projectId,
    id,
    environmentId,
  ]);

async function environmentsOf(id: string): Promise<string[]> {
  const { rows } = await first.query('select environment_id from user_environments where user_id = $1', [id]);
  return rows.map((row) => row.environment_id);
}

describe.each(['read committed', 'repeatable read', 'serializable'])('at %s', (level) => {
  const begin = (session: pg.Client) => session.query(`begin isolation level ${level}`);
  const attempt = (session: pg.Client, work: () => Promise<unknown>) => raw.attempt(session, level, work);

  test('a user cannot come without an environment', async () => {
    await expect(attempt(first, () => insertUser(first, []))).rejects.toMatchObject(REFUSED);
    await expect(attempt(first, () => insertUser(first, [one]))).resolves.toBeUndefined();
  });

  test('a user may change environments within one transaction', async () => {
    const id = await user([one]);
    await attempt(first, async () => {
      await leave(first, id, one);
      await first.query('insert into user_environments values ($1, $2, $3)', [projectId, id, two]);
    });
    expect(await environmentsOf(id)).toEqual([two]);
  });

  test('a user cannot lose the last one', async () => {
    const id = await user([one]);
    await expect(attempt(first, () => leave(first, id, one))).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([one]);
  });

  test('a user cannot lose both by one statement', async () => {
    const id = await user([one, two]);
    const both = () => first.query('delete from user_environments where user_id = $1', [id]);
    await expect(attempt(first, both)).rejects.toMatchObject(REFUSED);
  });

  test('a user cannot take another id, and leave all environments behind', async () => {
    const id = await user([one]);
    const move = async () => {
      await leave(first, id, one);
      await first.query('update users set id = gen_random_uuid() where id = $1', [id]);
    };
    await expect(attempt(first, move)).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([one]);
  });

  test('the last one cannot be given to another user', async () => {
    const [from, to] = [await user([one]), await user([two])];
    const move = () => first.query('update user_environments set user_id = $1 where user_id = $2', [to, from]);
    await expect(attempt(first, move)).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(from)).toEqual([one]);
  });

  test('an environment cannot go while it is the only one of a user', async () => {
    await user([one]);
    const remove = () => first.query('delete from environments where id = $1', [one]);
    await expect(attempt(first, remove)).rejects.toMatchObject(REFUSED);
  });

  /** Both have looked, and deleted, before either commits: neither sees the other. */
  const collide = async (prepare: (id: string) => Promise<unknown>) => {
    const id = await user([one, two]);
    await Promise.all([begin(first), begin(second)]);
    await Promise.all([first, second].map((session) => session.query('select count(*) from user_environments')));
    await prepare(id);
    await leave(first, id, one);
    await leave(second, id, two);
    const outcomes = await Promise.allSettled([first.query('commit'), second.query('commit')]);
    await Promise.all([first, second].map((session) => session.query('rollback')));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refusals).toHaveLength(1);
    expect(['23514', '40001']).toContain(refusals[0].code);
    expect(await environmentsOf(id)).toHaveLength(1);
  };

  test('two sessions that each take one of the last two: one of them is refused', async () => {
    for (let round = 0; round < 5; round += 1) await collide(async () => {});
  });

  test.each([
    [[]],
    [['savepoint before', 'release savepoint before']],
    [['savepoint before', 'rollback to savepoint before']],
  ])('so it is when one of them has written the user already (%j)', async ([open, close]) => {
    await collide(async (id) => {
      if (open) await first.query(open);
      await first.query('update users set version = version + 1, updated_at = now() where id = $1', [id]);
      if (close) await first.query(close);
    });
  });

  // Only who may make temporary tables can try: the owner.
  const hide = async (table: string) => {
    await owner.query(`create temp table ${table} (like public.${table}) on commit drop`);
  };
  const pretend = (id: string) =>
    owner.query('insert into pg_temp.user_environments values ($1, $2, $3)', [projectId, id, one]);

  test('a temporary table does not stand in for the users', async () => {
    const id = await user([one]);
    const leaveUnseen = () => hide('users').then(() => leave(owner, id, one));
    await expect(attempt(owner, leaveUnseen)).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([one]);
  });

  test('a temporary table does not stand in for their environments', async () => {
    const come = async () => {
      await hide('user_environments');
      await pretend(await insertUser(owner, []));
    };
    await expect(attempt(owner, come)).rejects.toMatchObject(REFUSED);
    const id = await user([one]);
    const stay = async () => {
      await hide('user_environments');
      await pretend(id);
      await owner.query('delete from public.user_environments where user_id = $1', [id]);
    };
    await expect(attempt(owner, stay)).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([one]);
  });

  test('a user goes with all environments', async () => {
    const id = await user([one, two]);
    await attempt(first, () => first.query('delete from users where id = $1', [id]));
    expect(await environmentsOf(id)).toEqual([]);
  });

  test('a user goes in the transaction that took the last environment', async () => {
    const id = await user([one]);
    await attempt(first, async () => {
      await leave(first, id, one);
      await first.query('delete from users where id = $1', [id]);
    });
    expect(await environmentsOf(id)).toEqual([]);
  });
});

test.each([
  ['empty the memberships', 'truncate user_environments'],
  ['empty the users', 'truncate users cascade'],
  ['disable a trigger', 'alter table user_environments disable trigger all'],
  ['drop a trigger', 'drop trigger user_environments__at_least_one on user_environments'],
  ['replace the rule', 'alter function require_environment_of_user_left() rename to nothing'],
  ['pass as a replica, for which triggers rest', `set session_replication_role = 'replica'`],
  ['give itself more', `grant truncate on user_environments to ${SERVER_ROLE}`],
])('the server’s role cannot %s', async (_, statement) => {
  // A grant without the right is a warning, so what counts is the right itself.
  await first.query(statement).then(
    async () => {
      const { rows } = await first.query(`select has_table_privilege('user_environments', 'truncate') as may`);
      expect([statement.startsWith('grant'), rows[0].may]).toEqual([true, false]);
    },
    (error) => expect(error.code).toBe('42501'),
  );
});

test('even their owner cannot empty the memberships', async () => {
  await first.query('set role none');
  await expect(first.query('truncate user_environments cascade')).rejects.toMatchObject(REFUSED);
  await first.query(`set role ${SERVER_ROLE}`);
});
