import { updateEnvironment as verb } from '../../../domain/environments.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const updateEnvironment: NonNullable<MutationResolvers['updateEnvironment']> = async (
  _parent,
  { input },
  context,
) => ({ environment: await verb(context, input), userErrors: [] });
