
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const createUser: NonNullable<MutationResolvers['createUser']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.createUser resolver logic here */ };