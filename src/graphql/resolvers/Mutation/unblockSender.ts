
        import type   { MutationResolvers } from './../../generated/types.ts';
        export const unblockSender: NonNullable<MutationResolvers['unblockSender']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.unblockSender resolver logic here */ };