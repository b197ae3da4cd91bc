import { deleteProject as verb } from '../../../domain/projects.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const deleteProject: NonNullable<MutationResolvers['deleteProject']> = async (_parent, { input }, context) => {
  const deletedProjectId = await verb(context, input);
  context.observer.removed();
  return { deletedProjectId, userErrors: [] };
};
