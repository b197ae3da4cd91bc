import { selfRegisterUser as verb } from '../../../domain/self-registration.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const selfRegisterUser: NonNullable<MutationResolvers['selfRegisterUser']> = async (
  _parent,
  { input },
  context,
) => ({ ...(await verb(context, input)), input, userErrors: [] });
