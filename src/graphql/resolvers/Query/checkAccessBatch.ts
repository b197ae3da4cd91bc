import { checkAccess } from '../../../domain/access.ts';
import type { QueryResolvers } from './../../generated/types.ts';

export const checkAccessBatch: NonNullable<QueryResolvers['checkAccessBatch']> = async (_parent, args, context) => {
  const decisions = await checkAccess(context, args.environmentId, args.senders);
  for (const decision of decisions) context.observer.accessDecided(decision);
  return decisions;
};
