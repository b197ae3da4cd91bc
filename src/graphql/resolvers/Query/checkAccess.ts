
        import type   { QueryResolvers } from './../../types.generated.ts';
        export const checkAccess: NonNullable<QueryResolvers['checkAccess']> = async (_parent, _arg, _ctx) => { /* Implement Query.checkAccess resolver logic here */ };