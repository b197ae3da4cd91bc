import { deleteEnvironment as verb } from '../../../domain/environments.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const deleteEnvironment: NonNullable<MutationResolvers['deleteEnvironment']> = async (
  _parent,
  { input },
  context,
) => {
  // All users of the environment are checked, which may take longer than other mutations.
  context.waitLonger();
  const deletedEnvironmentId = await verb(context, input);
  context.observer.removed();
  return { deletedEnvironmentId, userErrors: [] };
};
