import { linkChannelIdentity as verb } from '../../../domain/channel-identities.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const linkChannelIdentity: NonNullable<MutationResolvers['linkChannelIdentity']> = async (
  _parent,
  { input },
  context,
) => ({ ...(await verb(context, input)), userErrors: [] });
