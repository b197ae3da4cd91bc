
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const deleteProject: NonNullable<MutationResolvers['deleteProject']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.deleteProject resolver logic here */ };