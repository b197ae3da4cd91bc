import { createInvitation as verb } from '../../../domain/invitations.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const createInvitation: NonNullable<MutationResolvers['createInvitation']> = async (
  _parent,
  { input },
  context,
) => ({ ...(await verb(context, input)), userErrors: [] });
