import type { SearchCondition } from '../database/search-conditions.ts';
import { CallerError } from './caller-error.ts';
import { parseBeginnings, parseSearch } from './values/search-term.ts';

const LONGEST_SEARCH = 100;

/** The conditions of a search; none for a blank one. Throws BAD_USER_INPUT for one of more than 100 characters. */
export function readSearch(search: string | null | undefined): SearchCondition[] {
  if ([...(search ?? '')].length > LONGEST_SEARCH) {
    throw new CallerError('BAD_USER_INPUT', `A search can be at most ${LONGEST_SEARCH} characters long.`);
  }
  return parseSearch(search ?? '');
}

/** The conditions under which every part of a search begins a name, an address, a number or an id. They hold for nobody whom it does not find. */
export function readBeginnings(search: string | null | undefined): SearchCondition[] {
  return parseBeginnings(search ?? '');
}
