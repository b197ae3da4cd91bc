import type { SearchCondition } from '../../database/search-conditions.ts';
import type { FoundUser } from '../../database/user-pages.ts';
import { fullName } from '../../domain/values/person-name.ts';
import { formatInternational } from '../../domain/values/phone-number.ts';
import {
  hasIdentity,
  matchIdentity,
  matchPhone,
  matchText,
  type TextSegment,
} from '../../domain/values/search-marks.ts';
import type { ChannelIdentitySource, SearchMatchSource } from '../mappers.ts';

/** In the order in which they are shown. */
export const SEARCHED_FIELDS = ['FULL_NAME', 'EMAIL', 'PHONE_NUMBER', 'CHANNEL_IDENTITY'] as const;

/** Lists the fields of the user in which the search was found. */
export function listMatches(
  user: FoundUser,
  search: readonly SearchCondition[],
  readIdentities: () => Promise<ChannelIdentitySource[]>,
): SearchMatchSource[] | Promise<SearchMatchSource[]> {
  const list = (identities: ChannelIdentitySource[]) =>
    SEARCHED_FIELDS.map((field) => ({ user, identities, field, search })).filter(
      (match) => matchSegments(match, 'E164') !== undefined,
    );
  // Few users are found by their ids. For the others, the ids need not be read.
  return hasIdentity(user.searchText ?? '', search) ? readIdentities().then(list) : list([]);
}

/**
 * The displayed value in segments; undefined when the search was not found in it. When several ids match, the first is returned.
 */
export function matchSegments(
  { user, identities, field, search }: SearchMatchSource,
  format: 'E164' | 'INTERNATIONAL',
): TextSegment[] | undefined {
  if (field === 'FULL_NAME') return matchText(fullName(user) ?? '', search);
  if (field === 'EMAIL') return matchText(user.email ?? '', search);
  if (field === 'PHONE_NUMBER') {
    const phoneNumber = user.phoneNumber ?? '';
    return matchPhone(format === 'INTERNATIONAL' ? formatInternational(phoneNumber) : phoneNumber, phoneNumber, search);
  }
  return identities.flatMap((identity) => [matchIdentity(identity, search) ?? []]).find(({ length }) => length > 0);
}
