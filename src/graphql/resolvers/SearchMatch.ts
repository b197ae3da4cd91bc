import type { SearchMatchResolvers } from './../generated/types.ts';
import { matchSegments } from '../paging/search-matches.ts';

export const SearchMatch: SearchMatchResolvers = {
  segments: (match, { phoneNumberFormat }) => matchSegments(match, phoneNumberFormat) ?? [],
};
