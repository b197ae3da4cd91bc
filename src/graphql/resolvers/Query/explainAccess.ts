import { explainAccess as explain } from '../../../domain/explain-access.ts';
import type { QueryResolvers } from './../../generated/types.ts';

export const explainAccess: NonNullable<QueryResolvers['explainAccess']> = (_parent, args, context) =>
  explain(context, args);
