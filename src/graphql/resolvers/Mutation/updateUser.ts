
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const updateUser: NonNullable<MutationResolvers['updateUser']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.updateUser resolver logic here */ };