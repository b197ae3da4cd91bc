import { updateProjectMember as verb } from '../../../domain/project-members.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const updateProjectMember: NonNullable<MutationResolvers['updateProjectMember']> = async (
  _parent,
  { input },
  context,
) => ({
  projectMember: await verb(context, input),
  userErrors: [],
});
