
        import type   { MutationResolvers } from './../../generated/types.ts';
        export const dismissAccessRequest: NonNullable<MutationResolvers['dismissAccessRequest']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.dismissAccessRequest resolver logic here */ };