import { createProject as verb } from '../../../domain/projects.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const createProject: NonNullable<MutationResolvers['createProject']> = async (_parent, { input }, context) => ({
  project: await verb(context, input),
  userErrors: [],
});
