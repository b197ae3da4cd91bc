import { createAccessKey as verb } from '../../../domain/access-keys.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const createAccessKey: NonNullable<MutationResolvers['createAccessKey']> = async (
  _parent,
  { input },
  context,
) => ({ ...(await verb(context, input)), userErrors: [] });
