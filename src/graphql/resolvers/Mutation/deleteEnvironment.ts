
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const deleteEnvironment: NonNullable<MutationResolvers['deleteEnvironment']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.deleteEnvironment resolver logic here */ };