import type { ClientBase } from 'pg';
import { READ_ONLY } from './errors.ts';

/** Rejects unless a new connection has the login, role and time-outs that it was opened with. */
export type Proof = (client: ClientBase) => Promise<void>;

/** A connection has other rights or time-outs than it should, so nothing would limit its statements. */
export class UnprovenConnectionError extends Error {
  override name = 'UnprovenConnectionError';
}

/** The database is a standby or a demoted primary. */
class ReadOnlyDatabaseError extends Error {
  override name = 'ReadOnlyDatabaseError';
  code = READ_ONLY;
}

/**
 * `login` and `role` are undefined where any will do that has not the rights of the tables' owner; the role must have those of
 * `group`. Time-outs by setting, in milliseconds.
 */
type Expected = { login?: string | undefined; role?: string; group: string; timeouts: Record<string, number> };

type Found = {
  login: string;
  role: string;
  isMember: boolean;
  isOwner: boolean;
  isOwnersLogin: boolean;
  isReadOnly: boolean;
  timeouts: Record<string, number>;
};

/** Asks every new connection once what it is: a pooler may ignore start-up parameters, or log in as somebody else. */
export function createProof(expected: Expected): Proof {
  return async (client) => {
    const { rows } = await client.query<Found>(QUESTION, [expected.group, Object.keys(expected.timeouts)]);
    const [found] = rows;
    const problems = found ? compare(found, expected) : ['does not say what it is'];
    const advice = expected.role === undefined ? ADVICE_ON_POOLERS : ADVICE;
    if (problems.length > 0) throw new UnprovenConnectionError(`The connection ${problems.join(', ')}.${advice}`);
    if (found?.isReadOnly) throw new ReadOnlyDatabaseError('The database is read-only.');
  };
}

/** Rejects for a standby: among several hosts, the one that takes writes is wanted. */
export const refuseReadOnly: Proof = async (client) => {
  const { rows } = await client.query<{ isReadOnly: boolean }>(`select ${IS_READ_ONLY} as "isReadOnly"`);
  if (rows[0]?.isReadOnly) throw new ReadOnlyDatabaseError('The database is read-only.');
};

const ADVICE =
  ' Where a pooler ignores start-up parameters, connect to PostgreSQL itself, or set DATABASE_OWNER_URL beside DATABASE_URL.';
const ADVICE_ON_POOLERS =
  ' A pooler may still have connections from before the role had its settings: let it reconnect (PgBouncer: RECONNECT).';

const IS_READ_ONLY = `current_setting('transaction_read_only')::boolean`;

const QUESTION = `with owned as (select relowner from pg_class where oid = to_regclass('users'))
  select session_user::text as login, current_user::text as role, pg_has_role(current_user, $1, 'usage') as "isMember",
  exists (select from owned where pg_has_role(current_user, relowner, 'member')) as "isOwner",
  exists (select from owned where pg_has_role(session_user, relowner, 'member')) as "isOwnersLogin",
  ${IS_READ_ONLY} as "isReadOnly",
  (select json_object_agg(name, extract(epoch from current_setting(name)::interval) * 1000) from unnest($2::text[]) as name) as timeouts`;

function compare(found: Found, expected: Expected): string[] {
  const problems: string[] = [];
  const { role = found.role } = expected;
  if (found.role !== role) problems.push(`works as ${found.role}, not as ${role}`);
  else if (found.isOwner) problems.push(`works as ${found.role}, who has the rights of the tables' owner`);
  else if (!found.isMember) problems.push(`works as ${found.role}, who lacks the rights of ${expected.group}`);
  else if (expected.role === undefined && found.isOwnersLogin)
    problems.push(`is logged in as ${found.login}, who has the rights of the tables' owner`);
  if (expected.login !== undefined && found.login !== expected.login)
    problems.push(`is logged in as ${found.login}, not as ${expected.login}`);
  for (const [name, wanted] of Object.entries(expected.timeouts)) {
    const actual = found.timeouts[name];
    if (actual !== wanted) problems.push(`has ${name} = ${actual} ms, not ${wanted} ms`);
  }
  return problems;
}
