import { codeOf, isHindrance } from './errors.ts';

/** Rethrows the error, after it told the operator what callers do not learn. */
export type Tell = (error: unknown) => never;

/** The pooler in DATABASE_URL does not know prepared statements. */
class LostStatementError extends Error {
  override readonly name = 'LostStatementError';
}

// No such prepared statement, and one that is there already.
const LOST_STATEMENT = new Set(['26000', '42P05']);

/** `onError` is told of all that keeps the database from answering. */
export function createTeller(onError: (error: Error) => void): Tell {
  return (error) => {
    if (isHindrance(error)) onError(error);
    if (LOST_STATEMENT.has(codeOf(error) ?? ''))
      onError(
        new LostStatementError('The pooler in DATABASE_URL loses prepared statements: set PREPARED_STATEMENTS=off.'),
      );
    throw error;
  };
}
