import type pg from 'pg';
import type { Seeded } from './seed.ts';
import { chooseTerms } from './terms.ts';

type Sender = { channel: 'WHATSAPP'; phoneNumber: string };
export type Newcomer = {
  phoneNumber: string;
  email: string;
  firstName: string;
  lastName: string;
  environmentIds: string[];
};

/** What is asked: taken from the data, varied, the same for every contender. */
export type Inputs = {
  projectId: string;
  environmentId: string;
  /** Three of four are users, not all of them of this environment. */
  senders: Sender[];
  terms: string[];
  /** Places half of all users deep, a hundred users between one and the next. */
  deep: { createdAt: string; id: string }[];
  /** Where newcomers may talk. */
  environmentIds: string[];
  /** Whom new people are called like. */
  alike: Alike[];
  /** New people without end. */
  newcomers: Iterator<Newcomer, never>;
};

const SENDERS = 3000;
const PLACES = 50;
// An area code that nobody has, so that those who were added can be told and removed.
const NEWCOMER = '+1999';

export async function chooseInputs(
  db: pg.Client,
  { projectId, environmentIds }: Seeded,
  users: number,
): Promise<Inputs> {
  const { rows: known } = await db.query<{ phone: string }>(
    `select phone_number as phone from users where project_id = $1 and phone_number is not null order by md5(id::text) limit $2`,
    [projectId, (SENDERS * 3) / 4],
  );
  const { rows: deep } = await db.query<{ createdAt: Date; id: string }>(
    `select created_at as "createdAt", id from (
       select created_at, id, row_number() over (order by created_at desc, id desc) as place from users where project_id = $1
     ) as placed where place <= $2 and place > $2 - 100 * $3 and place % 100 = 0 order by place`,
    [projectId, Math.floor(users / 2), PLACES],
  );
  const senders = Array.from({ length: SENDERS }, (_, at): Sender => {
    const phone =
      at % 4 === 3 ? `1555${String(at * 997 + 1_000_000).slice(-7)}` : known[at - Math.floor(at / 4)]?.phone.slice(1);
    return { channel: 'WHATSAPP', phoneNumber: phone ?? '15551234567' };
  });
  const alike = await chooseAlike(db, projectId);
  return {
    projectId,
    environmentId: environmentIds.production,
    senders,
    terms: interleave(Object.values(await chooseTerms(db, projectId))),
    deep: deep.map(({ createdAt, id }) => ({ createdAt: createdAt.toISOString(), id })),
    environmentIds: bothOf(environmentIds),
    alike,
    newcomers: makeNewcomers(bothOf(environmentIds), alike, 2_000_000),
  };
}

function bothOf({ staging, production }: Seeded['environmentIds']): string[] {
  return [staging, production];
}

type Alike = { firstName: string; lastName: string; domain: string };

// Newcomers are called and mailed as those before them: were they all alike, a search through the newest would find none of
// its term.
async function chooseAlike(db: pg.Client, projectId: string): Promise<Alike[]> {
  const { rows } = await db.query<Alike>(
    `select first_name as "firstName", last_name as "lastName", split_part(email, '@', 2) as domain from users
     where project_id = $1 and first_name is not null and last_name is not null and email is not null
     order by md5(id::text) desc limit 5003`,
    [projectId],
  );
  return rows;
}

/** The same people for the same number of the first. */
export function* makeNewcomers(
  environmentIds: string[],
  alike: readonly Alike[],
  first: number,
): Generator<Newcomer, never> {
  for (let number = first; ; number++) {
    const { firstName, lastName, domain } = alike[number % alike.length] ?? FIRST;
    const [phoneNumber, email] = [`${NEWCOMER}${number}`, `newcomer.${number}@${domain}`];
    yield { phoneNumber, email, firstName, lastName, environmentIds };
  }
}

const FIRST: Alike = { firstName: 'Ana', lastName: 'Lima', domain: 'example.com' };

/** Removes those who were added, and all traces of them: the next run finds what this one found. */
export async function removeNewcomers(db: pg.Client, projectId: string): Promise<void> {
  await db.query(
    `with gone as (delete from users where project_id = $1 and phone_key >= $2 and phone_key < $2 || 'a' returning id)
     delete from audit_events a using gone where a.project_id = $1 and a.subject_id = gone.id`,
    [projectId, NEWCOMER],
  );
  // Of a large table PostgreSQL would leave the index entries of a few thousand, and every list begins with theirs.
  await db.query('vacuum (analyze, index_cleanup on) users, user_environments, audit_events');
}

/** One of each in turn. */
function interleave<T>(lists: T[][]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at % list.length] ?? [])).flat();
}
