
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const selfRegisterUser: NonNullable<MutationResolvers['selfRegisterUser']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.selfRegisterUser resolver logic here */ };