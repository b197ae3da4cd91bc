
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const revokeAccessKey: NonNullable<MutationResolvers['revokeAccessKey']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.revokeAccessKey resolver logic here */ };