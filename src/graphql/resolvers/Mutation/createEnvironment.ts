
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const createEnvironment: NonNullable<MutationResolvers['createEnvironment']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.createEnvironment resolver logic here */ };