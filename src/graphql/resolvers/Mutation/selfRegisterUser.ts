import { RefusalError } from '../../../domain/refusal.ts';
import { selfRegisterUser as verb } from '../../../domain/self-registration.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const selfRegisterUser: NonNullable<MutationResolvers['selfRegisterUser']> = async (
  _parent,
  { input },
  context,
) => {
  try {
    const registration = await verb(context, input);
    context.observer.registered(registration.outcome);
    return { ...registration, input, userErrors: [] };
  } catch (error) {
    const problems = error instanceof RefusalError ? error.problems : [];
    if (problems.length > 0) context.observer.registered('REFUSED');
    if (problems.some(({ code }) => code === 'TOO_MANY')) context.observer.strangerRefused();
    throw error;
  }
};
