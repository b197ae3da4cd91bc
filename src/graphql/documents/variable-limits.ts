import { CallerError } from '../../domain/caller-error.ts';

const MOST_FIELDS = 1000;

/**
 * Throws BAD_USER_INPUT when an object in the variables has more than 1000 fields; no input has nearly as many. For each unknown
 * field, graphql-js prints the whole object into an error: half a second for a body full of them.
 */
export function boundVariables(variables: unknown): void {
  const pending = [variables];
  // A loop, not recursion: a body may nest deeper than the stack.
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const below = Object.values(Object(value));
    if (!Array.isArray(value) && below.length > MOST_FIELDS) {
      throw new CallerError('BAD_USER_INPUT', `An object in the variables may have at most ${MOST_FIELDS} fields.`);
    }
    for (const each of below) if (typeof each === 'object' && each !== null) pending.push(each);
  }
}
