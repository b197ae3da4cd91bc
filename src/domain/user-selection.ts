import type { Channel, CreationSource } from '../database/tables.ts';
import type { UserSelection } from '../database/user-selection.ts';
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

/** Throws BAD_USER_INPUT for a search that is too long. */
export function readSelection(projectId: string, { search, filter }: UserSelectionInput): UserSelection {
  return {
    projectId,
    search: readSearch(search),
    environmentIds: filter?.environmentIds ? [...new Set(filter.environmentIds)].sort() : null,
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
