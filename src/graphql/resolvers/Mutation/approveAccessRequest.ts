import { approveAccessRequest as verb } from '../../../domain/access-requests.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const approveAccessRequest: NonNullable<MutationResolvers['approveAccessRequest']> = async (
  _parent,
  { input },
  context,
) => ({ ...(await verb(context, input)), userErrors: [] });
