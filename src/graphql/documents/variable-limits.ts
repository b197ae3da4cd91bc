import { CallerError } from '../../domain/caller-error.ts';

const MOST_FIELDS = 1000;

/**
 * What graphql-js says of a field that an input does not have prints the whole object, once for each such field: half a
 * second for a body full of them. No input has nearly as many fields. Throws BAD_USER_INPUT.
 */
export function boundVariables(variables: unknown): void {
  const pending = [variables];
  // A loop, since a body may nest deeper than a stack.
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const below = Object.values(Object(value));
    if (!Array.isArray(value) && below.length > MOST_FIELDS) {
      throw new CallerError('BAD_USER_INPUT', `An object in the variables may have at most ${MOST_FIELDS} fields.`);
    }
    for (const each of below) if (typeof each === 'object' && each !== null) pending.push(each);
  }
}
