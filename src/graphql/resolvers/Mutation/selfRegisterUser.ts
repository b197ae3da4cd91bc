import { RefusalError } from '../../../domain/refusal.ts';
import { selfRegisterUser as verb } from '../../../domain/self-registration.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const selfRegisterUser: NonNullable<MutationResolvers['selfRegisterUser']> = async (
  _parent,
  { input },
  context,
) => {
  try {
    return { ...(await verb(context, input)), input, userErrors: [] };
  } catch (error) {
    const isFull = error instanceof RefusalError && error.problems.some(({ code }) => code === 'TOO_MANY');
    if (isFull) context.observer.strangerRefused();
    throw error;
  }
};
