import { checkAccess } from '../../domain/access.ts';
import type { SelfRegisterUserPayloadResolvers } from './../generated/types.ts';

export const SelfRegisterUserPayload: SelfRegisterUserPayloadResolvers = {
  // The decision that the next access check would make, also when the registration was refused; null for an unknown environment
  // or an invalid sender.
  decision: async ({ input: { environmentId, sender } }, _args, context) => {
    const [decision] = await checkAccess(context, environmentId, [sender]);
    const isNone = decision?.reason === 'UNKNOWN_ENVIRONMENT' || decision?.reason === 'INVALID_SENDER';
    return decision === undefined || isNone ? null : decision;
  },
};
