import { redeemInvitation as verb } from '../../../domain/redeem-invitation.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const redeemInvitation: NonNullable<MutationResolvers['redeemInvitation']> = async (
  _parent,
  { input },
  context,
) => ({ ...(await verb(context, input)), userErrors: [] });
