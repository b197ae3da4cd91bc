import { deleteEnvironment as verb } from '../../../domain/environments.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const deleteEnvironment: NonNullable<MutationResolvers['deleteEnvironment']> = async (
  _parent,
  { input },
  context,
) => ({ deletedEnvironmentId: await verb(context, input), userErrors: [] });
