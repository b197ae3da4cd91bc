import { createEnvironment as verb } from '../../../domain/environments.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const createEnvironment: NonNullable<MutationResolvers['createEnvironment']> = async (
  _parent,
  { input },
  context,
) => ({ environment: await verb(context, input), userErrors: [] });
