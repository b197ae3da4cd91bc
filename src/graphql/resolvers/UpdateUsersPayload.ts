import { NO_COUNTS } from '../../domain/row-results.ts';
import type { UpdateUsersPayloadResolvers } from './../generated/types.ts';

export const UpdateUsersPayload: UpdateUsersPayloadResolvers = {
  results: ({ results }) => results ?? [],
  counts: ({ counts }) => counts ?? NO_COUNTS,
};
