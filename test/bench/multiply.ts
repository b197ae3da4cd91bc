import { isDeepStrictEqual } from 'node:util';
import { SingleBar } from 'cli-progress';
import pg from 'pg';
import type { Channel } from '../../src/database/tables.ts';
import { profileColumns } from '../../src/domain/user-form.ts';
import { parseEmailAddress } from '../../src/domain/values/email-address.ts';
import { parseExternalId } from '../../src/domain/values/external-id.ts';
import { type PhoneNumber, parsePhoneNumber } from '../../src/domain/values/phone-number.ts';
import { COPY, functions, ORIGINALS } from './copy-statements.ts';

const BATCH = 20_000;
const SAMPLE = 2000;
/** Phone numbers of a country differ in their last six digits alone. Of the largest, a million users take a tenth of those. */
export const MOST_TIMES = 10;

const TABLES = ['users', 'user_environments', 'channel_identities', 'audit_events'];

/**
 * Copies the users of a project, `plain` of them, until there are `users`: the same names with other ids, numbers, addresses and moments,
 * as makePeople would have gone on counting. Throws unless the copies are as the service writes them.
 */
export async function multiply(
  connectionString: string,
  projectId: string,
  plain: number,
  users: number,
): Promise<void> {
  const [db, other] = [new pg.Client({ connectionString }), new pg.Client({ connectionString })];
  try {
    await Promise.all([db.connect(), other.connect()]);
    const restoreIndexes = await dropIndexes(db);
    await db.query(`drop schema if exists seeding cascade; create schema seeding; ${functions()}`);
    await db.query(ORIGINALS, [projectId]);
    await db.query('create index on seeding.originals (place); analyze seeding.originals');
    const format = '{bar} {percentage}% | {value} of {total} users | {eta_formatted} left';
    const bar = new SingleBar({ format, noTTYOutput: true, notTTYSchedule: 10_000 });
    bar.start(users, plain);
    const batches = batchesOf(plain, users, (written) => bar.update(written));
    await Promise.all([db, other].map((each) => copy(each, batches, plain))).finally(() => bar.stop());
    await db.query('drop schema seeding cascade');
    await restoreIndexes();
    await requireGood(db, projectId, users);
  } finally {
    await Promise.all([db.end(), other.end()]);
  }
}

type Batch = { copy: number; first: number; last: number };

// Copy by copy: those who are called alike do not lie side by side.
function* batchesOf(plain: number, users: number, onProgress: (written: number) => void): Generator<Batch> {
  for (let written = plain; written < users; onProgress(written)) {
    const first = written % plain;
    const last = Math.min(first + BATCH, plain, first + users - written);
    yield { copy: Math.floor(written / plain), first, last };
    written += last - first;
  }
}

async function copy(db: pg.Client, batches: Generator<Batch>, plain: number): Promise<void> {
  // Neither constraint triggers nor foreign keys row by row: one statement proves at the end that they hold.
  await db.query('set session_replication_role = replica');
  const numbers = Math.floor(10 ** 6 / MOST_TIMES) - 9;
  for (const { copy, first, last } of batches) await db.query(COPY, [copy, first, last, plain, numbers]);
  await db.query('reset session_replication_role');
}

/** Those that stand for no constraint: over all rows at once they are built in a fraction of the time. */
async function dropIndexes(db: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
     order by indrelid, indexrelid`,
    [TABLES],
  );
  if (rows.length > 0) await db.query(`drop index ${rows.map(({ name }) => name).join(', ')}`);
  return async () => {
    await db.query(`set maintenance_work_mem = '2GB'; set work_mem = '256MB'`);
    for (const { name, definition } of rows) {
      const began = performance.now();
      await db.query(definition);
      console.log(`Built ${name} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    await db.query(`vacuum (analyze) ${TABLES.join(', ')}`);
  };
}

/** Throws unless all users are whole, and some, as far as they were looked at, as the service writes them. */
export async function requireGood(db: pg.Client, projectId: string, users: number): Promise<void> {
  await requireWhole(db, projectId, users);
  await requireAsWritten(db, projectId);
}

/** What foreign keys and triggers hold row by row. */
async function requireWhole(db: pg.Client, projectId: string, users: number): Promise<void> {
  const { rows } = await db.query(
    `select (select count(*)::int from users u where project_id = $1) as users,
       (select count(*)::int from users u where project_id = $1 and not exists (
         select from user_environments m where m.project_id = u.project_id and m.user_id = u.id)) as nowhere,
       (select count(*)::int from user_environments m where project_id = $1 and not exists (
         select from users u where u.project_id = m.project_id and u.id = m.user_id)) as "ofNobody",
       (select count(*)::int from user_environments m where project_id = $1 and not exists (
         select from environments e where e.project_id = m.project_id and e.id = m.environment_id)) as elsewhere,
       (select count(*)::int from channel_identities i where project_id = $1 and not exists (
         select from users u where u.project_id = i.project_id and u.id = i.user_id)) as orphans`,
    [projectId],
  );
  const expected = { users, nowhere: 0, ofNobody: 0, elsewhere: 0, orphans: 0 };
  if (!isDeepStrictEqual(rows[0], expected)) throw new Error(`The copies are not whole: ${JSON.stringify(rows[0])}`);
}

type Copied = Parameters<typeof profileColumns>[0] & {
  id: string;
  channel: Channel | null;
  externalId: string | null;
  columns: object;
};

/** All computed columns of some users against the service's own functions, and whether it would take their numbers, addresses and ids. */
async function requireAsWritten(db: pg.Client, projectId: string): Promise<void> {
  const { rows } = await db.query<Copied>(
    `select u.id, u.phone_number as "phoneNumber", email, first_name as "firstName", middle_name as "middleName", last_name as "lastName",
       i.channel, i.external_id as "externalId", json_build_object('phoneKey', phone_key, 'emailKey', email_key,
         'searchText', search_text, 'nameKey', name_key) as columns
     from (select * from users where project_id = $1 order by md5(id::text) limit $2) u
     left join channel_identities i on i.project_id = u.project_id and i.user_id = u.id`,
    [projectId, SAMPLE],
  );
  for (const { id, channel, externalId, columns, ...profile } of rows) {
    const { phoneKey, emailKey, searchText, nameKey } = profileColumns(
      profile,
      channel && externalId ? [{ channel, externalId }] : [],
    );
    const isTaken =
      (profile.phoneNumber === null ||
        parsePhoneNumber(profile.phoneNumber) === (profile.phoneNumber as PhoneNumber)) &&
      (profile.email === null || parseEmailAddress(profile.email) === profile.email) &&
      (channel === null || parseExternalId(channel, externalId ?? '') === externalId);
    const expected = { phoneKey, emailKey, searchText, nameKey };
    if (isTaken && isDeepStrictEqual(columns, expected)) continue;
    throw new Error(
      `The service writes ${id} otherwise: ${JSON.stringify({ ...profile, externalId, columns, expected }, null, 1)}`,
    );
  }
  console.log(`${rows.length} of the users are as the service writes them.`);
}
