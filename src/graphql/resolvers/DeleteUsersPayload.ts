import { NO_COUNTS } from '../../domain/row-results.ts';
import type { DeleteUsersPayloadResolvers } from './../generated/types.ts';

export const DeleteUsersPayload: DeleteUsersPayloadResolvers = {
  results: ({ results }) => results ?? [],
  counts: ({ counts }) => counts ?? NO_COUNTS,
};
