import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from '../support/database.ts';
import { attempt, insertUser, openSession } from '../support/raw-sql.ts';

// Raw SQL as the server's own role. An environment is removed in two transactions or more: the removal begins, which is seen by
// all; its users are seen to have another one; it ends. At no moment may a user be left without one, whoever does what meanwhile.
let first: pg.Client;
let second: pg.Client;
let owner: pg.Client;
let projectId: string;
let leaving: string;
let staying: string;

beforeAll(async () => {
  const connectionString = await createDatabase();
  first = await openSession(connectionString);
  second = await openSession(connectionString);
  owner = new pg.Client({ connectionString });
  await owner.connect();
});
afterAll(() => Promise.all([first, second, owner].map((session) => session.end())));

afterEach(() => Promise.all([first, second].map((session) => session.query('rollback'))));

beforeEach(async () => {
  projectId = randomUUID();
  await first.query('insert into projects (id, name) values ($1, $2)', [projectId, 'Assistant']);
  [leaving, staying] = [await environment(), await environment()];
});

async function environment(): Promise<string> {
  const id = randomUUID();
  await first.query(
    `insert into environments (project_id, id, name, type, self_registration) values ($1, $2, $3, 'STAGING', 'OPEN')`,
    [projectId, id, id],
  );
  return id;
}

const REFUSED = { code: '23514', constraint: 'users__at_least_one_environment' };
const REFUSED_REMOVAL = { code: '23514', constraint: 'environments__removal' };
/** By the rule, or because the transaction looked at the past. */
const REFUSED_OR_STALE = { code: expect.stringMatching(/^(23514|40001)$/) };

const setRemoval = (session: pg.Client, change: string, id = leaving) =>
  session.query(`update environments set ${change} where project_id = $1 and id = $2`, [projectId, id]);
const begin = (session: pg.Client, id = leaving) => setRemoval(session, `removal_transaction = '1'`, id);
const check = (session: pg.Client, upTo: string) => setRemoval(session, `removal_checked_to = '${upTo}'`);
const end = (session: pg.Client, id = leaving) => setRemoval(session, 'removed_at = now()', id);
const giveUp = (session: pg.Client) => setRemoval(session, 'removal_transaction = null');
const leave = (session: pg.Client, userId: string, id: string) =>
  session.query('delete from user_environments where user_id = $1 and environment_id = $2', [userId, id]);

async function user(environmentIds: string[]): Promise<string> {
  await first.query('begin');
  const id = await insertUser(first, projectId, environmentIds);
  await first.query('commit');
  return id;
}

/** Those that are there for everybody. */
async function environmentsOf(userId: string): Promise<string[]> {
  const { rows } = await first.query(
    `select e.id from user_environments m join environments e on e.id = m.environment_id
     where m.user_id = $1 and e.removed_at is null`,
    [userId],
  );
  return rows.map(({ id }) => id);
}

/** Waits until the session waits for another one's lock. */
async function isBlocked(session: pg.Client): Promise<void> {
  const { rowCount } = await owner.query(
    `select from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'`,
    // Known to every client, though not to its types.
    [Reflect.get(session, 'processID')],
  );
  if (rowCount === 0) await isBlocked(session);
}

describe.each(['read committed', 'repeatable read', 'serializable'])('at %s', (level) => {
  const run = (session: pg.Client, work: () => Promise<unknown>) => attempt(session, level, work);
  const look = (session: pg.Client) => session.query('select count(*) from user_environments');

  // Whoever waited may be refused for having looked at the past.
  const commitOf = (session: pg.Client, work: Promise<unknown>) =>
    work
      .then(() => session.query('commit'))
      .catch((error) => {
        expect(error).toMatchObject({ code: '40001' });
        return session.query('rollback');
      });

  test('an environment is removed after its removal has begun; its users keep the others', async () => {
    const id = await user([leaving, staying]);
    await run(first, () => begin(first));
    await run(first, () => end(first));
    expect(await environmentsOf(id)).toEqual([staying]);
  });

  test('not in the transaction that began it, and not without a beginning', async () => {
    await user([leaving, staying]);
    await expect(run(first, () => end(first))).rejects.toMatchObject(REFUSED_REMOVAL);
    const both = async () => {
      await begin(first);
      await end(first);
    };
    await expect(run(first, both)).rejects.toMatchObject(REFUSED_REMOVAL);
    const inSavepoint = async () => {
      await first.query('savepoint within');
      await begin(first);
      await first.query('release savepoint within');
      await check(first, randomUUID());
    };
    await expect(run(first, inSavepoint)).rejects.toMatchObject(REFUSED_REMOVAL);
  });

  test('while it is the only one of a user, its removal neither ends nor is checked beyond that user', async () => {
    await user([leaving, staying]);
    const alone = await user([leaving]);
    await run(first, () => begin(first));
    await expect(run(first, () => end(first))).rejects.toMatchObject(REFUSED);
    await expect(run(first, () => check(first, alone))).rejects.toMatchObject(REFUSED);
  });

  test('what is checked is not looked at again: checking goes in steps', async () => {
    const ids = [await user([leaving, staying]), await user([leaving, staying])].toSorted();
    await run(first, () => begin(first));
    for (const id of ids) await run(first, () => check(first, id));
    await run(first, () => end(first));
  });

  test('nobody can come with an environment that is leaving alone', async () => {
    await run(first, () => begin(first));
    await expect(run(first, () => insertUser(first, projectId, [leaving]))).rejects.toMatchObject(REFUSED);
    await run(first, () => insertUser(first, projectId, [leaving, staying]));
    await run(first, () => end(first));
    await expect(run(first, () => insertUser(first, projectId, [leaving]))).rejects.toMatchObject(REFUSED);
  });

  test('nobody can lose the other one, or exchange it for the one that is leaving', async () => {
    const [id, other] = [await user([leaving, staying]), await user([staying])];
    await run(first, () => begin(first));
    await expect(run(first, () => leave(first, id, staying))).rejects.toMatchObject(REFUSED);
    const exchange = () =>
      first.query('update user_environments set environment_id = $1 where user_id = $2', [leaving, other]);
    await expect(run(first, exchange)).rejects.toMatchObject(REFUSED);
    await run(first, () => end(first));
    await expect(run(first, exchange)).rejects.toMatchObject(REFUSED);
    const removeOther = () => first.query('delete from environments where id = $1', [staying]);
    await expect(run(first, removeOther)).rejects.toMatchObject(REFUSED);
  });

  test('a removal that was given up counts for nothing: the next one is checked anew', async () => {
    await user([leaving, staying]);
    await run(first, () => begin(first));
    await run(first, () => check(first, 'ffffffff-ffff-ffff-ffff-ffffffffffff'));
    await run(first, () => giveUp(first));
    await user([leaving]);
    await run(first, () => begin(first));
    await expect(run(first, () => end(first))).rejects.toMatchObject(REFUSED);
  });

  test('of two environments of a project one can be leaving at a time', async () => {
    const id = await user([leaving, staying]);
    await Promise.all([first, second].map((session) => session.query(`begin isolation level ${level}`)));
    await Promise.all([look(first), look(second)]);
    await begin(first, leaving);
    const other = begin(second, staying).catch((error) => error);
    await isBlocked(second);
    await first.query('commit');
    expect(await other).toMatchObject({ code: expect.stringMatching(/^(23505|40001)$/) });
    await second.query('rollback');
    await run(first, () => end(first, leaving));
    await run(first, () => begin(first, staying));
    await expect(run(first, () => end(first, staying))).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([staying]);
  });

  test('a removal that begins against the loss of the other one: the loss is refused', async () => {
    const id = await user([leaving, staying]);
    const lose = async () => {
      await look(second);
      await leave(second, id, staying);
      await run(first, () => begin(first));
    };
    await expect(run(second, lose)).rejects.toMatchObject(REFUSED_OR_STALE);
    await run(first, () => end(first));
    expect(await environmentsOf(id)).toEqual([staying]);
  });

  test('or it waits for the loss, and cannot end', async () => {
    const id = await user([leaving, staying]);
    await first.query(`begin isolation level ${level}`);
    await look(first);
    await second.query(`begin isolation level ${level}`);
    await leave(second, id, staying);
    await second.query('set constraints all immediate');
    const begun = commitOf(first, begin(first));
    await isBlocked(first);
    await second.query('commit');
    await begun;
    await run(first, () => begin(first));
    await expect(run(first, () => end(first))).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([leaving]);
  });

  test('a removal that begins against a user who comes with this one alone: it waits, and cannot end', async () => {
    await first.query(`begin isolation level ${level}`);
    await look(first);
    await second.query(`begin isolation level ${level}`);
    const id = await insertUser(second, projectId, [leaving]);
    const begun = commitOf(first, begin(first));
    await isBlocked(first);
    await second.query('commit');
    await begun;
    await run(first, () => begin(first));
    await expect(run(first, () => end(first))).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([leaving]);
  });

  test('or the user waits, and cannot come', async () => {
    await second.query(`begin isolation level ${level}`);
    await look(second);
    await first.query(`begin isolation level ${level}`);
    await begin(first);
    const coming = insertUser(second, projectId, [leaving])
      .then(() => second.query('commit'))
      .catch((error) => error);
    await isBlocked(second);
    await first.query('commit');
    expect(await coming).toMatchObject(REFUSED_OR_STALE);
    await second.query('rollback');
    await run(first, () => end(first));
  });

  test('a transaction that looked before the removal began cannot end it', async () => {
    const id = await user([leaving, staying]);
    const late = async () => {
      await look(second);
      await leave(first, id, staying);
      await begin(first);
      await end(second);
    };
    await expect(run(second, late)).rejects.toMatchObject(REFUSED_OR_STALE);
    expect(await environmentsOf(id)).toEqual([leaving]);
  });

  test('one that looked after it began can: nobody can have come to rely on it since', async () => {
    const id = await user([leaving, staying]);
    await begin(first);
    await run(second, async () => {
      await look(second);
      await expect(leave(first, id, staying)).rejects.toMatchObject(REFUSED);
      await expect(user([leaving])).rejects.toMatchObject(REFUSED);
      await first.query('rollback');
      await end(second);
    });
    expect(await environmentsOf(id)).toEqual([staying]);
  });

  test('a removed environment cannot come back, nor be new', async () => {
    await user([leaving, staying]);
    await begin(first);
    await end(first);
    for (const change of ['removed_at = null', 'removal_transaction = null', `removal_transaction = '7'`]) {
      await expect(run(first, () => setRemoval(first, change))).rejects.toMatchObject(REFUSED_REMOVAL);
    }
    const insert = () =>
      first.query(
        `insert into environments (project_id, id, name, type, self_registration, removal_transaction)
          values ($1, $2, 'New', 'STAGING', 'OPEN', '1')`,
        [projectId, randomUUID()],
      );
    await expect(run(first, insert)).rejects.toMatchObject(REFUSED_REMOVAL);
  });

  test('whoever ends it cannot have taken a user from it before', async () => {
    const id = await user([leaving]);
    await run(first, () => begin(first));
    const both = async () => {
      await leave(first, id, leaving);
      await end(first);
    };
    await expect(run(first, both)).rejects.toMatchObject(REFUSED);
    expect(await environmentsOf(id)).toEqual([leaving]);
  });

  test('what is left of memberships in it goes without touching its users', async () => {
    const id = await user([leaving, staying]);
    await begin(first);
    await end(first);
    const lost = async () =>
      (await first.query('select memberships_lost from users where id = $1', [id])).rows[0].memberships_lost;
    await run(first, () => leave(first, id, leaving));
    expect(await lost()).toBe('0');
    await run(first, () => first.query('delete from environments where id = $1', [leaving]));
    expect(await environmentsOf(id)).toEqual([staying]);
  });

  test('of a removed project all environments go, and it cannot come back', async () => {
    await user([leaving]);
    const setProject = (change: string) => first.query(`update projects set ${change} where id = $1`, [projectId]);
    await run(first, async () => {
      await setProject('removed_at = now()');
      await end(first);
    });
    for (const change of ['removed_at = null', "removed_at = null, name = 'Back'"]) {
      await expect(run(first, () => setProject(change))).rejects.toMatchObject({ code: '23514' });
    }
    await expect(run(first, () => insertUser(first, projectId, [leaving]))).rejects.toMatchObject(REFUSED);
    await run(first, () => first.query('delete from projects where id = $1', [projectId]));
  });
});
