/** The SQLSTATE of a PostgreSQL error, or the code of a socket error; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

// Serialization failure, deadlock, and violated constraints. A verb checks what a constraint holds before it writes: if the
// constraint refuses all the same, somebody else was faster, and a second look shows what they did.
const LOST_RACE = new Set(['40001', '40P01', '23505', '23503', '23514']);

/** What a verb had read changed before it could lock it. The verb must run again. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
  /** The SQLSTATE of a serialization failure. */
  readonly code = '40001';
}

/**
 * PostgreSQL committed, but the wait for its synchronous standby was cancelled. It only warns of that, though a failover may undo
 * the commit.
 */
export class UnconfirmedCommitError extends Error {
  override readonly name = 'UnconfirmedCommitError';
  /** The SQLSTATE for a transaction whose outcome is unknown. */
  readonly code = '08007';
}

export function isLostRace(error: unknown): boolean {
  return LOST_RACE.has(codeOf(error) ?? '');
}

/** Whether somebody else held a lock for longer than this waits. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

/** The name of the constraint that refused a statement or a commit; undefined for other errors. */
export function violatedConstraint(error: unknown): string | undefined {
  const violated = codeOf(error)?.startsWith('23') && error instanceof Error && 'constraint' in error;
  return violated && typeof error.constraint === 'string' ? error.constraint : undefined;
}

/** The SQLSTATE for a write in a read-only transaction or database. */
export const READ_ONLY = '25006';

const UNAVAILABLE_CODES =
  /^(40001|40P01|55P03|57014|08...|57P0[123]|53300|25006|25P03|E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_).*)$/;
// The messages of pg's errors that have no code.
const UNAVAILABLE_TEXTS =
  /^(Connection (terminated|ended)|timeout e|Query read timeout|Client (has encountered|was closed))/;

/** Whether the database cannot answer now, but may soon. */
export function isUnavailable(error: unknown): boolean {
  // It has one error for each address that was tried.
  if (error instanceof AggregateError) return error.errors.every(isUnavailable);
  if (isStalePlan(error)) return true;
  const code = codeOf(error);
  if (code !== undefined) return UNAVAILABLE_CODES.test(code);
  return error instanceof Error && UNAVAILABLE_TEXTS.test(error.message);
}

/** Whether this keeps the database from answering, and no second try may follow at once, as after a lost race. */
export function isHindrance(error: unknown): error is Error {
  return isUnavailable(error) && !isLostRace(error);
}

/** Whether all connections of our own pool were busy for as long as a caller waits. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

/** Whether a migration changed the result type of a prepared statement: its connection cannot run that statement any more. */
function isStalePlan(error: unknown): boolean {
  return codeOf(error) === '0A000' && error instanceof Error && error.message.startsWith('cached plan');
}

/** Whether the server is a standby or a demoted primary: a new connection may reach another server, an open one never will. */
function isReadOnly(error: unknown): boolean {
  return codeOf(error) === READ_ONLY;
}

/** Whether the connection must be closed after this error, even if it would answer again. */
export function endsConnection(error: unknown): boolean {
  return isTimeout(error) || isStalePlan(error) || isReadOnly(error);
}

/** Whether the client gave up waiting. The connection is still busy with an answer that nobody will read. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** Whether the statement took longer than it may. */
export function isTimeLimit(error: unknown): boolean {
  return codeOf(error) === '57014' || isTimeout(error);
}

// Not a UTF-8 character, malformed, out of range, no such date.
const INVALID_VALUE = new Set(['22021', '22P02', '22P05', '22003', '22007', '22008']);

/** Whether PostgreSQL refused a value because it does not fit its type. */
export function isInvalidValue(error: unknown): boolean {
  return INVALID_VALUE.has(codeOf(error) ?? '');
}

/** The error in one line. An AggregateError, as from a refused connection, has no message of its own: its parts are described. */
export function describeFault(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(describeFault))].join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
