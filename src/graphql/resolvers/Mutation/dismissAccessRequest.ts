import { dismissAccessRequest as verb } from '../../../domain/access-requests.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const dismissAccessRequest: NonNullable<MutationResolvers['dismissAccessRequest']> = async (
  _parent,
  { input },
  context,
) => ({ accessRequest: await verb(context, input), userErrors: [] });
