
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const createProject: NonNullable<MutationResolvers['createProject']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.createProject resolver logic here */ };