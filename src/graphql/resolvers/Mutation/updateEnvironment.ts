
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const updateEnvironment: NonNullable<MutationResolvers['updateEnvironment']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.updateEnvironment resolver logic here */ };