import type pg from 'pg';

/** What people type into a search, by its kind. */
export type TermClasses = Record<string, string[]>;

const EACH = 20;

/** Terms of every class, made of the names, addresses and numbers of the project's own users. */
export async function chooseTerms(db: pg.Client, projectId: string): Promise<TermClasses> {
  const { rows } = await db.query<{ first: string; last: string; email: string | null; phone: string | null }>(
    `select first_name as first, last_name as last, email, phone_number as phone from users
     where project_id = $1 and first_name is not null and last_name is not null order by md5(id::text) limit 4000`,
    [projectId],
  );
  const { rows: oldest } = await db.query<{ email: string }>(
    `select email from users where project_id = $1 and email is not null order by created_at, id limit $2`,
    [projectId, EACH],
  );
  const { rows: identities } = await db.query<{ id: string }>(
    `select external_id as id from channel_identities where project_id = $1 order by md5(external_id) limit $2`,
    [projectId, EACH],
  );
  const named = (pattern: RegExp) => rows.map(({ first }) => first).filter((name) => pattern.test(name));
  const latin = named(/^[a-z]{6,}$/i);
  const emails = rows.flatMap(({ email }) => email ?? []);
  // Of a number in two writings the service looks for both, which nobody else here does.
  const phones = rows.flatMap(({ phone }) => (phone && !/^\+5[245]/.test(phone) ? phone.slice(1) : []));
  const full = rows.filter(({ first, last }) => /^[a-z]{4,}$/i.test(first) && /^[a-z]{4,}$/i.test(last));
  return {
    '1 letter': some(latin, (name) => name.slice(0, 1)),
    '2 letters': some(latin, (name) => name.slice(0, 2)),
    '3 letters': some(latin, (name) => name.slice(0, 3)),
    '6 letters': some(latin, (name) => name.slice(0, 6)),
    'everybody (a, @, 1)': ['a', '@', '1', 'e', 'example', '.'],
    'nobody, 1 character': ['ꙮ', '𓀀', 'ༀ', '᠀', '☃', '♞'],
    'nobody, 8 characters': some(latin, (name, at) => `${name.slice(0, 3)}qxzj${at % 10}`),
    'Chinese, 1 character': some(named(/^\p{Script=Han}+$/u), (name) => name.slice(0, 1)),
    'Chinese, 2 characters': some(named(/^\p{Script=Han}{2,}$/u), (name) => name.slice(0, 2)),
    'Cyrillic, 3 letters': some(named(/^\p{Script=Cyrillic}{4,}$/u), (name) => name.slice(0, 3)),
    'Cyrillic, a name': some(named(/^\p{Script=Cyrillic}{4,}$/u), (name) => name),
    '4 digits': some(phones, (phone) => phone.slice(-4)),
    'a phone number': some(phones, (phone) => `+${phone}`),
    'an e-mail address': some(emails.toReversed(), (email) => email),
    'an id on a channel': identities.map(({ id }) => id),
    'two words': some(full, ({ first, last }) => `${last} ${first}`),
    'two short words': some(full, ({ first, last }) => `${first.slice(0, 2)} ${last.slice(0, 2)}`),
    'name and digits': some(
      full,
      ({ first }, at) =>
        `${first} ${String(at * 37)
          .padStart(3, '0')
          .slice(-3)}`,
    ),
    'part of an e-mail': some(emails, (email) => email.slice(0, email.indexOf('@'))),
    'domain of an e-mail': ['@example.org', 'mail.example', '@correo', 'post.example'],
    'the oldest alone': oldest.map(({ email }) => email),
  };
}

function some<T>(from: readonly T[], make: (item: T, at: number) => string): string[] {
  return [...new Set(from.slice(0, EACH * 3).map(make))].slice(0, EACH);
}
