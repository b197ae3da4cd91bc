import { CallerError } from '../../domain/caller-error.ts';

export type Maybe<T> = T | null | undefined;

export type PageRequest = {
  first?: Maybe<number>;
  after?: Maybe<string>;
  last?: Maybe<number>;
  before?: Maybe<string>;
};

export const DEFAULT_PAGE = 20;
export const LONGEST_PAGE = 100;

/**
 * The requested page size, 20 unless given. Throws BAD_USER_INPUT unless it is 1 to 100, or if both `first` and `last` are given.
 */
export function pageSize({ first, last }: PageRequest): number {
  if (typeof first === 'number' && typeof last === 'number') {
    throw new CallerError('BAD_USER_INPUT', 'Give first or last, not both.');
  }
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 1 || size > LONGEST_PAGE) {
    throw new CallerError('BAD_USER_INPUT', `first and last must be between 1 and ${LONGEST_PAGE}.`);
  }
  return size;
}
