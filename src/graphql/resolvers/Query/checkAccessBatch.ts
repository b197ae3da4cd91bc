import { checkAccess } from '../../../domain/access.ts';
import type { QueryResolvers } from './../../generated/types.ts';

export const checkAccessBatch: NonNullable<QueryResolvers['checkAccessBatch']> = (_parent, args, context) =>
  checkAccess(context, args.environmentId, args.senders);
