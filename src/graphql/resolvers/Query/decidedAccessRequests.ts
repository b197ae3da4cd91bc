
        import type   { QueryResolvers } from './../../generated/types.ts';
        export const decidedAccessRequests: NonNullable<QueryResolvers['decidedAccessRequests']> = async (_parent, _arg, _ctx) => { /* Implement Query.decidedAccessRequests resolver logic here */ };