import { removeProjectMember as verb } from '../../../domain/project-members.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const removeProjectMember: NonNullable<MutationResolvers['removeProjectMember']> = async (
  _parent,
  { input },
  context,
) => ({
  removedProjectMemberId: await verb(context, input),
  userErrors: [],
});
