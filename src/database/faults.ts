/** The SQLSTATE of a PostgreSQL error or the code of a socket's; undefined for anything else. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

// Serialization failure and deadlock; and the constraints, which hold what was checked before:
// when one of them refuses, somebody else was faster, and a second look tells what they did.
const LOST_RACE = new Set(['40001', '40P01', '23505', '23503', '23514']);

export function isLostRace(error: unknown): boolean {
  return LOST_RACE.has(codeOf(error) ?? '');
}

/** The name of the constraint that refused a statement or a commit. */
export function violatedConstraint(error: unknown): string | undefined {
  const violated = codeOf(error)?.startsWith('23') && error instanceof Error && 'constraint' in error;
  return violated && typeof error.constraint === 'string' ? error.constraint : undefined;
}

const UNAVAILABLE_CODES =
  /^(40001|40P01|55P03|57014|08...|57P0[123]|53300|E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_).*)$/;
const UNAVAILABLE_TEXTS = /timeout|terminated|Connection ended|not queryable|Client was closed/i;

/** The database cannot answer now, and may soon. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return UNAVAILABLE_CODES.test(code);
  return error instanceof Error && UNAVAILABLE_TEXTS.test(error.message);
}
