
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const updateProject: NonNullable<MutationResolvers['updateProject']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.updateProject resolver logic here */ };