import { createHash, createHmac, pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto';
import { sql } from 'kysely';
import { readAddress } from './address.ts';
import { connect, type Db, ownLogin, SERVER_ROLE } from './connection.ts';
import { codeOf, describeFault, isUnavailable } from './errors.ts';
import { UnprovenConnectionError } from './proof.ts';
import { inTurn } from './server-role.ts';

/**
 * Returns the tested URL of the server's own role, which has the server's rights only. Where PostgreSQL lets no such role log in,
 * it is the owner's login that takes the server's role, and `onEvent` is told why: such a session could become the owner again by
 * `reset role`. Throws when the database does not answer or a connection is not proven.
 */
export async function prepareServerLogin(
  owner: Db,
  connectionString: string,
  onEvent: (message: string) => void,
  role = SERVER_ROLE,
): Promise<string> {
  const database = await describeDatabase(owner, role);
  // The owner's search_path may be set on its role; another role would not have it.
  const asOwner = addOption(connectionString, `search_path=${database.searchPath}`);
  try {
    return await openOwnLogin(owner, asOwner, database);
  } catch (error) {
    if (isNoAnswer(error) || error instanceof UnprovenConnectionError) throw error;
    await prove(asOwner, role);
    onEvent(
      `The server logs in as the tables' owner and becomes ${role}, since ${database.login} cannot log in ` +
        `(${describeFault(error)}): SQL smuggled into it could take the owner's rights back. ` +
        'To have none of that, set DATABASE_OWNER_URL, and DATABASE_URL with another login.',
    );
    return asOwner;
  }
}

type DatabaseDescription = { login: string; role: string; searchPath: string; hasLogin: boolean };

async function describeDatabase(owner: Db, role: string): Promise<DatabaseDescription> {
  const { rows } = await sql<Omit<DatabaseDescription, 'role'>>`
    select ${ownLogin('', role)} || oid as login, quote_ident(current_schema()) || ',pg_temp' as search_path,
      to_regrole(${ownLogin('', role)} || oid) is not null as has_login
    from pg_database where datname = current_database()`.execute(owner);
  if (!rows[0]) throw new Error('The database is gone.');
  return { ...rows[0], role };
}

async function openOwnLogin(owner: Db, asOwner: string, database: DatabaseDescription): Promise<string> {
  const { login, role, hasLogin } = database;
  const { password } = readAddress(asOwner).given;
  if (typeof password !== 'string' || !password) throw new Error('DATABASE_URL has no password to derive another from');
  const secret = derivePassword(password, login);
  const asItself = replaceLogin(asOwner, login, secret);
  if (hasLogin && (await isProven(asItself, role))) return asItself;
  await makeLogin(owner, { login, role, secret });
  await prove(asItself, role);
  return asItself;
}

async function isProven(connectionString: string, role: string): Promise<boolean> {
  try {
    await prove(connectionString, role);
    return true;
  } catch (error) {
    if (isNoAnswer(error)) throw error;
    return false;
  }
}

/** Whether the login may have failed for another reason than a refusal. PgBouncer refuses unknown users with 08P01. */
function isNoAnswer(error: unknown): boolean {
  return isUnavailable(error) && codeOf(error) !== '08P01';
}

/** Connects and reads one of our tables; throws if that fails. */
async function prove(connectionString: string, role: string): Promise<void> {
  const db = connect(connectionString, { role });
  await sql`select from kysely_migration limit 0`.execute(db).finally(() => db.destroy());
}

/** Creates the login role. Or resets it: the owner's password may have changed, or somebody may have altered the role. */
async function makeLogin(
  owner: Db,
  { login, role, secret }: { login: string; role: string; secret: string },
): Promise<void> {
  await inTurn(owner, async (tx) => {
    // to_regrole would not see a role that was created while this transaction waited for its turn.
    const { rows } = await sql`select from pg_roles where rolname = ${login}`.execute(tx);
    const verb = sql.raw(rows.length > 0 ? 'alter' : 'create');
    await sql`${verb} role ${sql.id(login)} login inherit password ${sql.lit(verifierOf(secret))}`.execute(tx);
    await sql`grant ${sql.id(role)} to ${sql.id(login)}`.execute(tx);
  });
}

/**
 * Derived from the owner's password, so that servers with one DATABASE_URL agree and nothing is stored. scrypt is slow on
 * purpose: whoever sees the result cannot try out what the owner's may be.
 */
function derivePassword(ownersPassword: string, login: string): string {
  return scryptSync(ownersPassword, login, 32).toString('base64url');
}

const ITERATIONS = 4096;

/**
 * The verifier that PostgreSQL stores for a password (SCRAM-SHA-256, RFC 5802). Sending this keeps the password out of
 * PostgreSQL's log.
 */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${sign('Server Key').toString('base64')}`;
}

function addOption(connectionString: string, setting: string): string {
  const [address, parameters] = split(connectionString);
  const given = parameters.get('options');
  // An unescaped space would end the option.
  const option = `-c ${setting.replace(/[\\\s]/g, '\\$&')}`;
  parameters.set('options', given ? `${given} ${option}` : option);
  return `${address}?${parameters}`;
}

function replaceLogin(connectionString: string, user: string, password: string): string {
  const [address, parameters] = split(connectionString);
  for (const name of ['user', 'password']) parameters.delete(name);
  return `${address.replace(/^(\w+:\/\/)([^/]*@)?/, `$1${user}:${password}@`)}?${parameters}`;
}

// The URL class cannot set a user where the host is empty, as before a socket's path.
function split(connectionString: string): [address: string, parameters: URLSearchParams] {
  const [address = '', ...query] = connectionString.split('?');
  return [address, new URLSearchParams(query.join('?'))];
}
