import { revokeInvitation as verb } from '../../../domain/invitations.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const revokeInvitation: NonNullable<MutationResolvers['revokeInvitation']> = async (
  _parent,
  { input },
  context,
) => ({ invitation: await verb(context, input), userErrors: [] });
