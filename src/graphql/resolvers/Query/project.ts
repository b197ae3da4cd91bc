
        import type   { QueryResolvers } from './../../types.generated.ts';
        export const project: NonNullable<QueryResolvers['project']> = async (_parent, _arg, _ctx) => { /* Implement Query.project resolver logic here */ };