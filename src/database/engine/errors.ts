/** The SQLSTATE of a PostgreSQL error or the code of a socket's; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

// Serialization failure and deadlock; and the constraints, which hold what was checked before:
// when one of them refuses, somebody else was faster, and a second look tells what they did.
const LOST_RACE = new Set(['40001', '40P01', '23505', '23503', '23514']);

/** What was looked at changed before it could be locked: whoever asked looks again. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
  /** As a serialization failure, which it is. */
  readonly code = '40001';
}

export function isLostRace(error: unknown): boolean {
  return LOST_RACE.has(codeOf(error) ?? '');
}

/** The name of the constraint that refused a statement or a commit. */
export function violatedConstraint(error: unknown): string | undefined {
  const violated = codeOf(error)?.startsWith('23') && error instanceof Error && 'constraint' in error;
  return violated && typeof error.constraint === 'string' ? error.constraint : undefined;
}

/** The SQLSTATE for writing to what is read-only. */
export const READ_ONLY = '25006';

const UNAVAILABLE_CODES =
  /^(40001|40P01|55P03|57014|08...|57P0[123]|53300|25006|25P03|E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_).*)$/;
// What pg says without a code.
const UNAVAILABLE_TEXTS =
  /^(Connection (terminated|ended)|timeout e|Query read timeout|Client (has encountered|was closed))/;

/** The database cannot answer now, and may soon. */
export function isUnavailable(error: unknown): boolean {
  // One error for each address that was tried.
  if (error instanceof AggregateError) return error.errors.every(isUnavailable);
  if (isStalePlan(error)) return true;
  const code = codeOf(error);
  if (code !== undefined) return UNAVAILABLE_CODES.test(code);
  return error instanceof Error && UNAVAILABLE_TEXTS.test(error.message);
}

/** A migration changed what a prepared statement answers: its connection can ask it no more. */
function isStalePlan(error: unknown): boolean {
  return codeOf(error) === '0A000' && error instanceof Error && error.message.startsWith('cached plan');
}

/** Of a standby, or of a primary that was demoted: this address may answer for another one soon, but no connection that is open. */
function isReadOnly(error: unknown): boolean {
  return codeOf(error) === READ_ONLY;
}

/** Whether a connection has to be closed after this, whatever it would answer next. */
export function endsConnection(error: unknown): boolean {
  return isTimeout(error) || isStalePlan(error) || isReadOnly(error);
}

/** The client gave up waiting, so what its connection says next belongs to no one. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** The statement took longer than it may. */
export function isTimeLimit(error: unknown): boolean {
  return codeOf(error) === '57014' || isTimeout(error);
}

// Not a character of UTF-8, malformed, out of range, no such moment.
const INVALID_VALUE = new Set(['22021', '22P02', '22P05', '22003', '22007', '22008']);

/** PostgreSQL cannot take a value for what it was given as. */
export function isInvalidValue(error: unknown): boolean {
  return INVALID_VALUE.has(codeOf(error) ?? '');
}

/** In one line, whatever it is: an AggregateError, as of a refused connection, has no message of its own. */
export function describeFault(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(describeFault))].join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
