import { unlinkChannelIdentity as verb } from '../../../domain/channel-identities.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const unlinkChannelIdentity: NonNullable<MutationResolvers['unlinkChannelIdentity']> = async (
  _parent,
  { input },
  context,
) => ({ user: await verb(context, input), userErrors: [] });
