
        import type   { QueryResolvers } from './../../types.generated.ts';
        export const checkAccessBatch: NonNullable<QueryResolvers['checkAccessBatch']> = async (_parent, _arg, _ctx) => { /* Implement Query.checkAccessBatch resolver logic here */ };