import { revokeAccessKey as verb } from '../../../domain/access-keys.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const revokeAccessKey: NonNullable<MutationResolvers['revokeAccessKey']> = async (
  _parent,
  { input },
  context,
) => ({ accessKey: await verb(context, input), userErrors: [] });
