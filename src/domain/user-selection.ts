import type { Channel, CreationSource } from '../database/tables.ts';
import type { UserSelection } from '../database/user-selection.ts';
import { CallerError } from './caller-error.ts';
import { MAXIMUM_ENVIRONMENTS } from './environments.ts';
import { readSearch } from './search.ts';

type Maybe<T> = T | null | undefined;

/** Which users a list, or a change of many, is about. */
export type UserSelectionInput = {
  search?: Maybe<string>;
  filter?: Maybe<{
    environmentIds?: Maybe<readonly string[]>;
    creationSource?: Maybe<CreationSource>;
    hasPhoneNumber?: Maybe<boolean>;
    hasEmail?: Maybe<boolean>;
    isBlocked?: Maybe<boolean>;
    lastSeenBefore?: Maybe<Date>;
    neverSeen?: Maybe<boolean>;
    expiresBefore?: Maybe<Date>;
    channel?: Maybe<Channel>;
  }>;
};

/** Throws BAD_USER_INPUT for a search or a list of environments that is too long. */
export function readSelection(projectId: string, { search, filter }: UserSelectionInput): UserSelection {
  return {
    projectId,
    search: readSearch(search),
    environmentIds: readEnvironmentFilter(filter?.environmentIds),
    creationSource: filter?.creationSource ?? null,
    hasPhoneNumber: filter?.hasPhoneNumber ?? null,
    hasEmail: filter?.hasEmail ?? null,
    isBlocked: filter?.isBlocked ?? null,
    lastSeenBefore: filter?.lastSeenBefore ?? null,
    neverSeen: filter?.neverSeen ?? null,
    expiresBefore: filter?.expiresBefore ?? null,
    channel: filter?.channel ?? null,
  };
}

// Twice what a project may have: some may have been removed since.
const MOST_FILTERED = 2 * MAXIMUM_ENVIRONMENTS;

/** The environments of a filter, each once; null without the filter. Throws BAD_USER_INPUT for more than 100. */
export function readEnvironmentFilter(ids: Maybe<readonly string[]>): readonly string[] | null {
  if (!ids) return null;
  if (ids.length > MOST_FILTERED) {
    throw new CallerError('BAD_USER_INPUT', `A filter has at most ${MOST_FILTERED} environments.`);
  }
  return [...new Set(ids)].sort();
}
