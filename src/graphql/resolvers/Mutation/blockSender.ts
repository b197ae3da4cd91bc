
        import type   { MutationResolvers } from './../../generated/types.ts';
        export const blockSender: NonNullable<MutationResolvers['blockSender']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.blockSender resolver logic here */ };