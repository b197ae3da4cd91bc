import { checkAccess as decide } from '../../../domain/access.ts';
import type { QueryResolvers } from './../../generated/types.ts';

export const checkAccess: NonNullable<QueryResolvers['checkAccess']> = async (_parent, args, context) => {
  const [decision] = await decide(context, args.environmentId, [args.sender]);
  if (!decision) throw new Error('No decision for the sender.');
  context.observer.accessDecided(decision);
  return decision;
};
