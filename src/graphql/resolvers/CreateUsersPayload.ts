import { NO_COUNTS } from '../../domain/row-results.ts';
import type { CreateUsersPayloadResolvers } from './../generated/types.ts';

export const CreateUsersPayload: CreateUsersPayloadResolvers = {
  results: ({ results }) => results ?? [],
  counts: ({ counts }) => counts ?? NO_COUNTS,
};
