
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const deleteUser: NonNullable<MutationResolvers['deleteUser']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.deleteUser resolver logic here */ };