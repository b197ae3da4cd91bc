import type { UserRow } from '../database/tables.ts';
import { fullName } from '../domain/person-name.ts';
import { formatInternational } from '../domain/phone-number.ts';
import { matchPhone, matchText, type SearchPart, type TextSegment } from '../domain/search-text.ts';
import type { SearchMatchSource } from './mappers.ts';

/** In the order they are shown. */
export const SEARCHED_FIELDS = ['FULL_NAME', 'EMAIL', 'PHONE_NUMBER'] as const;

/** The fields of the user in which the search was found. */
export function listMatches(user: UserRow, parts: SearchPart[]): SearchMatchSource[] {
  const candidates = SEARCHED_FIELDS.map((field) => ({ user, field, parts }));
  return candidates.filter((match) => matchSegments(match, 'E164') !== undefined);
}

/** The displayed value in segments; undefined where the search was not found. */
export function matchSegments(
  { user, field, parts }: SearchMatchSource,
  format: 'E164' | 'INTERNATIONAL',
): TextSegment[] | undefined {
  if (field === 'FULL_NAME') return matchText(fullName(user) ?? '', parts);
  if (field === 'EMAIL') return matchText(user.email ?? '', parts);
  const phoneNumber = user.phoneNumber ?? '';
  return matchPhone(format === 'INTERNATIONAL' ? formatInternational(phoneNumber) : phoneNumber, parts);
}
