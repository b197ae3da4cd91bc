import type { SearchCondition } from '../../database/search-conditions.ts';
import { CallerError } from '../../domain/caller-error.ts';
import { parseSearch } from '../../domain/values/search-term.ts';
import type { Maybe } from './page-size.ts';

const LONGEST_SEARCH = 100;

/** The conditions of a search; none for a blank one. Throws BAD_USER_INPUT for one of more than 100 characters. */
export function readSearch(search: Maybe<string>): SearchCondition[] {
  if ([...(search ?? '')].length > LONGEST_SEARCH) {
    throw new CallerError('BAD_USER_INPUT', `A search can be at most ${LONGEST_SEARCH} characters long.`);
  }
  return parseSearch(search ?? '');
}
