
        import type   { MutationResolvers } from './../../generated/types.ts';
        export const approveAccessRequest: NonNullable<MutationResolvers['approveAccessRequest']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.approveAccessRequest resolver logic here */ };