import { addProjectMember as verb } from '../../../domain/project-members.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const addProjectMember: NonNullable<MutationResolvers['addProjectMember']> = async (
  _parent,
  { input },
  context,
) => ({
  projectMember: await verb(context, input),
  userErrors: [],
});
