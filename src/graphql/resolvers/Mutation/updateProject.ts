import { updateProject as verb } from '../../../domain/projects.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const updateProject: NonNullable<MutationResolvers['updateProject']> = async (_parent, { input }, context) => ({
  project: await verb(context, input),
  userErrors: [],
});
