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
  return {
    projectId,
    environmentId: environmentIds.production,
    senders,
    terms: interleave(Object.values(await chooseTerms(db, projectId))),
    deep: deep.map(({ createdAt, id }) => ({ createdAt: createdAt.toISOString(), id })),
    environmentIds: bothOf(environmentIds),
    newcomers: makeNewcomers(bothOf(environmentIds), 2_000_000),
  };
}

function bothOf({ staging, production }: Seeded['environmentIds']): string[] {
  return [staging, production];
}

/** The same people for the same number of the first. */
export function* makeNewcomers(environmentIds: string[], first: number): Generator<Newcomer, never> {
  for (let number = first; ; number++) {
    yield {
      phoneNumber: `${NEWCOMER}${number}`,
      email: `newcomer.${number}@example.com`,
      firstName: 'María José',
      lastName: `Ünal-${number % 1000}`,
      environmentIds,
    };
  }
}

/** Removes those who were added, and all traces of them: the next run finds what this one found. */
export async function removeNewcomers(db: pg.Client, projectId: string): Promise<void> {
  await db.query(
    `with gone as (delete from users where project_id = $1 and phone_key >= $2 and phone_key < $2 || 'a' returning id)
     delete from audit_events a using gone where a.project_id = $1 and a.subject_id = gone.id`,
    [projectId, NEWCOMER],
  );
  await db.query('vacuum (analyze) users, user_environments, audit_events');
}

/** One of each in turn. */
function interleave<T>(lists: T[][]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at % list.length] ?? [])).flat();
}
